package cn.diming.core.audit;

import cn.diming.core.proof.Sha256;
import java.util.List;
import java.util.Optional;

/** The hash of an entry, and whether entries follow each other. */
final class AuditChain {

    private AuditHead head;
    private final List<AuditHead> anchors;
    private long entries;
    private Optional<AuditVerification.Fault> fault = Optional.empty();

    /**
     * @param start the entry after which verification begins
     * @param anchors heads seen before, which must still be entries
     */
    AuditChain(AuditHead start, List<AuditHead> anchors) {
        this.head = start;
        this.anchors = anchors;
    }

    /** SHA-256 over each field with its length before it, so that no text can move from one field to the next. */
    static String hash(AuditEntry entry) {
        StringBuilder content = new StringBuilder();
        for (String field : List.of(
                entry.previousHash(),
                Long.toString(entry.seq()),
                entry.at().toString(),
                entry.accountId().isPresent() ? Long.toString(entry.accountId().getAsLong()) : "-",
                entry.action(),
                entry.kind().name(),
                Long.toString(entry.recordId()),
                entry.before().map(text -> "+" + text).orElse("-"),
                entry.after().map(text -> "+" + text).orElse("-"),
                entry.reason().map(text -> "+" + text).orElse("-"))) {
            content.append(field.length()).append(':').append(field);
        }
        return Sha256.hex(content.toString());
    }

    void follow(AuditEntry entry) {
        if (fault.isPresent()) {
            return;
        }
        entries++;
        long next = head.seq() + 1;
        if (entry.seq() != next) {
            fail(next, "第 " + next + " 条缺失");
        } else if (!entry.previousHash().equals(head.hash())) {
            fail(next, "第 " + next + " 条与前一条不相接：有条目被改动、删除或调换");
        } else if (!entry.hash().equals(hash(entry))) {
            fail(next, "第 " + next + " 条的内容与散列不符：内容被改动");
        } else {
            head = new AuditHead(entry.seq(), entry.hash());
            anchors.stream()
                    .filter(anchor ->
                            anchor.seq() == entry.seq() && !anchor.hash().equals(entry.hash()))
                    .findFirst()
                    .ifPresent(anchor -> fail(entry.seq(), "第 " + entry.seq() + " 条与上次核验时不同：日志被整体重写"));
        }
    }

    /** After the last entry: whether an end was cut off. */
    AuditVerification end(AuditHead stored) {
        if (fault.isEmpty()) {
            long last = Math.max(
                    stored.seq(),
                    anchors.stream().mapToLong(AuditHead::seq).max().orElse(0));
            if (head.seq() < last) {
                fail(head.seq() + 1, "末尾被截断：应有 " + last + " 条，只到第 " + head.seq() + " 条");
            } else if (!stored.equals(head)) {
                fail(head.seq(), "末条与数据库所记的末条不符");
            }
        }
        return new AuditVerification(entries, head, fault);
    }

    private void fail(long seq, String message) {
        fault = Optional.of(new AuditVerification.Fault(seq, message));
    }
}
