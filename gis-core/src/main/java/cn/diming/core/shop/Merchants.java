package cn.diming.core.shop;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.account.Account;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.contact.ContactCodes;
import cn.diming.core.contact.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Merchants, known by a telephone number that answered. No passwords: a code each time, and a token for each telephone. A number
 * that is new and one that is known are treated alike, so nobody learns who is a merchant.
 */
public final class Merchants {

    private static final Duration PASS = Duration.ofDays(180);

    private final Shops.Setting core;
    private final ContactCodes codes;
    private final MerchantStore store;

    Merchants(Shops.Setting core, ContactCodes codes) {
        this.core = core;
        this.codes = codes;
        this.store = new MerchantStore(core.db());
    }

    /** Sends a code to a number. */
    public ContactCodes.Answer sendCode(PhoneNumber phone) {
        return codes.send(phone);
    }

    /**
     * Lets somebody in who has the code; one who was not known becomes a merchant.
     *
     * @return empty when the code is wrong, too old, tried too often or used, or the account is disabled
     */
    public Optional<MerchantPass> signIn(PhoneNumber phone, String code) {
        if (!codes.check(phone, code)) {
            return Optional.empty();
        }
        return core.journal().write(Actor.PUBLIC, changes -> {
            changes.seq(); // twice at once from the same number is one merchant
            OptionalLong known = store.accountOf(phone);
            Account account =
                    known.isPresent() ? core.accounts().find(known.getAsLong()).orElseThrow() : enrol(changes, phone);
            if (account.disabled()) {
                return Optional.empty();
            }
            Instant end = changes.at().plus(PASS);
            String token = core.apiKeys().issue(changes, account, "商户手机", end).secret();
            return Optional.of(new MerchantPass(token, account.displayName(), known.isEmpty(), end));
        });
    }

    private Account enrol(ChangeSet changes, PhoneNumber phone) {
        Account account = core.accounts().enrol(changes, Role.MERCHANT, "商户", "");
        store.insert(changes, account.id(), phone);
        return account;
    }

    /** Ends the tokens of all telephones of a merchant. */
    public void signOut(Actor actor) {
        AccessPolicy.require(actor, Action.KEEP_SHOP);
        core.journal().write(actor, changes -> {
            core.apiKeys().revokeAll(changes, actor.accountId().orElseThrow());
            return true;
        });
    }

    /** The number by which a merchant signs in, for the merchant and for officers who verify. */
    Optional<PhoneNumber> phoneOf(long account) {
        return store.phoneOf(account);
    }

    /** One's own number, to know it by. */
    public Optional<String> maskedPhone(Actor actor) {
        AccessPolicy.require(actor, Action.KEEP_SHOP);
        return actor.accountId().isPresent()
                ? phoneOf(actor.accountId().getAsLong()).map(PhoneNumber::masked)
                : Optional.empty();
    }
}
