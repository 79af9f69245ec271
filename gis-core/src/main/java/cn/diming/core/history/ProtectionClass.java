package cn.diming.core.history;

/** The ten classes of the first 地名保护名录 of 广州市 (January 2023); 地名管理条例 Art. 25 leaves them to the list. */
public enum ProtectionClass {
    DIVISION_AREA("政区区片"),
    MOUNTAIN_WATER("云山珠水"),
    SCENIC_HERITAGE("名胜古迹"),
    ANCIENT_PORT("千年商埠"),
    RED_MEMORY("红色印记"),
    MODERN_HISTORY("近代史迹"),
    OLD_VILLAGE("古村古庄"),
    OLD_STREET("老街老巷"),
    TRANSPORT("交通运输"),
    EDUCATION_CULTURE("科教文卫");

    private final String title;

    ProtectionClass(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
