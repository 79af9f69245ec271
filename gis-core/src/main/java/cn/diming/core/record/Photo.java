package cn.diming.core.record;

import java.time.Instant;
import java.util.Optional;

/**
 * A photo of a record.
 *
 * @param sha256 of the stored picture; also its file's name
 */
public record Photo(long id, String sha256, String mediaType, Optional<String> caption, Optional<Instant> takenAt) {}
