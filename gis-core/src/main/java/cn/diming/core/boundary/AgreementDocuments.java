package cn.diming.core.boundary;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.media.FileNames;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaFile;
import cn.diming.core.media.MediaItem;
import cn.diming.core.media.MediaSize;
import cn.diming.core.proof.Sha256;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files that agreements rest on: each side's signed copy, the map, annexes (《行政区域界线管理条例》 Art. 13). A side puts in its own
 * copy, either side what belongs to both; staff of both sides reads all. Nothing is deleted: what was a mistake is struck out.
 */
public final class AgreementDocuments {

    private static final int LONGEST_REASON = 200;

    private final AgreementDocumentStore store;
    private final Setting core;

    /** What documents need of the rest of the core. */
    public record Setting(Db db, ChangeJournal journal, AuditLog audit, BoundaryLines lines, Media media) {}

    public AgreementDocuments(Setting core) {
        this.core = core;
        this.store = new AgreementDocumentStore(core.db);
    }

    /**
     * A document as somebody brings it.
     *
     * @param lineNumber the version of the line
     */
    public record Draft(int lineNumber, DocumentKind kind, String fileName) {}

    /** All of a line, those of its latest version first, what was struck out among them. */
    public List<AgreementDocument> list(Actor actor, long lineId) {
        return store.of(core.lines.get(actor, lineId).id());
    }

    /** @throws NotFound when there is no such document, or the actor has no part in its line */
    public AgreementDocument get(Actor actor, long id) {
        AccessPolicy.require(actor, Action.READ_STAFF);
        AgreementDocument document = store.find(id).orElseThrow(() -> missing(id));
        try {
            core.lines.get(actor, document.lineId());
        } catch (NotFound foreign) {
            throw missing(id);
        }
        return document;
    }

    /**
     * The file as it came.
     *
     * @throws Refused when the stored bytes are not those that came in
     */
    public byte[] content(AgreementDocument document) {
        Path file = core.media.of(RecordKind.BOUNDARY_DOCUMENT, document.id()).stream()
                .findFirst()
                .flatMap(item -> core.media.fileOf(item, MediaSize.FULL))
                .map(MediaFile::path)
                .orElseThrow(() -> new NotFound("存储中没有“" + document.fileName() + "”，请从备份恢复"));
        byte[] content = read(file);
        if (!Sha256.hex(content).equals(document.sha256())) {
            throw refused("存储中的“" + document.fileName() + "”与登记的摘要不符，可能已损坏，请从备份恢复");
        }
        return content;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException broken) {
            throw new UncheckedIOException("reading an agreement document", broken);
        }
    }

    /**
     * Puts a document in.
     *
     * @throws Refused for what is neither PDF, JPEG nor PNG; for a copy that is not the one whose digest is registered, or a second
     *     one of the same side; for what is there already
     * @throws Denied for others than those whose document it is
     */
    public AgreementDocument add(Actor actor, long lineId, Draft draft, InputStream in) {
        AccessPolicy.require(actor, Action.EDIT_BOUNDARY);
        LineVersion version = version(actor, lineId, draft.lineNumber);
        requireKeeper(actor, draft.kind, version.agreement());
        Media.Fresh file = core.media.takeDocument(in);
        Draft named = new Draft(
                draft.lineNumber, draft.kind, FileNames.tidy(draft.fileName, draft.kind.title(), file.ending()));
        return core.journal.write(actor, changes -> {
            changes.seq();
            refuseUnfit(version, named, file.sha256());
            long id = changes.newId();
            MediaItem kept = core.media.keep(changes, file, RecordKind.BOUNDARY_DOCUMENT, id);
            store.insert(changes, id, lineId, named, kept);
            AgreementDocument made = store.find(id).orElseThrow();
            log(changes, "create", made, Optional.empty());
            return made;
        });
    }

    private LineVersion version(Actor actor, long lineId, int number) {
        return core.lines.versions(actor, lineId).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> refused("界线没有协议第 " + number + " 版"));
    }

    private void refuseUnfit(LineVersion version, Draft draft, String sha256) {
        List<AgreementDocument> valid = store.of(version.lineId()).stream()
                .filter(one -> one.lineNumber() == draft.lineNumber && one.isValid())
                .toList();
        if (valid.stream()
                .anyMatch(one -> one.kind() == draft.kind && one.sha256().equals(sha256))) {
            throw refused("这份文件已经归入协议第 " + draft.lineNumber + " 版");
        }
        if (valid.size() >= core.media.mostPerRecord()) {
            throw refused("一个协议版本至多 " + core.media.mostPerRecord() + " 份文件");
        }
        if (draft.kind.isCopy() && valid.stream().anyMatch(one -> one.kind() == draft.kind)) {
            throw refused("已有" + draft.kind.title() + "，有误的请先撤下再上传");
        }
        if (registered(version.agreement(), draft.kind)
                .filter(digest -> !digest.equals(sha256))
                .isPresent()) {
            throw refused("文件的摘要与协议第 " + draft.lineNumber + " 版登记的" + draft.kind.title() + "不同，不是登记的那一份");
        }
    }

    private static Optional<String> registered(Agreement agreement, DocumentKind kind) {
        return switch (kind) {
            case LEFT_COPY -> agreement.leftCopySha256();
            case RIGHT_COPY -> agreement.rightCopySha256();
            case MAP, ANNEX -> Optional.empty();
        };
    }

    /**
     * Strikes a document out that was put in by mistake.
     *
     * @throws Refused without a reason, or for what is struck out already
     * @throws Denied for others than those whose document it is
     */
    public AgreementDocument withdraw(Actor actor, long id, String reason) {
        AccessPolicy.require(actor, Action.EDIT_BOUNDARY);
        String words = reason.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON) {
            throw refused("撤下文件应写明原因，至多 " + LONGEST_REASON + " 字");
        }
        return core.journal.write(actor, changes -> {
            changes.seq();
            AgreementDocument seen = get(actor, id);
            requireKeeper(
                    actor,
                    seen.kind(),
                    version(actor, seen.lineId(), seen.lineNumber()).agreement());
            if (!seen.isValid()) {
                throw refused("“" + seen.fileName() + "”已经撤下");
            }
            store.withdraw(changes, id, words);
            log(changes, "withdraw", seen, Optional.of(words));
            return store.find(id).orElseThrow();
        });
    }

    private static void requireKeeper(Actor actor, DocumentKind kind, Agreement agreement) {
        if (kind.keepers(agreement).stream().noneMatch(side -> actor.covers(side.digits()))) {
            throw AccessPolicy.denied(kind.title() + (kind.isCopy() ? "由该方或双方的上级归档" : "由界线任一方或双方的上级归档") + "，您的辖区（"
                    + actor.jurisdiction() + "）不能办理");
        }
    }

    /** Under the document, not under its line, whose history is open to all. */
    private void log(ChangeSet changes, String action, AgreementDocument document, Optional<String> reason) {
        String told = JsonMapper.shared()
                .createObjectNode()
                .put("lineId", document.lineId())
                .put("lineVersion", document.lineNumber())
                .put("kind", document.kind().name())
                .put("fileName", document.fileName())
                .put("sha256", document.sha256())
                .toString();
        core.audit.append(
                changes,
                action,
                RecordKind.BOUNDARY_DOCUMENT,
                document.id(),
                new AuditLog.Content(Optional.empty(), Optional.of(told), reason));
    }

    private static Refused refused(String fault) {
        return new Refused(List.of(fault));
    }

    private static NotFound missing(long id) {
        return new NotFound("没有编号为 " + id + " 的协议文件");
    }
}
