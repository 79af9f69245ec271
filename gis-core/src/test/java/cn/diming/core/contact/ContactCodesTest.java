package cn.diming.core.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.MovingClock;
import cn.diming.core.record.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Codes that are sent to a telephone and come back. */
@ParameterizedClass
@EnumSource(Engines.class)
class ContactCodesTest {

    private static final PhoneNumber PHONE = PhoneNumber.parse("+86 138-0000-0001");

    private final MovingClock clock = new MovingClock();
    private final Core core;
    private final List<String> sent = new ArrayList<>();
    private final ContactCodes codes;

    ContactCodesTest(Engines engine) {
        core = Core.open(engine.fresh(), clock);
        codes = new ContactCodes(
                core.db(), clock, CodeLimits.USUAL, Optional.of((phone, code, valid) -> sent.add(code)));
    }

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void aCodeOpensOnce() {
        assertThat(codes.send(PHONE)).isInstanceOf(ContactCodes.Answer.Sent.class);
        assertThat(sent).singleElement().asString().matches("\\d{6}");
        assertThat(codes.check(PHONE, " " + sent.getFirst() + " ")).isTrue();
        assertThat(codes.check(PHONE, sent.getFirst())).isFalse();
    }

    @Test
    void aCodeIsForOneNumberAndSomeMinutes() {
        codes.send(PHONE);
        assertThat(codes.check(PhoneNumber.parse("13800000002"), sent.getFirst()))
                .isFalse();
        clock.forward(Duration.ofMinutes(10));
        assertThat(codes.check(PHONE, sent.getFirst())).isFalse();
    }

    @Test
    void afterFiveWrongOnesTheRightOneHelpsNoMore() {
        codes.send(PHONE);
        String wrong = sent.getFirst().equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            assertThat(codes.check(PHONE, wrong)).isFalse();
        }
        assertThat(codes.check(PHONE, sent.getFirst())).isFalse();
    }

    @Test
    void theNextCodeTakesAMinuteAndADayHasSix() {
        codes.send(PHONE);
        assertThat(codes.send(PHONE)).isEqualTo(new ContactCodes.Answer.Wait(Duration.ofSeconds(60)));
        for (int i = 1; i < 6; i++) {
            clock.forward(Duration.ofMinutes(1));
            assertThat(codes.send(PHONE)).isInstanceOf(ContactCodes.Answer.Sent.class);
        }
        clock.forward(Duration.ofMinutes(1));
        assertThat(codes.send(PHONE)).isInstanceOf(ContactCodes.Answer.Wait.class);
        assertThat(sent).hasSize(6);
        clock.forward(Duration.ofDays(1));
        assertThat(codes.send(PHONE)).isInstanceOf(ContactCodes.Answer.Sent.class);
    }

    @Test
    void aThousandWishesForOneNumberSendOneMessage() {
        for (int i = 0; i < 1000; i++) {
            codes.send(PHONE);
        }
        assertThat(sent).hasSize(1);
    }

    @Test
    void neitherNumberNorCodeStandsInTheDatabase() {
        codes.send(PHONE);
        String row = core.db()
                .sql("SELECT phone_hash, salt, code_hash FROM contact_code")
                .find(kept -> kept.getText("phone_hash") + kept.getText("salt") + kept.getText("code_hash"))
                .orElseThrow();
        assertThat(row).doesNotContain(PHONE.digits()).doesNotContain(":" + sent.getFirst());
        assertThat(PHONE.toString()).isEqualTo("138****0001");
    }

    @Test
    void withoutAWayOfSendingNobodyIsPromisedACode() {
        assertThatThrownBy(() -> new ContactCodes(core.db(), clock, CodeLimits.USUAL, Optional.empty()).send(PHONE))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> PhoneNumber.parse("12345")).isInstanceOf(Refused.class);
    }
}
