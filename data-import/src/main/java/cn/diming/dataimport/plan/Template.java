package cn.diming.dataimport.plan;

import cn.diming.core.region.DivisionCode;
import cn.diming.dataimport.source.SourceFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with values of a row in it: {@code 349901${town_id|add:100|pad:3}000}. A part is a field name or a path into nested
 * JSON, followed by steps:
 *
 * <ul>
 *   <li>{@code add:N} adds to a whole number, {@code pad:N} fills it up with zeros
 *   <li>{@code head:N} keeps the first N characters, {@code digits} the digits at the beginning
 *   <li>{@code code12} fills a division code up to 12 digits, {@code parent} gives the division above it
 *   <li>{@code without:TEXT} cuts TEXT off the end, {@code match:REGEX} gives what its first group finds
 * </ul>
 *
 * The path {@code #row} is the row's number. When a part has no value, the whole has none.
 */
final class Template {

    private static final Pattern PART = Pattern.compile("\\$\\{([^}|]+)((?:\\|[^}|]+)*)}");

    private static final int LONGEST = 100;

    private static final String ROW_NUMBER = "#row";

    private final String text;
    private final List<Part> parts;

    private Template(String text, List<Part> parts) {
        this.text = text;
        this.parts = parts;
    }

    /** @throws PlanRefused when the text is no template */
    static Template parse(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher part = PART.matcher(text);
        int end = 0;
        while (part.find()) {
            requireLiteral(text, end, part.start());
            List<UnaryOperator<String>> steps = Pattern.compile("[|]")
                    .splitAsStream(part.group(2))
                    .filter(step -> !step.isEmpty())
                    .map(Template::step)
                    .toList();
            parts.add(new Part(part.start(), part.end(), part.group(1).strip(), steps));
            end = part.end();
        }
        requireLiteral(text, end, text.length());
        return new Template(text, parts);
    }

    private static void requireLiteral(String text, int start, int end) {
        if (text.substring(start, end).contains("${")) {
            throw new PlanRefused("模板写法有误，应如 ${字段|处理}（正则表达式里不能有 | 和 }）：" + text);
        }
    }

    /** Paths of the fields it reads. */
    List<String> paths() {
        return parts.stream()
                .map(Part::path)
                .filter(path -> !path.equals(ROW_NUMBER))
                .toList();
    }

    /** @throws IllegalArgumentException with a Chinese sentence when a step cannot be taken */
    Optional<String> fill(SourceFeature row) {
        StringBuilder filled = new StringBuilder();
        int end = 0;
        for (Part part : parts) {
            Optional<String> value = part.value(row);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            filled.append(text, end, part.start).append(value.get());
            end = part.end;
        }
        return Optional.of(filled.append(text, end, text.length()).toString()).filter(s -> !s.isBlank());
    }

    private static UnaryOperator<String> step(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        String argument = colon < 0 ? "" : text.substring(colon + 1);
        return switch (name) {
            case "add" -> add(number(argument, Long.MIN_VALUE, Long.MAX_VALUE));
            case "pad" -> pad((int) number(argument, 1, LONGEST));
            case "head" -> head((int) number(argument, 1, LONGEST));
            case "digits" -> value -> value.replaceFirst("\\D.*$", "");
            case "code12" -> value -> DivisionCode.parse(value).digits();
            case "parent" ->
                value -> DivisionCode.parse(value)
                        .parent()
                        .map(DivisionCode::digits)
                        .orElse("");
            case "without" ->
                value -> value.endsWith(argument) ? value.substring(0, value.length() - argument.length()) : value;
            case "match" -> match(argument);
            default -> throw new PlanRefused("模板里没有这种处理：" + text);
        };
    }

    private static UnaryOperator<String> add(long by) {
        return value -> {
            try {
                return Long.toString(Math.addExact(Long.parseLong(value.strip()), by));
            } catch (ArithmeticException | NumberFormatException wrong) {
                throw new IllegalArgumentException("不是整数：" + value, wrong);
            }
        };
    }

    private static UnaryOperator<String> match(String regex) {
        Pattern pattern = PlanReader.pattern(regex);
        if (pattern.matcher("").groupCount() == 0) {
            throw new PlanRefused("正则表达式里要有一对括号，括出要取的部分：" + regex);
        }
        return value -> {
            Matcher found = pattern.matcher(value);
            return found.find() && found.group(1) != null ? found.group(1) : "";
        };
    }

    private static UnaryOperator<String> pad(int digits) {
        return value -> value.length() >= digits ? value : "0".repeat(digits - value.length()) + value;
    }

    private static UnaryOperator<String> head(int length) {
        return value -> value.codePointCount(0, value.length()) <= length
                ? value
                : value.substring(0, value.offsetByCodePoints(0, length));
    }

    private static long number(String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException wrong) {
            throw new PlanRefused("模板里应是整数：" + text, wrong);
        }
        throw new PlanRefused("模板里的数应在 " + least + " 与 " + most + " 之间：" + text);
    }

    private record Part(int start, int end, String path, List<UnaryOperator<String>> steps) {
        Optional<String> value(SourceFeature row) {
            Optional<String> value = path.equals(ROW_NUMBER)
                    ? Optional.of(Long.toString(row.row()))
                    : row.text(path).map(String::strip).filter(v -> !v.isEmpty());
            for (UnaryOperator<String> step : steps) {
                value = value.map(step).filter(v -> !v.isEmpty());
            }
            return value;
        }
    }
}
