package cn.diming.core.account;

/** A new API key with its secret, which nobody can read again. */
public record IssuedKey(ApiKey key, String secret) {
    @Override
    public String toString() {
        return "IssuedKey[" + key.hint() + "…]";
    }
}
