package cn.diming.dataimport.shapefile;

import cn.diming.dataimport.source.SourceField;

/**
 * A column of a DBF.
 *
 * @param type the letter of the field descriptor
 * @param offset in the record, after the deletion mark
 * @param length in bytes
 */
record DbfField(String name, char type, int offset, int length, int decimals) {

    /** Memos are kept in another file; 0 is the null flags of FoxPro. */
    boolean readable() {
        return "MGP0".indexOf(type) < 0 && !(type == 'B' && length != 8);
    }

    SourceField.Type kind() {
        return switch (type) {
            case 'N' -> decimals == 0 ? SourceField.Type.INTEGER : SourceField.Type.NUMBER;
            case 'I', '+' -> SourceField.Type.INTEGER;
            case 'F', 'B', 'O', 'Y' -> SourceField.Type.NUMBER;
            case 'L' -> SourceField.Type.LOGICAL;
            case 'D' -> SourceField.Type.DATE;
            case '@', 'T' -> SourceField.Type.TIMESTAMP;
            default -> SourceField.Type.TEXT;
        };
    }
}
