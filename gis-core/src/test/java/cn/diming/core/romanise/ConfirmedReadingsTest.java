package cn.diming.core.romanise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.access.Role;
import cn.diming.core.audit.AuditEntry;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.Refused;
import cn.diming.core.romanise.ConfirmedReadings.Confirmation;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engines.class)
class ConfirmedReadingsTest {

    private static final Actor OFFICER = new Actor(OptionalLong.of(7), "dms", Role.NAMING_OFFICER, "440113");

    private final Core core;
    private final ConfirmedReadings readings;

    ConfirmedReadingsTest(Engines engine) {
        core = engine.open();
        readings = core.confirmedReadings();
    }

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void aConfirmedReadingIsRememberedForTheNextNameThere() {
        assertThat(spell("新涌村", "440113103"))
                .satisfies(s -> assertThat(s.isSettled()).isFalse());
        readings.confirm(OFFICER, word("新涌", "xin1 yong3", "440113"));
        Romanisation spelled = spell("新涌村", "440113103");
        assertThat(spelled.toned()).isEqualTo("Xīnyǒngcūn");
        assertThat(spelled.isSettled()).isTrue();
        assertThat(spell("新涌北村", "440113103").toned()).isEqualTo("Xīnyǒngběicūn");
        assertThat(spell("新涌村", "440115103").isSettled()).isFalse();
        assertThat(core.romanizer()
                        .romanise("新涌村", PlaceCategory.NATURAL_VILLAGE, Optional.empty(), Optional.empty())
                        .isSettled())
                .isFalse();
    }

    @Test
    void aSecondConfirmationCorrectsTheFirstAndBothAreInTheAuditLog() {
        ConfirmedReading first = readings.confirm(OFFICER, word("新涌", "xīn yǒng", "440113"));
        ConfirmedReading second = readings.confirm(OFFICER, word("新涌", "xīn chōng", "440113"));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(spell("新涌村", "440113").toned()).isEqualTo("Xīnchōngcūn");
        assertThat(core.audit().entriesOf(RecordKind.CONFIRMED_READING, first.id()))
                .extracting(AuditEntry::action)
                .containsExactly("update", "create");
    }

    @Test
    void aReadingOfAWholeNameHoldsForItWithAndWithoutGenericTerm() {
        readings.confirm(OFFICER, new Confirmation("新涌", "xīn yǒng", true, "440113", Optional.empty()));
        assertThat(spell("新涌", "440113").toned()).isEqualTo("Xīnyǒng");
        assertThat(spell("新涌村", "440113").toned()).isEqualTo("Xīnyǒngcūn");
        assertThat(spell("大新涌村", "440113").isSettled()).isFalse();
    }

    @Test
    void aWithdrawnReadingIsForgotten() {
        ConfirmedReading row = readings.confirm(OFFICER, word("新涌", "xīn yǒng", "440113"));
        readings.withdraw(OFFICER, row.id());
        assertThat(spell("新涌村", "440113").isSettled()).isFalse();
        assertThatThrownBy(() -> readings.withdraw(OFFICER, row.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void nobodyConfirmsOutsideOfTheirJurisdiction() {
        assertThatThrownBy(() -> readings.confirm(OFFICER, word("新涌", "xīn yǒng", "440115")))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> readings.confirm(OFFICER, word("新涌", "xīn yǒng", "4401")))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> readings.confirm(OFFICER, word("新涌", "xīn yǒng", "")))
                .isInstanceOf(Denied.class);
        long wide = readings.confirm(Actor.OPERATOR, word("新涌", "xīn yǒng", "")).id();
        assertThatThrownBy(() -> readings.withdraw(OFFICER, wide)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> readings.list(Actor.PUBLIC, Optional.empty(), Optional.empty(), 1, 10))
                .isInstanceOf(Denied.class);
    }

    @Test
    void whatIsNoReadingIsRefusedInWords() {
        assertThatThrownBy(() -> readings.confirm(OFFICER, word("新涌", "xīn", "440113")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("有 2 个字，却给了 1 个音节");
        assertThatThrownBy(() -> readings.confirm(OFFICER, word("新涌", "xīn chongg", "440113")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("“chongg”不是带声调的音节");
        assertThatThrownBy(() -> readings.confirm(OFFICER, word("A路", "a lù", "440113")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> readings.confirm(OFFICER, word("·", "xīn", "440113")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aDivisionsListHoldsWhatIsReadInItAndAboveIt() {
        readings.confirm(Actor.OPERATOR, word("涌", "chōng", "44"));
        readings.confirm(OFFICER, word("新涌", "xīn yǒng", "440113"));
        readings.confirm(Actor.OPERATOR, word("圩", "wéi", "32"));
        assertThat(texts(Optional.empty(), Optional.of("4401"))).isEqualTo("新涌 涌");
        assertThat(texts(Optional.of("新"), Optional.empty())).isEqualTo("新涌");
        assertThat(texts(Optional.of("%"), Optional.empty())).isEmpty();
    }

    private String texts(Optional<String> part, Optional<String> division) {
        var page = readings.list(OFFICER, part, division, 1, 10);
        assertThat(page.total()).isEqualTo(page.items().size());
        return String.join(
                " ", page.items().stream().map(ConfirmedReading::text).toList());
    }

    private Romanisation spell(String name, String division) {
        return core.romanizer().romanise(name, PlaceCategory.NATURAL_VILLAGE, Optional.empty(), Optional.of(division));
    }

    private static Confirmation word(String text, String reading, String scope) {
        return new Confirmation(text, reading, false, scope, Optional.of("村民读音"));
    }
}
