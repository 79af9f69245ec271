package cn.diming.api.register;

import cn.diming.api.answer.Days;
import cn.diming.api.answer.Given;
import cn.diming.api.generated.model.PlaceCategory;
import cn.diming.api.generated.model.PlaceStatus;
import cn.diming.api.generated.model.RegisterSort;
import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import cn.diming.core.history.RegisterCursor;
import cn.diming.core.history.RegisterFilter;
import cn.diming.core.history.RegisterOrder;
import cn.diming.core.record.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The filter, order and place of a request for the register, put together part by part. */
final class RegisterWishes {

    private final LocalDate today;
    private RegisterFilter filter = RegisterFilter.all();

    /** @param today for a recorded time without a day */
    RegisterWishes(LocalDate today) {
        this.today = today;
    }

    RegisterWishes about(@Nullable String text, @Nullable String division, @Nullable String classCode) {
        filter = new RegisterFilter(
                clean(text),
                Optional.ofNullable(division),
                filter.categories(),
                Optional.ofNullable(classCode),
                filter.statuses(),
                filter.protectedName(),
                filter.formerNames(),
                filter.changedSince(),
                filter.asOf());
        return this;
    }

    RegisterWishes only(
            @Nullable List<PlaceCategory> categories,
            @Nullable List<PlaceStatus> statuses,
            @Nullable Boolean protectedName,
            @Nullable Boolean formerNames) {
        filter = new RegisterFilter(
                filter.text(),
                filter.division(),
                categories == null
                        ? Set.of()
                        : categories.stream().map(RegisterDtos::core).collect(Collectors.toSet()),
                filter.classCode(),
                statuses == null
                        ? Set.of()
                        : statuses.stream().map(PlaceStatus::getValue).collect(Collectors.toSet()),
                Optional.ofNullable(protectedName),
                Optional.ofNullable(formerNames),
                filter.changedSince(),
                filter.asOf());
        return this;
    }

    RegisterFilter at(@Nullable LocalDate changedSince, @Nullable LocalDate asOf, @Nullable OffsetDateTime recordedAt) {
        return new RegisterFilter(
                filter.text(),
                filter.division(),
                filter.categories(),
                filter.classCode(),
                filter.statuses(),
                filter.protectedName(),
                filter.formerNames(),
                Days.find(changedSince).map(Days::begin),
                asOf(today, asOf, recordedAt));
    }

    /** Empty when neither time was given. */
    static Optional<AsOf> asOf(LocalDate today, @Nullable LocalDate day, @Nullable OffsetDateTime recordedAt) {
        Optional<Instant> recorded = Days.find(recordedAt);
        return day == null && recorded.isEmpty()
                ? Optional.empty()
                : Optional.of(new AsOf(Days.find(day).orElse(today), recorded));
    }

    static RegisterOrder order(RegisterSort sort, boolean descending) {
        return new RegisterOrder(RegisterOrder.By.valueOf(sort.getValue()), descending);
    }

    static Optional<RegisterCursor> cursor(@Nullable String text, RegisterOrder order) {
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(RegisterCursor.parse(text, order)
                .orElseThrow(() -> new ProblemException(ProblemType.BAD_REQUEST, "cursor 应是上一页给出的 next。")));
    }

    /** @throws ProblemException 400 for a text with characters that no database holds */
    static Optional<String> clean(@Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "文字中含有不可见的控制字符。");
        }
        return Given.text(text);
    }
}
