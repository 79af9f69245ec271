package cn.diming.dataimport.shapefile;

import cn.diming.dataimport.source.SourceField;
import cn.diming.dataimport.source.SourceProblem;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.JulianFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the fields of one record. What is blank, full of asterisks or not a number is no value. */
final class DbfValue {
    private static final int LONG_DIGITS = 18;

    private final byte[] record;
    private final Charset charset;
    private final List<SourceProblem> problems;

    DbfValue(byte[] record, Charset charset, List<SourceProblem> problems) {
        this.record = record;
        this.charset = charset;
        this.problems = problems;
    }

    Optional<Object> of(DbfField field) {
        return switch (field.type()) {
            case 'N', 'F' -> number(field);
            case 'D' -> date(field);
            case 'L' -> logical(field);
            case 'I', '+' -> binary(field, 4).map(bytes -> (long) bytes.getInt());
            case 'B', 'O' ->
                binary(field, 8)
                        .map(ByteBuffer::getDouble)
                        .filter(Double::isFinite)
                        .map(Object.class::cast);
            case 'Y' -> binary(field, 8).map(bytes -> BigDecimal.valueOf(bytes.getLong(), 4));
            case '@', 'T' -> binary(field, 8).flatMap(this::timestamp);
            default -> text(field);
        };
    }

    private Optional<Object> text(DbfField field) {
        String text = DbfText.read(record, field.offset(), field.length(), charset);
        if (DbfText.damaged(text)) {
            problems.add(SourceProblem.row("字段 " + field.name() + " 有不能按 " + charset.name() + " 识别的字符：" + text));
        }
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private Optional<Object> number(DbfField field) {
        String text = DbfText.ascii(record, field.offset(), field.length());
        if (text.isEmpty() || text.charAt(0) == '*' || noNumber(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(field.kind() == SourceField.Type.INTEGER ? whole(text) : (Object) finite(text));
        } catch (NumberFormatException notANumber) {
            return fault(field, text, "不是数值");
        }
    }

    /** How C libraries print what is no number. */
    private static boolean noNumber(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("nan") || lower.contains("inf") || lower.contains("#");
    }

    private static Object whole(String text) {
        boolean plain = text.chars()
                .skip(text.startsWith("-") || text.startsWith("+") ? 1 : 0)
                .allMatch(c -> c >= '0' && c <= '9');
        if (!plain) {
            return finite(text);
        }
        return text.length() <= LONG_DIGITS ? (Object) Long.parseLong(text) : new BigDecimal(text);
    }

    private static Double finite(String text) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw new NumberFormatException();
        }
        return value;
    }

    private Optional<Object> date(DbfField field) {
        String text = DbfText.ascii(record, field.offset(), field.length());
        if (text.isEmpty() || text.chars().allMatch(c -> c == '0')) {
            return Optional.empty();
        }
        if (!text.matches("\\d{8}")) {
            return fault(field, text, "不是日期");
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(text.substring(0, 4)),
                    Integer.parseInt(text.substring(4, 6)),
                    Integer.parseInt(text.substring(6, 8))));
        } catch (DateTimeException noSuchDay) {
            return fault(field, text, "不是日期");
        }
    }

    private Optional<Object> logical(DbfField field) {
        String text = DbfText.ascii(record, field.offset(), field.length());
        return switch (text) {
            case "T", "t", "Y", "y", "1" -> Optional.of(true);
            case "F", "f", "N", "n", "0" -> Optional.of(false);
            case "", "?" -> Optional.empty();
            default -> fault(field, text, "不是是/否值");
        };
    }

    /** Julian day and milliseconds of the day, as FoxPro and Level 7 write them. */
    private Optional<Object> timestamp(ByteBuffer bytes) {
        int day = bytes.getInt();
        int millis = bytes.getInt();
        if (day <= 0 || millis < 0 || millis >= 86_400_000) {
            return Optional.empty();
        }
        LocalDate date = LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, day);
        return Optional.of(LocalDateTime.of(date, LocalTime.ofNanoOfDay(millis * 1_000_000L)));
    }

    private Optional<ByteBuffer> binary(DbfField field, int length) {
        return field.length() == length
                ? Optional.of(
                        ByteBuffer.wrap(record, field.offset(), length).slice().order(ByteOrder.LITTLE_ENDIAN))
                : Optional.empty();
    }

    private Optional<Object> fault(DbfField field, String text, String words) {
        problems.add(
                SourceProblem.row("字段 " + field.name() + " 的值「" + text.replaceAll("\\p{Cntrl}", " ") + "」" + words));
        return Optional.empty();
    }
}
