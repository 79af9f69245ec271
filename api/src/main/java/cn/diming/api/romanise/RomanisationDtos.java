package cn.diming.api.romanise;

import cn.diming.api.answer.Times;
import cn.diming.api.generated.model.ReadingConfirmation;
import cn.diming.api.generated.model.ReadingQuestion;
import cn.diming.api.generated.model.RomanisationQuestion;
import cn.diming.api.generated.model.Severity;
import cn.diming.api.generated.model.SpelledSegment;
import cn.diming.api.generated.model.SpellingStep;
import cn.diming.core.account.Account;
import cn.diming.core.account.Accounts;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.PlaceClasses;
import cn.diming.core.romanise.ConfirmedReading;
import cn.diming.core.romanise.ConfirmedReadings.Confirmation;
import cn.diming.core.romanise.Romanisation;
import cn.diming.core.romanise.SpellingFinding;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Between the contract and the core, field by field. */
final class RomanisationDtos {

    private final Accounts accounts;

    RomanisationDtos(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The category given, else the one of the class code. */
    static PlaceCategory category(RomanisationQuestion question) {
        return Optional.ofNullable(question.getCategory())
                .map(given -> PlaceCategory.valueOf(given.getValue()))
                .or(() -> Optional.ofNullable(question.getClassCode()).map(PlaceClasses::category))
                .orElse(PlaceCategory.OTHER);
    }

    static Confirmation confirmation(ReadingConfirmation wanted) {
        return new Confirmation(
                wanted.getText(),
                wanted.getReading(),
                wanted.getWholeName(),
                wanted.getScope(),
                Optional.ofNullable(wanted.getBasis()));
    }

    static cn.diming.api.generated.model.Romanisation romanisation(
            Romanisation spelled, List<SpellingFinding> findings) {
        return new cn.diming.api.generated.model.Romanisation(
                spelled.name(),
                spelled.toned(),
                spelled.toneless(),
                spelled.sign(),
                spelled.isSettled(),
                spelled.segments().stream()
                        .map(segment -> new SpelledSegment(segment.written(), segment.toned(), segment.syllables()))
                        .toList(),
                spelled.trace().stream()
                        .map(step -> new SpellingStep(step.rule(), step.text(), step.words()))
                        .toList(),
                spelled.questions().stream().map(RomanisationDtos::question).toList(),
                findings.stream().map(RomanisationDtos::finding).toList());
    }

    private static ReadingQuestion question(Romanisation.Question asked) {
        return new ReadingQuestion(
                        asked.position(), asked.character(), asked.chosen(), asked.candidates(), asked.word())
                .reading(asked.reading());
    }

    private static cn.diming.api.generated.model.SpellingFinding finding(SpellingFinding found) {
        return new cn.diming.api.generated.model.SpellingFinding(
                cn.diming.api.generated.model.SpellingFinding.FaultEnum.fromValue(
                        found.fault().name()),
                Severity.fromValue(found.fault().severity().name()),
                found.message());
    }

    cn.diming.api.generated.model.ConfirmedReading reading(ConfirmedReading row) {
        var dto = new cn.diming.api.generated.model.ConfirmedReading(
                row.id(), row.text(), row.reading(), row.wholeName(), row.scope(), Times.of(row.confirmedAt()));
        row.basis().ifPresent(dto::basis);
        name(row.confirmedBy()).ifPresent(dto::confirmedBy);
        return dto;
    }

    private Optional<String> name(OptionalLong accountId) {
        return accountId.isPresent()
                ? accounts.find(accountId.getAsLong()).map(Account::displayName)
                : Optional.empty();
    }
}
