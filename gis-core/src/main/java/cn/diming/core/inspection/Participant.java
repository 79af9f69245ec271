package cn.diming.core.inspection;

/** Somebody who takes part for one side. */
public record Participant(String name, String duty, String office) {

    private static final int LONGEST = 40;

    /** @throws cn.diming.core.record.Refused for words that are missing or too long */
    public Participant {
        name = name.strip();
        duty = duty.strip();
        office = office.strip();
        if (name.isEmpty()
                || Words.unfit(name, LONGEST)
                || Words.unfit(duty, LONGEST)
                || Words.unfit(office, LONGEST)) {
            throw Words.refused("参加人员应写明姓名，姓名、职责、单位各至多 " + LONGEST + " 字");
        }
    }
}
