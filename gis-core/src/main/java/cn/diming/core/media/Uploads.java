package cn.diming.core.media;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.record.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Files that come in pieces. How much has come is the length of the file itself, so nothing has to be noted, and a line that
 * broke in the middle of a piece loses nothing. A file is cleaned like any other before it belongs to something.
 */
public final class Uploads {

    private static final int LOCKS = 64;

    private final MediaFolder folder;
    private final MediaIntake intake;
    private final MediaStore store;
    private final MediaLimits limits;
    private final Object[] locks = new Object[LOCKS];

    Uploads(MediaFolder folder, MediaIntake intake, MediaStore store, MediaLimits limits) {
        this.folder = folder;
        this.intake = intake;
        this.store = store;
        this.limits = limits;
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
    }

    /** How many bytes have come. */
    public long received(UUID upload) {
        try {
            return Files.size(folder.piece(upload));
        } catch (NoSuchFileException none) {
            return 0;
        } catch (IOException broken) {
            throw new UncheckedIOException("looking at an upload", broken);
        }
    }

    /**
     * Takes the next piece. One that begins elsewhere than where the file ends is left alone: its sender hears where to go on.
     *
     * @param offset where the piece begins
     * @param total length of the whole file
     * @return how many bytes have come now
     */
    public long receive(UUID upload, long offset, long total, InputStream piece) {
        synchronized (lock(upload)) {
            long have = received(upload);
            if (have != offset) {
                return have;
            }
            folder.append(upload, piece, total - have);
            return received(upload);
        }
    }

    /** A file that has come whole, cleaned; its pieces are there until {@link #discard}. */
    public static final class Cleaned {
        private final UUID upload;
        private final Incoming incoming;

        private Cleaned(UUID upload, Incoming incoming) {
            this.upload = upload;
            this.incoming = incoming;
        }
    }

    /**
     * Cleans a file that has come whole.
     *
     * @return empty when the same last piece came twice and the other one has been kept meanwhile
     * @throws Refused for what is not of that kind, is broken, too large or too long; the pieces are gone then
     */
    public Optional<Cleaned> clean(UUID upload, MediaItem.Kind kind) {
        synchronized (lock(upload)) {
            Path piece = folder.piece(upload);
            try (InputStream in = Files.newInputStream(piece)) {
                Incoming incoming = intake.take(in);
                if (incoming.format().kind() != kind) {
                    throw new Refused(List.of("这不是" + kind.title() + "文件"));
                }
                return Optional.of(new Cleaned(upload, incoming));
            } catch (Refused refused) {
                MediaFolder.discard(piece);
                throw refused;
            } catch (NoSuchFileException kept) {
                return Optional.empty();
            } catch (IOException broken) {
                throw new UncheckedIOException("reading an upload", broken);
            }
        }
    }

    /** Takes note of what became of a file, in a transaction of its own: kept by {@link Uploads#keep}, or refused for good. */
    @FunctionalInterface
    public interface Settling {
        void settle(Optional<Cleaned> sound, Optional<String> refusal);
    }

    /** Cleans a file that has come whole, has its owner take note, and clears its pieces away. */
    public void finish(UUID upload, MediaItem.Kind kind, Settling owner) {
        Optional<Cleaned> cleaned;
        try {
            cleaned = clean(upload, kind);
        } catch (Refused refused) {
            owner.settle(Optional.empty(), Optional.of(String.join("；", refused.faults())));
            return;
        }
        cleaned.ifPresent(sound -> {
            owner.settle(Optional.of(sound), Optional.empty());
            discard(sound);
        });
    }

    /**
     * Gives a file to something, in the caller's transaction; what it has already is not doubled.
     *
     * @return as it is kept
     */
    public MediaItem keep(ChangeSet changes, Cleaned file, RecordKind kind, long ownerId) {
        List<MediaItem> known = store.list(kind, ownerId);
        return known.stream()
                .filter(item -> item.sha256().equals(file.incoming.sha256()))
                .findFirst()
                .orElseGet(() -> {
                    MediaItem item = Media.item(changes, file.incoming, Optional.empty(), known.size(), true);
                    store.insert(changes, new MediaStore.Owner(kind, ownerId), item);
                    return item;
                });
    }

    /** Clears away the pieces of a file that is kept. */
    public void discard(Cleaned file) {
        MediaFolder.discard(folder.piece(file.upload));
    }

    /** How large a file of a kind may be. */
    public long limit(MediaItem.Kind kind) {
        return kind == MediaItem.Kind.PHOTO ? limits.photoBytes() : limits.voiceBytes();
    }

    private Object lock(UUID upload) {
        return locks[Math.floorMod(upload.hashCode(), LOCKS)];
    }
}
