package cn.diming.core.collect;

import cn.diming.core.record.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of a record at a map platform.
 *
 * @param reason why the platform did not take it
 */
public record PlatformSubmission(
        MapPlatform platform,
        Status status,
        Optional<String> reason,
        Instant submittedAt,
        Optional<Instant> answeredAt) {

    private static final int LONGEST_REASON = 200;

    /** @throws Refused for a rejection without a reason */
    public PlatformSubmission {
        reason = reason.map(String::strip).filter(words -> !words.isEmpty());
        if (status == Status.REJECTED && reason.isEmpty()) {
            throw new Refused(List.of("平台未采纳的，请写明原因"));
        }
        if (reason.filter(words -> words.length() > LONGEST_REASON || words.indexOf('\0') >= 0)
                .isPresent()) {
            throw new Refused(List.of("原因至多 " + LONGEST_REASON + " 字"));
        }
    }

    /** How it stands with the platform. */
    public enum Status {
        SUBMITTED("已提交"),
        ACCEPTED("已采纳"),
        REJECTED("未采纳");

        private final String title;

        Status(String title) {
            this.title = title;
        }

        /** In Chinese, for people. */
        public String title() {
            return title;
        }
    }

    /** How many names a platform was given and has taken (乡村著名行动: 采纳率). */
    public record Tally(MapPlatform platform, int submitted, int accepted, int rejected) {}
}
