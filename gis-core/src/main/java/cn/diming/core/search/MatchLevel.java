package cn.diming.core.search;

/** What an answer was matched to: the vocabulary that geocoding services in China use (匹配级别). */
public enum MatchLevel {
    PROVINCE("省"),
    CITY("市"),
    DISTRICT("区县"),
    TOWNSHIP("乡镇"),
    VILLAGE("村庄"),
    ROAD("道路"),
    CROSSING("道路交叉路口"),
    DOOR("门牌号"),
    UNIT("单元号"),
    POI("兴趣点");

    private static final MatchLevel[] DIVISIONS = {PROVINCE, CITY, DISTRICT, TOWNSHIP, VILLAGE};

    private final String title;

    MatchLevel(String title) {
        this.title = title;
    }

    /** As the services write it. */
    public String title() {
        return title;
    }

    /** @param divisionLevel 1 to 5, of anything but a division 0 */
    static MatchLevel of(SearchKind kind, int divisionLevel) {
        return switch (kind) {
            case DIVISION -> DIVISIONS[Math.clamp(divisionLevel, 1, 5) - 1];
            case STREET -> ROAD;
            case DOOR_PLATE -> DOOR;
            case PLACE, SHOP, FACILITY, LOCAL_ENTRY -> POI;
        };
    }
}
