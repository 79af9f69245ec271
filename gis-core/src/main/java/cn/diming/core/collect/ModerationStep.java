package cn.diming.core.collect;

import cn.diming.core.geo.LonLat;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.Refused;
import java.util.List;
import java.util.Optional;

/** What an officer makes of a report. */
public sealed interface ModerationStep {

    /** Words are as long as this at most. */
    int LONGEST_WORDS = 500;

    /**
     * It becomes a record of its own, as yet without a standard name; that takes a naming case (地名管理条例 Art. 4).
     *
     * @param name empty = as the report writes it; likewise the others
     * @param position the officer's correction, EPSG:4490
     */
    record Accept(Optional<String> name, Optional<PlaceCategory> category, Optional<LonLat> position)
            implements ModerationStep {}

    /**
     * It is added to a record that is there: photos, recording, and its name as an alias when that is wanted.
     *
     * @param placeId the record
     */
    record Merge(long placeId, boolean alias) implements ModerationStep {}

    /** The collector is asked for more. */
    record Ask(String question) implements ModerationStep {
        public Ask {
            question = words(question, "请写明要补充什么");
        }
    }

    /** Nothing comes of it, and the collector learns why. */
    record Reject(String reason) implements ModerationStep {
        public Reject {
            reason = words(reason, "请写明不采用的原因");
        }
    }

    /** A second officer agrees with what the first proposed. */
    record Confirm() implements ModerationStep {}

    /** A second officer does not agree. */
    record SendBack(String reason) implements ModerationStep {
        public SendBack {
            reason = words(reason, "请写明退回的原因");
        }
    }

    private static String words(String text, String missing) {
        String words = text.strip();
        if (words.isEmpty() || words.length() > LONGEST_WORDS || words.indexOf('\0') >= 0) {
            throw new Refused(List.of(missing + "（至多 " + LONGEST_WORDS + " 字）"));
        }
        return words;
    }
}
