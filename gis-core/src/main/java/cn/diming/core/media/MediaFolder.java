package cn.diming.core.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Files by their content: {@code ab/cd/abcd….small}. A file is there as a whole or not at all. */
final class MediaFolder {

    private static final String INCOMING = "incoming";

    private final Path root;

    MediaFolder(Path root) {
        this.root = root.toAbsolutePath();
    }

    /**
     * Takes what comes in into a temporary file, at most {@code limit} + 1 bytes of it.
     *
     * @return the file, which the caller deletes
     */
    Path receive(InputStream in, long limit) {
        try {
            Files.createDirectories(root.resolve(INCOMING));
            Path file = Files.createTempFile(root.resolve(INCOMING), "upload", ".tmp");
            try (var out = Files.newOutputStream(file)) {
                copy(in, out, limit + 1);
            }
            return file;
        } catch (IOException broken) {
            throw new UncheckedIOException("receiving a file", broken);
        }
    }

    /** Where an upload that comes in pieces grows; swept when it has not grown for days. */
    Path piece(UUID upload) {
        return root.resolve(INCOMING).resolve("piece-" + upload + ".tmp");
    }

    /** Appends to an upload that comes in pieces, at most {@code most} bytes. */
    void append(UUID upload, InputStream in, long most) {
        try {
            Files.createDirectories(root.resolve(INCOMING));
            try (var out = Files.newOutputStream(piece(upload), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                copy(in, out, most);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("receiving a piece of a file", broken);
        }
    }

    /** Deletes a temporary file; what cannot be deleted now is swept later. */
    static void discard(Path file) {
        boolean unused = file.toFile().delete();
    }

    private static void copy(InputStream in, java.io.OutputStream out, long most) throws IOException {
        byte[] block = new byte[1 << 16];
        long left = most;
        for (int read = 0; left > 0 && read >= 0; left -= read) {
            read = in.read(block, 0, (int) Math.min(block.length, left));
            out.write(block, 0, Math.max(read, 0));
        }
    }

    /** Writes a file under the name of some content; one that is there already is as good as new. */
    void write(String sha256, String suffix, byte[] content, Instant now) {
        Path target = path(sha256, suffix);
        try {
            if (Files.exists(target)) {
                Files.setLastModifiedTime(target, FileTime.from(now)); // the sweep leaves what is fresh
                return;
            }
            Files.createDirectories(target.getParent());
            Files.createDirectories(root.resolve(INCOMING));
            Path whole = Files.createTempFile(root.resolve(INCOMING), "write", ".tmp");
            Files.write(whole, content);
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException broken) {
            throw new UncheckedIOException("keeping a file", broken);
        }
    }

    Optional<Path> find(String sha256, String suffix) {
        return Optional.of(path(sha256, suffix)).filter(Files::isRegularFile);
    }

    /** Deletes files of content that is not {@code used} and whose last change lies before {@code before}; returns how many. */
    int sweep(Set<String> used, Instant before) {
        if (!Files.isDirectory(root)) {
            return 0;
        }
        AtomicInteger swept = new AtomicInteger();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String name = file.getFileName().toString();
                    boolean ours = name.matches("[0-9a-f]{64}(\\.[a-z]+)?") || name.endsWith(".tmp");
                    String content = name.length() < 64 ? name : name.substring(0, 64);
                    boolean old = attributes.lastModifiedTime().toInstant().isBefore(before);
                    if (ours && old && !used.contains(content) && Files.deleteIfExists(file)) {
                        swept.incrementAndGet();
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
                    if (fault instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE; // an upload came to its end meanwhile
                    }
                    throw fault;
                }
            });
        } catch (IOException broken) {
            throw new UncheckedIOException("sweeping the media folder", broken);
        }
        return swept.get();
    }

    private Path path(String sha256, String suffix) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256");
        }
        return root.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256 + suffix);
    }
}
