package cn.diming.dataimport.job;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.record.IntakeResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The row of one import in the table {@code import_job}: what was imported when, by whom, and how far it came. */
final class ImportJobStore {

    /** What an import has come to; RUNNING also for one that was killed, until the same file is imported again. */
    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    private final Core core;
    private final long id;

    private ImportJobStore(Core core, long id) {
        this.core = core;
        this.id = id;
    }

    /** @param file its name and content are noted; of a folder the content of all files in it */
    static ImportJobStore start(Core core, Actor actor, String plan, Path file) {
        String hash = sha256(file);
        return core.journal().write(actor, changes -> {
            core.db()
                    .sql("""
                            UPDATE import_job SET state = :failed, finished_at = :at
                            WHERE state = :running AND plan_name = :plan AND file_sha256 = :hash""")
                    .param("failed", State.FAILED)
                    .param("at", changes.at())
                    .param("running", State.RUNNING)
                    .param("plan", plan)
                    .param("hash", hash)
                    .update();
            long id = changes.newId();
            core.db()
                    .sql("""
                            INSERT INTO import_job (id, plan_name, file_name, file_sha256, state, started_at, account_id)
                            VALUES (:id, :plan, :file, :hash, :running, :at, :account)""")
                    .param("id", id)
                    .param("plan", plan)
                    .param("file", String.valueOf(file.toAbsolutePath().getFileName()))
                    .param("hash", hash)
                    .param("running", State.RUNNING)
                    .param("at", changes.at())
                    .param("account", actor.accountId())
                    .update();
            return new ImportJobStore(core, id);
        });
    }

    /** A batch and how far the import is with it, both or neither. */
    IntakeResult advance(ImportCounts before, Supplier<IntakeResult> batch) {
        return core.db().inTransaction(() -> {
            IntakeResult result = batch.get();
            save(new ImportCounts(
                    before.read(), before.rejected(), before.stored().plus(result)));
            return result;
        });
    }

    void finish(State state, ImportCounts counts) {
        core.db().inTransaction(() -> {
            save(counts);
            return core.db()
                    .sql("UPDATE import_job SET state = :state, finished_at = :at WHERE id = :id")
                    .param("state", state)
                    .param("at", core.clock().instant())
                    .param("id", id)
                    .update();
        });
    }

    /** What the checks of door plates found afterwards. */
    void note(PlateTally found) {
        if (found.plates() > 0) {
            core.db()
                    .inTransaction(() -> core.db()
                            .sql("UPDATE import_job SET findings = :findings WHERE id = :id")
                            .param("findings", found.toJson())
                            .param("id", id)
                            .update());
        }
    }

    /** As far as the database still answers. */
    void fail(ImportCounts counts, Throwable broken) {
        try {
            finish(State.FAILED, counts);
        } catch (RuntimeException away) {
            broken.addSuppressed(away);
        }
    }

    private void save(ImportCounts counts) {
        core.db()
                .sql("""
                        UPDATE import_job SET rows_read = :read, rows_rejected = :rejected, rows_inserted = :inserted,
                        rows_updated = :updated, rows_unchanged = :unchanged WHERE id = :id""")
                .param("read", counts.read())
                .param("rejected", counts.rejected())
                .param("inserted", counts.stored().inserted())
                .param("updated", counts.stored().updated())
                .param("unchanged", counts.stored().unchanged())
                .param("id", id)
                .update();
    }

    private static String sha256(Path file) {
        try (Stream<Path> all = Files.walk(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Path> files = all.filter(
                            path -> path.equals(file) || Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            for (Path path : files) {
                add(path, digest);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            throw new ImportRefused("文件无法读取：" + file, unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void add(Path file, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                digest.update(buffer, 0, length);
            }
        }
    }
}
