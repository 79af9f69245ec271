package cn.diming.api.answer;

import cn.diming.core.Core;
import cn.diming.core.account.Account;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Who did something: by name for staff; the public learns office and role. */
@Component
public final class Officers {

    private final Core core;

    Officers(Core core) {
        this.core = core;
    }

    /** @param accountId empty for the operator at the server */
    public String name(OptionalLong accountId, boolean staff) {
        Optional<Account> account =
                accountId.isPresent() ? core.accounts().find(accountId.getAsLong()) : Optional.empty();
        return account.map(found -> staff
                        ? found.displayName()
                        : Jurisdictions.name(found.jurisdiction(), core.divisions())
                                + found.role().title())
                .orElse("系统");
    }
}
