package cn.diming.core.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeMap;
import org.locationtech.jts.io.WKBWriter;

/** Eight bytes of SHA-256 over everything a source said of a record. */
final class DraftHash {

    static long of(RecordDraft draft) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String said = new TreeMap<>(draft.values()) + "\n" + draft.names() + "\n" + draft.registrations();
            digest.update(said.getBytes(StandardCharsets.UTF_8));
            draft.geometry().ifPresent(geometry -> digest.update(new WKBWriter(2).write(geometry)));
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private DraftHash() {}
}
