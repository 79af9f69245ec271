package cn.diming.core.account;

/** An account with the password that opens it once; nobody can read it again. */
public record IssuedPassword(Account account, String oneTimePassword) {
    @Override
    public String toString() {
        return "IssuedPassword[" + account.login() + "]";
    }
}
