package cn.diming.api.account;

import cn.diming.api.answer.Jurisdictions;
import cn.diming.api.answer.Times;
import cn.diming.api.generated.model.NewAccount;
import cn.diming.core.access.Role;
import cn.diming.core.account.Account;
import cn.diming.core.account.AccountChange;
import cn.diming.core.account.AccountDraft;
import cn.diming.core.account.ApiKey;
import cn.diming.core.region.DivisionTree;
import java.util.Optional;

/** Field by field, so that nothing comes in or goes out unnoticed. */
final class AccountDtos {

    private final DivisionTree divisions;

    AccountDtos(DivisionTree divisions) {
        this.divisions = divisions;
    }

    cn.diming.api.generated.model.Account account(Account account) {
        var dto = new cn.diming.api.generated.model.Account(
                        account.id(),
                        account.login(),
                        account.displayName(),
                        cn.diming.api.generated.model.Role.fromValue(
                                account.role().name()),
                        account.jurisdiction(),
                        account.disabled(),
                        account.mustChangePassword(),
                        (long) account.version())
                .jurisdictionName(Jurisdictions.name(account.jurisdiction(), divisions))
                .createdAt(Times.of(account.createdAt()));
        account.lastLoginAt().map(Times::of).ifPresent(dto::lastLoginAt);
        return dto;
    }

    static AccountDraft draft(NewAccount wanted) {
        return new AccountDraft(
                wanted.getLogin(),
                wanted.getDisplayName(),
                Role.valueOf(wanted.getRole().name()),
                wanted.getJurisdiction());
    }

    static AccountChange change(cn.diming.api.generated.model.AccountChange change) {
        return new AccountChange(
                Optional.ofNullable(change.getDisplayName()),
                Optional.ofNullable(change.getRole()).map(role -> Role.valueOf(role.name())),
                Optional.ofNullable(change.getJurisdiction()),
                Optional.ofNullable(change.getDisabled()));
    }

    static cn.diming.api.generated.model.ApiKey key(ApiKey key) {
        var dto = new cn.diming.api.generated.model.ApiKey(
                        key.id(),
                        key.accountId(),
                        key.label(),
                        key.hint(),
                        key.revokedAt().isPresent(),
                        Times.of(key.createdAt()))
                .accountLogin(key.accountLogin());
        key.expiresAt().map(Times::of).ifPresent(dto::expiresAt);
        key.lastUsedAt().map(Times::of).ifPresent(dto::lastUsedAt);
        return dto;
    }
}
