package cn.diming.dataimport.source;

import java.util.Locale;

/** A file name taken apart: folders and stem as written, ending in lower case without {@code .gz}. */
record FileName(String stem, String ending) {
    static FileName of(String name) {
        String plain = name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        int dot = plain.lastIndexOf('.');
        return dot > plain.lastIndexOf('/')
                ? new FileName(plain.substring(0, dot), plain.substring(dot + 1).toLowerCase(Locale.ROOT))
                : new FileName(plain, "");
    }
}
