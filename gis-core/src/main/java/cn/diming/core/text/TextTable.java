package cn.diming.core.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A table of this room: UTF-8, one entry a line, columns parted by tabs, lines that start with {@code #} are remarks. */
final class TextTable {

    private TextTable() {}

    static List<String[]> rows(String name) {
        try (InputStream in = Objects.requireNonNull(TextTable.class.getResourceAsStream(name), name)) {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the table " + name, e);
        }
    }
}
