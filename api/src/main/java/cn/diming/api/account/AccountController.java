package cn.diming.api.account;

import cn.diming.api.answer.Given;
import cn.diming.api.answer.Versions;
import cn.diming.api.generated.AccountsApi;
import cn.diming.api.generated.model.Account;
import cn.diming.api.generated.model.AccountChange;
import cn.diming.api.generated.model.AccountPage;
import cn.diming.api.generated.model.AccountWithPassword;
import cn.diming.api.generated.model.ApiKeyList;
import cn.diming.api.generated.model.ApiKeyWithSecret;
import cn.diming.api.generated.model.NewAccount;
import cn.diming.api.generated.model.NewApiKey;
import cn.diming.api.security.AccountSession;
import cn.diming.api.security.Visitor;
import cn.diming.core.Core;
import cn.diming.core.account.IssuedKey;
import cn.diming.core.account.IssuedPassword;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Accounts and API keys; the core decides who may. */
@RestController
class AccountController implements AccountsApi {

    private final Core core;
    private final Visitor visitor;
    private final AccountSession sessions;
    private final AccountDtos dtos;

    AccountController(Core core, Visitor visitor, AccountSession sessions) {
        this.core = core;
        this.visitor = visitor;
        this.sessions = sessions;
        this.dtos = new AccountDtos(core.divisions());
    }

    @Override
    public ResponseEntity<AccountPage> listAccounts(@Nullable String q, Integer page, Integer size) {
        var found = core.accounts().list(visitor.actor(), q == null ? "" : q.strip(), page, size);
        return ResponseEntity.ok(
                new AccountPage(found.items().stream().map(dtos::account).toList(), found.total(), page, size));
    }

    @Override
    public ResponseEntity<AccountWithPassword> createAccount(NewAccount wanted) {
        IssuedPassword issued = core.accounts().create(visitor.actor(), AccountDtos.draft(wanted));
        return ResponseEntity.status(HttpStatus.CREATED).headers(secret()).body(withPassword(issued));
    }

    @Override
    public ResponseEntity<Account> updateAccount(Long accountId, AccountChange change, @Nullable String ifMatch) {
        var account = core.accounts()
                .change(visitor.actor(), accountId, Versions.expected(ifMatch), AccountDtos.change(change));
        if (account.disabled()) {
            sessions.endAll(accountId);
        }
        return ResponseEntity.ok().eTag(Versions.toTag(account.version())).body(dtos.account(account));
    }

    @Override
    public ResponseEntity<AccountWithPassword> resetPassword(Long accountId) {
        IssuedPassword issued = core.accounts().resetPassword(visitor.actor(), accountId);
        sessions.endAll(accountId);
        return ResponseEntity.ok().headers(secret()).body(withPassword(issued));
    }

    @Override
    public ResponseEntity<ApiKeyList> listApiKeys(@Nullable Long accountId) {
        OptionalLong one = Given.number(accountId);
        return ResponseEntity.ok(new ApiKeyList(core.apiKeys().list(visitor.actor(), one).stream()
                .map(AccountDtos::key)
                .toList()));
    }

    @Override
    public ResponseEntity<ApiKeyWithSecret> createApiKey(NewApiKey wanted) {
        IssuedKey issued = core.apiKeys()
                .create(
                        visitor.actor(),
                        wanted.getAccountId(),
                        wanted.getName(),
                        Optional.ofNullable(wanted.getExpiresAt()).map(OffsetDateTime::toInstant));
        return ResponseEntity.status(HttpStatus.CREATED)
                .headers(secret())
                .body(new ApiKeyWithSecret(AccountDtos.key(issued.key()), issued.secret()));
    }

    @Override
    public ResponseEntity<Void> revokeApiKey(Long keyId) {
        core.apiKeys().revoke(visitor.actor(), keyId);
        return ResponseEntity.noContent().build();
    }

    private AccountWithPassword withPassword(IssuedPassword issued) {
        return new AccountWithPassword(dtos.account(issued.account()), issued.oneTimePassword());
    }

    private static HttpHeaders secret() {
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl("no-store");
        return headers;
    }
}
