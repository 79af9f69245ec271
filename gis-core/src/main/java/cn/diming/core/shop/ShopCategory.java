package cn.diming.core.shop;

import java.util.Arrays;
import java.util.Optional;

/** What a shop of a village is. */
public enum ShopCategory {
    RESTAURANT("餐饮"),
    FARM_STAY("农家乐"),
    GUESTHOUSE("民宿"),
    PRODUCE("农产品"),
    PICKING("采摘园"),
    STORE("商店"),
    CRAFT("手工艺"),
    SERVICE("生活服务"),
    PARCEL("快递点"),
    OTHER("其他");

    private final String title;

    ShopCategory(String title) {
        this.title = title;
    }

    /** In Chinese, for people; also what the register calls it. */
    public String title() {
        return title;
    }

    /** By the register's word. */
    public static Optional<ShopCategory> ofTitle(String title) {
        return Arrays.stream(values()).filter(one -> one.title.equals(title)).findFirst();
    }
}
