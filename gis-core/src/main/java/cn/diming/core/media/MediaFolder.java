package cn.diming.core.media;

import cn.diming.core.bucket.Bucket;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Files by their content: {@code ab/cd/abcd….small}. A file is there as a whole or not at all. With a bucket, the bucket has all of
 * them and the folder is what was used lately: a file is in the bucket before anything refers to it, and comes back from it.
 */
final class MediaFolder {

    private static final String INCOMING = "incoming";
    /** What a bucket has too is kept here this long after it was last written or fetched. */
    private static final Duration AT_HAND = Duration.ofDays(30);

    private final Path root;
    private final Optional<Bucket> bucket;

    MediaFolder(Path root, Optional<Bucket> bucket) {
        this.root = root.toAbsolutePath();
        this.bucket = bucket;
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

    private static void copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] block = new byte[1 << 16];
        long left = most;
        for (int read = 0; left > 0 && read >= 0; left -= read) {
            read = in.read(block, 0, (int) Math.min(block.length, left));
            out.write(block, 0, Math.max(read, 0));
        }
    }

    /** Writes a file under the name of some content; one that is there already is as good as new. */
    void write(String sha256, String suffix, MediaFormat format, byte[] content, Instant now) {
        bucket.ifPresent(store -> store.put(key(sha256, suffix), content, format.mediaType()));
        keep(sha256, suffix, content, now);
    }

    private void keep(String sha256, String suffix, byte[] content, Instant now) {
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

    /** A file of the folder, fetched from the bucket when it is only there. */
    Optional<Path> find(String sha256, String suffix) {
        Path file = path(sha256, suffix);
        if (Files.isRegularFile(file)) {
            return Optional.of(file);
        }
        return bucket.flatMap(store -> store.get(key(sha256, suffix))).map(content -> {
            keep(sha256, suffix, content, Instant.now());
            return file;
        });
    }

    /**
     * Deletes files of content that is not {@code used} and whose last change lies before {@code before}, in the bucket, too, and
     * from the folder what the bucket has and nobody wanted lately.
     *
     * @return how many were not used
     */
    int sweep(Set<String> used, Instant before) {
        int swept = bucket.map(store -> sweepBucket(store, used, before)).orElse(0);
        return swept + sweepFolder(used, before);
    }

    private static int sweepBucket(Bucket store, Set<String> used, Instant before) {
        List<Bucket.Entry> unused = store.list().stream()
                .filter(entry -> entry.changedAt().isBefore(before))
                .filter(entry -> isOurs(entry.key().substring(entry.key().lastIndexOf('/') + 1), used))
                .toList();
        unused.forEach(entry -> store.delete(entry.key()));
        return unused.size();
    }

    /** Whether a name is one of ours of content that is not used. */
    private static boolean isOurs(String name, Set<String> used) {
        return name.matches("[0-9a-f]{64}(\\.[a-z]+)?") && !used.contains(name.substring(0, 64));
    }

    private int sweepFolder(Set<String> used, Instant before) {
        if (!Files.isDirectory(root)) {
            return 0;
        }
        AtomicInteger swept = new AtomicInteger();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String name = file.getFileName().toString();
                    Instant changed = attributes.lastModifiedTime().toInstant();
                    boolean useless = name.endsWith(".tmp") || isOurs(name, used);
                    if (useless && changed.isBefore(before) && Files.deleteIfExists(file)) {
                        swept.incrementAndGet();
                    } else if (bucket.isPresent()
                            && isOurs(name, Set.of())
                            && changed.isBefore(before.minus(AT_HAND))) {
                        Files.deleteIfExists(file);
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
        return root.resolve(key(sha256, suffix));
    }

    /** In the bucket and below the folder alike. */
    private static String key(String sha256, String suffix) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256");
        }
        return sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256 + suffix;
    }
}
