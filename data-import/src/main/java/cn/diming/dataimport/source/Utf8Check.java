package cn.diming.dataimport.source;

/** Counts well-formed and malformed UTF-8 in bytes given piece by piece (RFC 3629: no overlong forms, no surrogates). */
public final class Utf8Check {
    private int pending;
    private int low = 0x80;
    private int high = 0xBF;
    private long position;
    private long characters;
    private long faults;
    private long firstFault = -1;

    public void accept(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            int b = bytes[i];
            if (b >= 0 && pending == 0) {
                continue;
            }
            accept(b & 0xFF, position + i - from);
        }
        position += length;
    }

    /** A fixed-width field ends here: a character cut by its width is no fault. */
    public void endOfField() {
        pending = 0;
        low = 0x80;
        high = 0xBF;
    }

    /** A text ends here, where no character can be half. */
    public void endOfText() {
        if (pending > 0) {
            fault(position);
        }
        endOfField();
    }

    private void accept(int b, long at) {
        if (pending == 0) {
            begin(b, at);
        } else if (b >= low && b <= high) {
            low = 0x80;
            high = 0xBF;
            pending--;
            characters += pending == 0 ? 1 : 0;
        } else {
            fault(at);
            if (b < 0x80) {
                endOfField();
            } else {
                begin(b, at);
            }
        }
    }

    private void begin(int lead, long at) {
        endOfField();
        if (lead >= 0xC2 && lead <= 0xDF) {
            pending = 1;
        } else if (lead >= 0xE0 && lead <= 0xEF) {
            pending = 2;
            low = lead == 0xE0 ? 0xA0 : 0x80;
            high = lead == 0xED ? 0x9F : 0xBF;
        } else if (lead >= 0xF0 && lead <= 0xF4) {
            pending = 3;
            low = lead == 0xF0 ? 0x90 : 0x80;
            high = lead == 0xF4 ? 0x8F : 0xBF;
        } else if (lead >= 0x80) {
            fault(at);
        }
    }

    private void fault(long at) {
        faults++;
        if (firstFault < 0) {
            firstFault = at;
        }
    }

    /** Characters beyond ASCII that were well formed. */
    public long characters() {
        return characters;
    }

    public long faults() {
        return faults;
    }

    /** Byte position of the first fault, or -1. */
    public long firstFault() {
        return firstFault;
    }
}
