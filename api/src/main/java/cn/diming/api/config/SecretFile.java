package cn.diming.api.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a secret from the file that a setting names, so that it need not stand in the environment. */
public final class SecretFile {

    /** The file's content without white space around it, else {@code otherwise}. */
    public static Optional<String> read(@Nullable Path file, @Nullable String otherwise) {
        if (file == null) {
            return Optional.ofNullable(otherwise);
        }
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException broken) {
            throw new IllegalArgumentException("读不到密码文件 " + file, broken);
        }
    }

    private SecretFile() {}
}
