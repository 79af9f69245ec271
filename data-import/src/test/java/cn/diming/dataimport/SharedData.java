package cn.diming.dataimport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The data folder outside the repository, for tests that read real files. */
public final class SharedData {
    private SharedData() {}

    /** A path in the shared data; skips the test where that folder is missing. */
    public static Path path(String inside) {
        Path shared = Optional.ofNullable(System.getenv("DIMING_SHARED"))
                .map(Path::of)
                .orElse(Path.of("../../shared"));
        Path path = shared.resolve("data").resolve(inside);
        Assumptions.assumeTrue(
                Files.exists(path), "skipped: the shared data is not here (set DIMING_SHARED): " + inside);
        return path;
    }
}
