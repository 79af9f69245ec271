package cn.diming.core.inspection;

import java.util.List;
import java.util.Optional;

/**
 * What one side says of a round besides its records.
 *
 * @param problems what was found, and what is done about it
 * @param opinion the side's conclusion
 */
public record SideWork(List<Participant> participants, Optional<String> problems, Optional<String> opinion) {

    private static final int MOST_PEOPLE = 40;
    private static final int LONGEST = 2000;

    static final SideWork NONE = new SideWork(List.of(), Optional.empty(), Optional.empty());

    /** @throws cn.diming.core.record.Refused for too many people or words */
    public SideWork {
        participants = List.copyOf(participants);
        if (participants.size() > MOST_PEOPLE) {
            throw Words.refused("一方参加人员至多 " + MOST_PEOPLE + " 人");
        }
        problems = Words.fit(problems, LONGEST, "存在问题与处理");
        opinion = Words.fit(opinion, LONGEST, "检查意见");
    }
}
