package cn.diming.core;

import cn.diming.core.db.Db;
import cn.diming.core.proof.SigningKey;
import java.util.Optional;

/** Values that a database keeps about itself. */
final class Settings {

    private static final String SIGNING_KEY = "proof.key";

    private final Db db;

    Settings(Db db) {
        this.db = db;
    }

    Optional<String> find(String name) {
        return db.sql("SELECT value FROM setting WHERE name = :name")
                .param("name", name)
                .find(row -> row.getText("value"));
    }

    void keep(String name, String value) {
        db.inTransaction(
                () -> db.sql("""
                        INSERT INTO setting (name, value) VALUES (:name, :value)
                        ON CONFLICT (name) DO UPDATE SET value = excluded.value""").param("name", name).param("value", value).update());
    }

    /** Made when it is first needed. */
    SigningKey signingKey() {
        return SigningKey.read(db.inTransaction(() -> find(SIGNING_KEY).orElseGet(() -> {
            String made = SigningKey.generate().stored();
            keep(SIGNING_KEY, made);
            return made;
        })));
    }
}
