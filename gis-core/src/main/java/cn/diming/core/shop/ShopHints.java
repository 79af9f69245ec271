package cn.diming.core.shop;

import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.StoredRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an officer should look at: shops that may be the same, words of advertisement, a door far away. Hints decide nothing. */
final class ShopHints {

    private static final int MOST = 12;
    private static final int CANDIDATES = 2000;
    /** Web addresses, numbers to write to, one sign many times over. */
    private static final Pattern LINK = Pattern.compile("(?i)https?://|www\\.|\\.(com|cn|net|top|xyz)\\b");

    private static final Pattern NUMBER =
            Pattern.compile("(?<!\\d)1[3-9]\\d{9}(?!\\d)|(?i)(qq|vx|wx|微信)[:：\\s]*[\\w-]{5,}");
    private static final Pattern REPEATED = Pattern.compile("(.)\\1{4,}");

    private final Shops.Setting core;
    private final ShopFilingStore store;
    private final ShopDoors doors;

    ShopHints(Shops.Setting core, ShopFilingStore store, ShopDoors doors) {
        this.core = core;
        this.store = store;
        this.doors = doors;
    }

    /** The nearest first. */
    List<ShopLikeness> alike(ShopFiling filing) {
        Optional<LonLat> place = filing.content().position().map(ShopPosition::at);
        if (place.isEmpty()) {
            return List.of();
        }
        ShopRules rules = ShopRules.of(core.profiles(), filing.divisionCode());
        Map<String, ShopLikeness> found = new LinkedHashMap<>();
        Bbox around = Bbox.around(place.get(), rules.likenessMetres());
        for (StoredRecord shop : core.store().inBox(RecordKind.SHOP, around, CANDIDATES)) {
            if (filing.shopId().orElse(-1) != shop.id()) {
                how(filing, rules, shop.title(), shop.text("phone"), shop.position())
                        .ifPresent(how -> found.put("shop" + shop.id(), known(shop, how, place.get())));
            }
        }
        for (ShopFiling other : store.alike(filing, around, CANDIDATES)) {
            ShopContent shop = other.content();
            how(filing, rules, shop.name(), shop.phone(), shop.position().map(ShopPosition::at))
                    .ifPresent(how -> found.put(key(other), filed(other, how, place.get())));
        }
        return found.values().stream()
                .sorted(Comparator.comparingDouble(one -> one.distanceMetres().orElse(Double.MAX_VALUE)))
                .limit(MOST)
                .toList();
    }

    /** A shop that is filed and on the map is one. */
    private static String key(ShopFiling filing) {
        return filing.shopId().isPresent() ? "shop" + filing.shopId().getAsLong() : "filing" + filing.id();
    }

    private static Optional<String> how(
            ShopFiling filing, ShopRules rules, String name, Optional<String> phone, Optional<LonLat> at) {
        List<String> ways = new ArrayList<>();
        if (plain(name).equals(plain(filing.content().name()))) {
            ways.add("同名");
        }
        if (phone.isPresent() && phone.equals(filing.content().phone())) {
            ways.add("同一电话");
        }
        LonLat here = filing.content().position().orElseThrow().at();
        if (at.filter(there -> Ellipsoid.distanceMetres(here, there) <= rules.nearMetres())
                .isPresent()) {
            ways.add("同一位置");
        }
        return ways.isEmpty() ? Optional.empty() : Optional.of(String.join("、", ways));
    }

    /** Without what tells branches and kinds of writing apart. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s()（）·.\\-—“”\"]", "")
                .replaceFirst("(总店|分店|本店)$", "");
    }

    private ShopLikeness known(StoredRecord shop, String how, LonLat from) {
        return new ShopLikeness(
                OptionalLong.of(shop.id()),
                store.ofShop(shop.id())
                        .map(other -> OptionalLong.of(other.id()))
                        .orElse(OptionalLong.empty()),
                shop.title(),
                how,
                shop.text("address").orElse(""),
                shop.position()
                        .map(at -> OptionalDouble.of(Ellipsoid.distanceMetres(from, at)))
                        .orElse(OptionalDouble.empty()));
    }

    private static ShopLikeness filed(ShopFiling other, String how, LonLat from) {
        return new ShopLikeness(
                other.shopId(),
                OptionalLong.of(other.id()),
                other.content().name(),
                how,
                other.content().address().orElse(""),
                other.content()
                        .position()
                        .map(at -> OptionalDouble.of(Ellipsoid.distanceMetres(from, at.at())))
                        .orElse(OptionalDouble.empty()));
    }

    /** Why the words look like an advertisement, in Chinese; empty when they do not. */
    List<String> spam(ShopFiling filing) {
        ShopContent shop = filing.content();
        String words = Stream.concat(
                        Stream.of(
                                shop.name(),
                                shop.description().orElse(""),
                                shop.hours().note().orElse("")),
                        shop.products().stream()
                                .map(one -> one.name() + " " + one.note().orElse("")))
                .reduce("", (one, more) -> one + "\n" + more);
        List<String> why = new ArrayList<>();
        ShopRules.of(core.profiles(), filing.divisionCode()).spamWords().stream()
                .filter(words::contains)
                .forEach(word -> why.add("含“" + word + "”"));
        if (LINK.matcher(words).find()) {
            why.add("含网址");
        }
        if (NUMBER.matcher(words).find()) {
            why.add("文字中含电话或社交账号");
        }
        if (REPEATED.matcher(words).find()) {
            why.add("同一个字重复多次");
        }
        return why;
    }

    /** What does not fit about the place, in Chinese. */
    List<String> place(ShopFiling filing) {
        Optional<LonLat> at = filing.content().position().map(ShopPosition::at);
        List<String> why = new ArrayList<>();
        if (at.isEmpty()) {
            return why;
        }
        double most = ShopRules.of(core.profiles(), filing.divisionCode()).addressMetres();
        doors.find(filing.content().doorPlateId(), at.get())
                .filter(door -> door.metres() > most)
                .ifPresent(door -> why.add("距所选门牌“" + door.address() + "” " + Math.round(door.metres()) + " 米"));
        filing.content()
                .position()
                .filter(position -> position.accuracyMetres().orElse(0) > most)
                .ifPresent(position ->
                        why.add("定位精度 ±" + Math.round(position.accuracyMetres().orElse(0)) + " 米"));
        return why;
    }
}
