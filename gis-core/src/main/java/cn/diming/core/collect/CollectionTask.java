package cn.diming.core.collect;

import cn.diming.core.geo.LonLat;
import cn.diming.core.record.PlaceCategory;
import java.util.Arrays;
import java.util.Optional;

/**
 * Something of the register that a campaign is to find out about. Tasks are not kept: they follow from the register and the
 * reports, so that they are never out of date.
 *
 * @param name as the register has it now
 */
public record CollectionTask(
        long placeId,
        Kind kind,
        String name,
        PlaceCategory category,
        String divisionCode,
        Optional<LonLat> position,
        Progress progress) {

    /** What is to be found out. */
    public enum Kind {
        /** A street, lane or alley without a standard name (有地就有名). */
        UNNAMED_LANE("街巷待定名"),
        /** Any other record that nobody has verified. */
        UNVERIFIED_NAME("地名待核实");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** In Chinese, for people. */
        public String title() {
            return title;
        }

        static Kind of(PlaceCategory category) {
            return category == PlaceCategory.STREET ? UNNAMED_LANE : UNVERIFIED_NAME;
        }
    }

    /** How far it has come. */
    public enum Progress {
        LEFT("未采集"),
        REPORTED("已上报"),
        DONE("已办结");

        private final String title;

        Progress(String title) {
            this.title = title;
        }

        /** In Chinese, for people. */
        public String title() {
            return title;
        }

        static Progress of(String word) {
            return Arrays.stream(values())
                    .filter(known -> known.name().equals(word))
                    .findFirst()
                    .orElse(LEFT);
        }
    }
}
