package cn.diming.core.naming;

import cn.diming.core.profile.ProfileRow;
import cn.diming.core.record.PlaceCategory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How large a thing must be to bear a generic term; what is not known about it is not held against it. */
record Threshold(
        List<String> generics,
        List<PlaceCategory> categories,
        List<Condition> any,
        List<Condition> all,
        String source) {

    private static final Map<String, String> FIELDS = Map.of(
            "widthMetres", "宽（米）",
            "lengthMetres", "长（米）",
            "siteSquareMetres", "占地面积（平方米）",
            "floorSquareMetres", "建筑面积（平方米）",
            "openSquareMetres", "集中公共场地（平方米）",
            "storeys", "层数",
            "greenPercent", "绿地与休闲用地（%）",
            "floorAreaRatio", "容积率",
            "coveragePercent", "建筑密度（%）");

    /** A comparison such as {@code storeys >= 20}. */
    record Condition(String field, String comparison, double limit) {

        static Condition parse(String text) {
            String[] words = text.split(" ");
            if (!FIELDS.containsKey(words[0])) {
                throw new IllegalArgumentException("规模要求中没有 " + words[0] + " 这一项");
            }
            return new Condition(words[0], words[1], Double.parseDouble(words[2]));
        }

        boolean holds(double value) {
            return switch (comparison) {
                case ">=" -> value >= limit;
                case "<=" -> value <= limit;
                case ">" -> value > limit;
                default -> value < limit;
            };
        }

        String words() {
            String sign = Map.of(">=", "不小于", "<=", "不大于", ">", "大于", "<", "小于").get(comparison);
            return FIELDS.get(field) + sign + plain(limit);
        }
    }

    static Threshold of(ProfileRow row) {
        return new Threshold(
                row.texts("generics"),
                RuleRow.categories(row),
                row.texts("any").stream().map(Condition::parse).toList(),
                row.texts("all").stream().map(Condition::parse).toList(),
                row.source());
    }

    /** What is not fulfilled, in Chinese; empty when all is, or not enough is known. */
    Optional<String> fault(EntityFacts facts) {
        List<Condition> broken =
                all.stream().filter(condition -> isBroken(condition, facts)).toList();
        boolean noneOfAny = !any.isEmpty() && any.stream().allMatch(condition -> isBroken(condition, facts));
        if (broken.isEmpty() && !noneOfAny) {
            return Optional.empty();
        }
        Stream<Condition> told = noneOfAny ? Stream.concat(any.stream(), broken.stream()) : broken.stream();
        String actual = told.map(condition -> FIELDS.get(condition.field)
                        + plain(value(condition.field, facts).orElseThrow()))
                .distinct()
                .collect(Collectors.joining("，"));
        return Optional.of("要求" + requirement() + "；现为" + actual);
    }

    /** Whether enough is known to say that the demands are met. */
    boolean isKnownToFit(EntityFacts facts) {
        return all.stream().allMatch(condition -> holds(condition, facts))
                && (any.isEmpty() || any.stream().anyMatch(condition -> holds(condition, facts)));
    }

    private static boolean holds(Condition condition, EntityFacts facts) {
        OptionalDouble value = value(condition.field, facts);
        return value.isPresent() && condition.holds(value.getAsDouble());
    }

    private String requirement() {
        String either = any.stream().map(Condition::words).collect(Collectors.joining("或"));
        String each = all.stream().map(Condition::words).collect(Collectors.joining("、"));
        return either.isEmpty() || each.isEmpty() ? either + each : either + "，并且" + each;
    }

    private static boolean isBroken(Condition condition, EntityFacts facts) {
        OptionalDouble value = value(condition.field, facts);
        return value.isPresent() && !condition.holds(value.getAsDouble());
    }

    private static OptionalDouble value(String field, EntityFacts facts) {
        return switch (field) {
            case "widthMetres" -> facts.widthMetres();
            case "lengthMetres" -> facts.lengthMetres();
            case "siteSquareMetres" -> facts.siteSquareMetres();
            case "floorSquareMetres" -> facts.floorSquareMetres();
            case "openSquareMetres" -> facts.openSquareMetres();
            case "greenPercent" -> facts.greenPercent();
            case "floorAreaRatio" -> facts.floorAreaRatio();
            case "coveragePercent" -> facts.coveragePercent();
            default ->
                facts.storeys().isPresent() ? OptionalDouble.of(facts.storeys().getAsInt()) : OptionalDouble.empty();
        };
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : String.format(Locale.ROOT, "%.2f", number);
    }
}
