package cn.diming.core.casework;

import java.time.Instant;
import java.util.Optional;

/**
 * A scanned paper in a case's file; its content is asked for separately.
 *
 * @param size in bytes
 */
public record CasePaper(
        long id,
        PaperKind kind,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        Instant uploadedAt,
        Optional<String> uploadedBy) {}
