package cn.diming.core.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.record.Refused;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a shop is open, what it sells, and the code of its licence. */
class OpeningHoursTest {

    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private static OpeningHours.Span span(String from, String to) {
        return new OpeningHours.Span(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static OpeningHours hours(Set<DayOfWeek> days, OpeningHours.Span... spans) {
        return new OpeningHours(List.of(new OpeningHours.Rule(days, List.of(spans))), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:59, false", // a Monday
        "2026-03-02T09:00, true",
        "2026-03-02T14:00, false",
        "2026-03-02T18:00, true",
        "2026-03-03T01:59, true", // on from Monday evening
        "2026-03-03T02:00, false",
        "2026-03-07T01:00, true", // Saturday, on from Friday evening
        "2026-03-07T10:00, false",
        "2026-03-02T01:00, false", // Sunday was closed
    })
    void aSpanPastMidnightBelongsToTheDayItBegan(String time, boolean open) {
        OpeningHours hours = hours(WORKDAYS, span("17:00", "02:00"), span("09:00", "14:00"));
        assertThat(hours.isOpenAt(ZonedDateTime.parse(time + ":00+08:00[Asia/Shanghai]")))
                .isEqualTo(open);
        assertThat(hours.text()).isEqualTo("周一至周五 09:00–14:00、17:00–次日02:00");
    }

    @Test
    void theWeekIsToldInShort() {
        OpeningHours hours = new OpeningHours(
                List.of(
                        new OpeningHours.Rule(
                                EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of(span("00:00", "00:00"))),
                        new OpeningHours.Rule(EnumSet.of(DayOfWeek.MONDAY), List.of(span("09:00", "17:30")))),
                Optional.of(" 春节休息 "));
        assertThat(hours.text()).isEqualTo("周一 09:00–17:30；周六、周日 全天（春节休息）");
        assertThat(hours.isOpenAt(ZonedDateTime.parse("2026-03-08T23:59:00+08:00[Asia/Shanghai]")))
                .isTrue();
        assertThat(OpeningHours.UNKNOWN.isOpenAt(ZonedDateTime.parse("2026-03-08T12:00:00+08:00[Asia/Shanghai]")))
                .isFalse();
    }

    @Test
    void spansThatOverlapAreRefusedAlsoPastMidnight() {
        assertThatThrownBy(() -> hours(WORKDAYS, span("09:00", "14:00"), span("13:00", "20:00")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> hours(WORKDAYS, span("18:00", "10:00"), span("09:00", "12:00")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new OpeningHours(
                        List.of(
                                new OpeningHours.Rule(WORKDAYS, List.of(span("09:00", "10:00"))),
                                new OpeningHours.Rule(EnumSet.of(DayOfWeek.FRIDAY), List.of(span("12:00", "13:00")))),
                        Optional.empty()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("周五");
        hours(EnumSet.allOf(DayOfWeek.class), span("18:00", "09:00"), span("09:00", "12:00"));
    }

    @Test
    void aSeasonRunsOverTheNewYear() {
        assertThat(product(Set.of(Month.DECEMBER, Month.JANUARY, Month.NOVEMBER))
                        .seasonText())
                .isEqualTo("11月至1月");
        assertThat(product(Set.of(Month.JUNE)).seasonText()).isEqualTo("6月");
        assertThat(product(Set.of()).seasonText()).isEqualTo("全年");
        assertThat(product(Set.of()).priceText()).hasValue("12.5 元/斤");
    }

    private static Product product(Set<Month> season) {
        return new Product("荔枝", season, Optional.of(new BigDecimal("12.50")), Optional.of("斤"), Optional.empty());
    }

    @Test
    void aCreditCodeIsKnownByItsCheckSign() {
        assertThat(CreditCode.isValid("91350100M000100Y43")).isTrue(); // the example of GB 32100-2015
        assertThat(CreditCode.isValid("91350100M000100Y44")).isFalse();
        assertThat(CreditCode.isValid("9135O100M000100Y43")).isFalse();
    }

    @Test
    void whatIsKeptIsReadBackAsItWas() {
        ShopContent shop = ShopFixture.content("稳记鱼生馆", ShopFixture.HERE, OptionalLong.of(5));
        assertThat(ShopJson.read(ShopJson.write(shop))).isEqualTo(shop);
    }
}
