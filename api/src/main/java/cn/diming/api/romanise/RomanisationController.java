package cn.diming.api.romanise;

import cn.diming.api.generated.RomanisationApi;
import cn.diming.api.generated.model.ConfirmedReading;
import cn.diming.api.generated.model.ConfirmedReadingPage;
import cn.diming.api.generated.model.ReadingConfirmation;
import cn.diming.api.generated.model.Romanisation;
import cn.diming.api.generated.model.RomanisationQuestion;
import cn.diming.api.security.Visitor;
import cn.diming.core.Core;
import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.romanise.Romanizer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Spells names and keeps the readings that officers confirm. */
@RestController
class RomanisationController implements RomanisationApi {

    private final Core core;
    private final Visitor visitor;
    private final RomanisationDtos dtos;

    RomanisationController(Core core, Visitor visitor) {
        this.core = core;
        this.visitor = visitor;
        this.dtos = new RomanisationDtos(core.accounts());
    }

    @Override
    public ResponseEntity<Romanisation> romanise(RomanisationQuestion question) {
        AccessPolicy.require(visitor.actor(), Action.READ_STAFF);
        Romanizer romanizer = core.romanizer();
        var spelled = romanizer.romanise(
                question.getName(),
                RomanisationDtos.category(question),
                Optional.ofNullable(question.getClassCode()),
                Optional.ofNullable(question.getDivisionCode()));
        var findings = Optional.ofNullable(question.getGiven())
                .map(given -> romanizer.check(spelled, given))
                .orElse(List.of());
        return ResponseEntity.ok(RomanisationDtos.romanisation(spelled, findings));
    }

    @Override
    public ResponseEntity<ConfirmedReadingPage> listConfirmedReadings(
            @Nullable String q, @Nullable String division, Integer page, Integer size) {
        var found = core.confirmedReadings()
                .list(visitor.actor(), Optional.ofNullable(q), Optional.ofNullable(division), page, size);
        return ResponseEntity.ok(new ConfirmedReadingPage(
                found.total(), found.items().stream().map(dtos::reading).toList()));
    }

    @Override
    public ResponseEntity<ConfirmedReading> confirmReading(ReadingConfirmation wanted) {
        var confirmed = core.confirmedReadings().confirm(visitor.actor(), RomanisationDtos.confirmation(wanted));
        return ResponseEntity.ok(dtos.reading(confirmed));
    }

    @Override
    public ResponseEntity<Void> withdrawReading(Long readingId) {
        core.confirmedReadings().withdraw(visitor.actor(), readingId);
        return ResponseEntity.noContent().build();
    }
}
