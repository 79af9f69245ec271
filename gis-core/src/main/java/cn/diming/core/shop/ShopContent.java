package cn.diming.core.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a merchant says of a shop. A draft may lack things; what it says has the right form.
 *
 * @param phone of the shop; shown to the public when {@code phonePublic}
 * @param address as its merchant writes it, without the division
 * @param doorPlateId the door it stands at
 * @param creditCode 统一社会信用代码 of its licence; for staff and map platforms alone
 */
public record ShopContent(
        String name,
        ShopCategory category,
        Optional<String> description,
        Optional<String> phone,
        boolean phonePublic,
        OpeningHours hours,
        List<Product> products,
        Optional<ShopPosition> position,
        Optional<String> address,
        OptionalLong doorPlateId,
        Optional<String> creditCode) {

    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_DESCRIPTION = 300;
    private static final int LONGEST_ADDRESS = 60;
    private static final int MOST_PRODUCTS = 30;

    /** @throws cn.diming.core.record.Refused with a sentence for the first fault */
    public ShopContent {
        name = Words.line(name, LONGEST_NAME, "店名");
        description = Words.lines(description, LONGEST_DESCRIPTION, "简介");
        address = Words.line(address, LONGEST_ADDRESS, "地址");
        phone = phone.map(text -> text.replaceAll("[\\s]", "")).filter(text -> !text.isEmpty());
        creditCode =
                creditCode.map(text -> text.strip().toUpperCase(Locale.ROOT)).filter(text -> !text.isEmpty());
        products = List.copyOf(products);
        if (name.isEmpty()) {
            throw Words.refused("请写店名");
        }
        if (phone.filter(text ->
                        !text.matches("1[3-9]\\d{9}|(0\\d{2,3}-?)?[2-9]\\d{6,7}(-\\d{1,5})?|[48]00-?\\d{3}-?\\d{4}"))
                .isPresent()) {
            throw Words.refused("店铺电话应为手机号、固定电话（区号-号码）或 400 电话");
        }
        if (creditCode.filter(code -> !CreditCode.isValid(code)).isPresent()) {
            throw Words.refused("统一社会信用代码不对：18 位，末位为校验码（GB 32100-2015）");
        }
        if (products.size() > MOST_PRODUCTS) {
            throw Words.refused("产品至多 " + MOST_PRODUCTS + " 种");
        }
    }

    /** What an officer needs before anything can be decided, in Chinese; empty when nothing lacks. */
    List<String> lacks() {
        List<String> lacks = new ArrayList<>();
        if (phone.isEmpty()) {
            lacks.add("请填店铺电话（不公开也要填，审核时联系用）");
        }
        if (!hours.isKnown()) {
            lacks.add("请填营业时间");
        }
        if (position.isEmpty()) {
            lacks.add("请定位，或在地图上选店铺的位置");
        }
        if (address.isEmpty() && doorPlateId.isEmpty()) {
            lacks.add("请选门牌，或写地址");
        }
        return lacks;
    }

    /** Whether the same shop at the same door is spoken of: all but what changes from day to day. */
    boolean isSameShop(ShopContent other) {
        return withTrifles(other).equals(other);
    }

    private ShopContent withTrifles(ShopContent other) {
        return new ShopContent(
                name,
                category,
                other.description,
                phone,
                phonePublic,
                other.hours,
                other.products,
                position,
                address,
                doorPlateId,
                creditCode);
    }
}
