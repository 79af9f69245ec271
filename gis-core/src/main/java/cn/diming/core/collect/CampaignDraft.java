package cn.diming.core.collect;

import cn.diming.core.record.Refused;
import cn.diming.core.region.DivisionCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A campaign to be begun. */
public record CampaignDraft(String title, DivisionCode division, Optional<String> note, LocalDate endsOn) {

    private static final int LONGEST_TITLE = 50;
    private static final int LONGEST_NOTE = 500;

    /** @throws Refused for a title that is none or words that are too long */
    public CampaignDraft {
        title = title.strip();
        List<String> faults = new ArrayList<>();
        if (title.isEmpty() || title.length() > LONGEST_TITLE || title.chars().anyMatch(Character::isISOControl)) {
            faults.add("活动名称应为 1 至 " + LONGEST_TITLE + " 个字");
        }
        if (note.filter(words -> words.length() > LONGEST_NOTE || words.indexOf('\0') >= 0)
                .isPresent()) {
            faults.add("说明至多 " + LONGEST_NOTE + " 字");
        }
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }
}
