package cn.diming.api.session;

import cn.diming.api.answer.Jurisdictions;
import cn.diming.api.generated.model.Role;
import cn.diming.api.generated.model.SessionAccount;
import cn.diming.core.account.Account;
import cn.diming.core.region.DivisionTree;

/** Field by field. */
final class SessionDtos {

    static SessionAccount account(Account account, DivisionTree divisions) {
        return new SessionAccount(
                        account.id(),
                        account.login(),
                        account.displayName(),
                        Role.fromValue(account.role().name()))
                .jurisdiction(account.jurisdiction())
                .jurisdictionName(Jurisdictions.name(account.jurisdiction(), divisions));
    }

    private SessionDtos() {}
}
