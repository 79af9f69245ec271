package cn.diming.dataimport.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes the column names of a header usable: one line, none missing, none twice. */
public final class FieldNames {
    private FieldNames() {}

    /** The second of the same name gets a number, a missing one its position; the former is noted. */
    public static List<String> unique(Iterable<String> header, List<SourceProblem> problems) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String cell : header) {
            int position = names.size() + 1;
            String name = cell.isBlank() ? "列" + position : cell.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
            String free = name;
            for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
                free = name + "_" + i;
            }
            if (!free.equals(name)) {
                problems.add(SourceProblem.note(
                        "列名 " + Words.quote(name) + " 重复，第 " + position + " 列改称 " + Words.quote(free)));
            }
            names.add(free);
        }
        return names;
    }
}
