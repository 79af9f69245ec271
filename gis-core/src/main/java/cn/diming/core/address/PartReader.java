package cn.diming.core.address;

import cn.diming.core.numbering.PlateNumber;
import cn.diming.core.text.GenericTerm;
import cn.diming.core.text.GenericTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single parts at a place in the text by their own form: numbers, buildings, and names by their generic terms. */
final class PartReader {

    private static final String COUNT = "(?:[0-9]{1,5}|[〇零一二三四五六七八九十百千两]{1,9})";
    /** Households of a door are few; a larger number before 户 is a room's. */
    private static final String HOUSEHOLD = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})户";

    private static final Pattern NUMBER = Pattern.compile(COUNT + "(?:号附" + COUNT + "号?|附" + COUNT + "号|号?之" + COUNT
            + "号?|-" + COUNT + "号|号" + HOUSEHOLD + "|号(?!楼|院|[东南西北]?[座幢栋]))");
    private static final Pattern BARE_NUMBER =
            Pattern.compile("[0-9]{1,5}(?:-[0-9]{1,4})?(?=$|[^0-9栋幢座楼层室房户弄巷组队社单a-zA-Z])");
    private static final Pattern BUILDING =
            Pattern.compile("(?:[A-Za-z]?[0-9]{1,4}(?:-[0-9]{1,3})?[A-Za-z]?|[A-Za-z]{1,2}|[东南西北中]|第?" + COUNT
                    + ")(?:栋|幢|座|号楼|号院|号[东南西北]座)");
    private static final Pattern UNIT = Pattern.compile("(?:第?" + COUNT + "|[A-Za-z]|[东南西北中甲乙丙丁])(?:单元|梯)");
    private static final Pattern FLOOR = Pattern.compile("(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[楼层F]");
    private static final Pattern ROOM = Pattern.compile(
            "(?:[A-Za-z]{0,2}[0-9]{2,5}(?:-[0-9]{1,4})?[A-Za-z]?|[0-9]{1,2}[A-Za-z]?[0-9]?)(?:室|房间|房|户|号铺|铺|档|号?店)|[A-Za-z]{0,2}[0-9]{2,5}[A-Za-z]?(?:-[0-9]{1,4})?(?=$)");
    private static final Pattern GROUP = Pattern.compile(
            "(?:第?" + COUNT + "|[\\p{IsHan}]{1,3}?)(?:经济合作社|经济联合社|经济社|村民小组|生产队)|第?" + COUNT + "(?:组|队|社)");
    private static final Pattern NUMBERED_LANE =
            Pattern.compile("(?:[东南西北上下前后左右大小正新老横直]{0,2}第?" + COUNT + "?)(?:横巷|直巷|横街|直街|横路|直路|巷|弄|里弄|胡同|坊|围|约|支弄|支路)");
    private static final Pattern NUMBERED_ROAD = Pattern.compile(
            "[0-9]{1,2}道[0-9]{1,3}路|(?:(?<![A-Z])[0-9]{1,3}号?|[GSXY][0-9]{1,4}|[一二三四五六七八九十]{1,2}号?)(?:大道|大街|公路|省道|国道|县道|乡道|路|街|道|线|环)");
    private static final Set<String> LANES =
            Set.of("巷", "里", "坊", "弄", "胡同", "横巷", "直巷", "里弄", "小巷", "大巷", "东巷", "西巷", "南巷", "北巷", "约", "围");
    private static final Pattern SECTION = Pattern.compile("[东西南北中]段|[东西南北中](?=[0-9]|$)");
    private static final Pattern BUSINESS =
            Pattern.compile(".+(?:[饭酒商书药餐旅鞋茶粥面粉糖花]店|专卖店|便利店|小卖部|士多|超市|酒家|食府|餐厅|饭堂|公司|工厂|厂|银行|支行|药房|诊所|合作社|农庄|农场|饭庄)");
    private static final int LONGEST_NAME = 12;
    private static final int LONGEST_ESTATE = 14;

    /** A part and how surely it is one, in points a character. */
    record Found(AddressLevel level, String text, int end, double weight) {}

    private final String text;

    PartReader(String text) {
        this.text = text;
    }

    List<Found> at(int position) {
        List<Found> found = new ArrayList<>();
        match(NUMBER, position)
                .ifPresent(read -> found.add(found(AddressLevel.NUMBER, position, plate(read), read, 1.0)));
        match(BARE_NUMBER, position)
                .ifPresent(read -> found.add(found(AddressLevel.NUMBER, position, plate(read), read, 0.6)));
        match(BUILDING, position).ifPresent(read -> found.add(found(AddressLevel.BUILDING, position, read, read, 1.0)));
        match(UNIT, position).ifPresent(read -> found.add(found(AddressLevel.UNIT, position, read, read, 1.0)));
        match(FLOOR, position).ifPresent(read -> found.add(found(AddressLevel.FLOOR, position, read, read, 0.9)));
        match(ROOM, position).ifPresent(read -> found.add(found(AddressLevel.ROOM, position, read, read, 0.9)));
        match(GROUP, position).ifPresent(read -> found.add(found(AddressLevel.GROUP, position, read, read, 0.9)));
        match(NUMBERED_LANE, position)
                .filter(read -> read.length() > 1)
                .ifPresent(read -> found.add(found(AddressLevel.LANE, position, read, read, 0.9)));
        match(NUMBERED_ROAD, position)
                .ifPresent(read -> found.add(found(AddressLevel.STREET, position, read, read, 0.8)));
        addNames(position, found);
        return found;
    }

    private static String plate(String read) {
        return PlateNumber.find(read).map(PlateNumber::text).orElse(read);
    }

    private static Found found(AddressLevel level, int position, String written, String read, double weight) {
        return new Found(level, written, position + read.length(), weight);
    }

    private Optional<String> match(Pattern pattern, int position) {
        Matcher matcher = pattern.matcher(text).region(position, text.length()).useTransparentBounds(true);
        return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** Names that end in a generic term; the shorter one is tried as well as the longer. */
    private void addNames(int position, List<Found> found) {
        for (int end = position + 2; end <= Math.min(text.length(), position + LONGEST_ESTATE); end++) {
            String name = text.substring(position, end);
            if (!isName(name)) {
                continue;
            }
            int last = end;
            if (BUSINESS.matcher(name).matches()) {
                found.add(new Found(AddressLevel.POI, name, last, 0.5));
                continue;
            }
            Optional<GenericTerm> generic = GenericTerms.split(name).generic().or(() -> GenericTerms.find(name));
            generic.flatMap(PartReader::level).ifPresent(level -> {
                found.add(new Found(level, name, last, weight(level, name)));
                if (level == AddressLevel.STREET) {
                    match(SECTION, last)
                            .ifPresent(section ->
                                    found.add(new Found(level, name + section, last + section.length(), 0.6)));
                }
            });
        }
    }

    private static boolean isName(String name) {
        return name.codePoints().allMatch(c -> Character.isIdeographic(c) || Character.isLetter(c))
                || name.matches("[\\p{IsHan}]+[0-9]{1,3}号?(路|街|巷|弄|大道)");
    }

    private static double weight(AddressLevel level, String name) {
        double usual = switch (level) {
            case STREET, LANE -> 0.55;
            case ESTATE -> 0.5;
            default -> 0.45;
        };
        return name.length() > LONGEST_NAME - 4 ? usual - 0.2 : usual;
    }

    private static Optional<AddressLevel> level(GenericTerm term) {
        String text = term.text();
        return switch (term.family()) {
            case DIVISION -> division(text);
            case COMMUNITY -> Optional.of(AddressLevel.VILLAGE);
            case SETTLEMENT ->
                LANES.contains(text)
                        ? Optional.of(AddressLevel.LANE)
                        : text.equals("村")
                                ? Optional.of(AddressLevel.VILLAGE)
                                : Optional.of(AddressLevel.NATURAL_VILLAGE);
            case STREET -> Optional.of(LANES.contains(text) ? AddressLevel.LANE : AddressLevel.STREET);
            case ESTATE -> Optional.of(AddressLevel.ESTATE);
            case FACILITY, WATER, LAND -> Optional.of(AddressLevel.POI);
        };
    }

    private static Optional<AddressLevel> division(String term) {
        return switch (term) {
            case "省", "自治区", "特别行政区" -> Optional.of(AddressLevel.PROVINCE);
            case "市", "自治州", "盟", "地区" -> Optional.of(AddressLevel.PREFECTURE);
            case "区", "县", "旗", "自治县", "自治旗" -> Optional.of(AddressLevel.COUNTY);
            case "镇", "乡", "街道", "苏木", "街道办事处", "民族乡" -> Optional.of(AddressLevel.TOWN);
            default -> Optional.empty();
        };
    }
}
