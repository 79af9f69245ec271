package cn.diming.core.inspection;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** What one side says to an item. */
public record ItemAnswer(
        Side side, String item, Verdict verdict, Optional<String> note, Instant at, OptionalLong accountId) {

    /** How an item stands. */
    public enum Verdict {
        FINE("符合"),
        FAULTY("不符合"),
        NOT_APPLICABLE("不涉及");

        private final String title;

        Verdict(String title) {
            this.title = title;
        }

        /** In Chinese, for people. */
        public String title() {
            return title;
        }
    }
}
