package cn.diming.core.contact;

import cn.diming.core.db.Db;
import cn.diming.core.proof.Sha256;
import cn.diming.core.record.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Sends codes and knows them again. Of number and code only hashes are kept; a code holds for some minutes, for few attempts, and
 * once. Each attempt is counted before the code is looked at, so many at once gain nothing.
 */
public final class ContactCodes {

    private static final int CODES = 1_000_000;
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Db db;
    private final Clock clock;
    private final CodeLimits limits;
    private final Optional<CodeSender> sender;
    private final ContactCodeStore store;

    /** @param sender empty where nobody can be sent anything: nobody signs in by phone then */
    public ContactCodes(Db db, Clock clock, CodeLimits limits, Optional<CodeSender> sender) {
        this.db = db;
        this.clock = clock;
        this.limits = limits;
        this.sender = sender;
        this.store = new ContactCodeStore(db);
    }

    /** What became of a wish for a code. */
    public sealed interface Answer {
        /** It is on its way. */
        record Sent(Duration valid, Duration again) implements Answer {}

        /** Too soon, or too many this day. */
        record Wait(Duration left) implements Answer {}
    }

    /**
     * Sends a code to a number.
     *
     * @throws Refused where no way of sending is set up
     * @throws SendingFailed when the message could not be handed over
     */
    public Answer send(PhoneNumber phone) {
        CodeSender way = sender.orElseThrow(() -> new Refused(List.of("本站尚未开通短信，暂不能用手机号登录，请到村委会或镇街民政办理")));
        String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES));
        Optional<Duration> wait = db.inTransaction(() -> keep(phone, code, clock.instant()));
        if (wait.isPresent()) {
            return new Answer.Wait(wait.get());
        }
        way.send(phone, code, limits.valid());
        return new Answer.Sent(limits.valid(), limits.again());
    }

    private Optional<Duration> keep(PhoneNumber phone, String code, Instant now) {
        store.forgetBefore(now.minus(CodeLimits.DAY));
        Optional<SentCode> before = store.find(hash(phone));
        Optional<Duration> wait = before.flatMap(sent -> limits.waitAfter(sent, now));
        if (wait.isEmpty()) {
            byte[] salt = new byte[SALT_BYTES];
            RANDOM.nextBytes(salt);
            String salted = HexFormat.of().formatHex(salt);
            boolean sameDay = before.filter(sent -> sent.isOfDay(now)).isPresent();
            store.save(new SentCode(
                    hash(phone),
                    salted,
                    hash(salted, code),
                    0,
                    now,
                    now.plus(limits.valid()),
                    sameDay ? before.orElseThrow().dayBeganAt() : now,
                    sameDay ? before.orElseThrow().sentThisDay() + 1 : 1));
        }
        return wait;
    }

    /** Whether the code is the one that was sent; it is used up then. */
    public boolean check(PhoneNumber phone, String code) {
        Instant now = clock.instant();
        return db.inTransaction(() -> {
            Optional<SentCode> sent = store.countAttempt(hash(phone), now, limits.attempts());
            boolean right = sent.filter(kept -> same(kept.codeHash(), hash(kept.salt(), code.strip())))
                    .isPresent();
            if (right) {
                store.useUp(hash(phone), now);
            }
            return right;
        });
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hash(PhoneNumber phone) {
        return Sha256.hex("contact:" + phone.digits());
    }

    private static String hash(String salt, String code) {
        return Sha256.hex(salt + ":" + code);
    }
}
