package cn.diming.core.plate;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody reported about a plate from its public page, without saying who.
 *
 * @param answer what the office did about it
 */
public record ErrorReport(
        long id,
        long plateId,
        String address,
        String divisionCode,
        Instant at,
        Kind kind,
        Optional<String> text,
        boolean open,
        Optional<String> answer) {

    /** What is wrong. */
    public enum Kind {
        WRONG_PLACE("位置不对"),
        WRONG_NUMBER("号码不对"),
        DAMAGED("门牌损坏"),
        MISSING("门牌缺失"),
        OTHER("其他");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** In Chinese, for people. */
        public String title() {
            return title;
        }
    }
}
