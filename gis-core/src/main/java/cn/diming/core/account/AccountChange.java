package cn.diming.core.account;

import cn.diming.core.access.Role;
import java.util.Optional;

/** What is to be different about an account; what is empty stays. */
public record AccountChange(
        Optional<String> displayName, Optional<Role> role, Optional<String> jurisdiction, Optional<Boolean> disabled) {

    AccountDraft applyTo(Account account) {
        return new AccountDraft(
                account.login(),
                displayName.orElse(account.displayName()),
                role.orElse(account.role()),
                jurisdiction.orElse(account.jurisdiction()));
    }

    boolean disables(Account account) {
        return disabled.orElse(account.disabled());
    }
}
