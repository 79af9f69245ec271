package cn.diming.core.shop;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.contact.PhoneNumber;
import cn.diming.core.db.Db;
import java.util.Optional;
import java.util.OptionalLong;

/** The table of merchants and the numbers by which they sign in. */
final class MerchantStore {

    private final Db db;

    MerchantStore(Db db) {
        this.db = db;
    }

    OptionalLong accountOf(PhoneNumber phone) {
        return db.sql("SELECT account_id FROM merchant WHERE phone = :phone")
                .param("phone", phone.digits())
                .find(row -> row.findLong("account_id"))
                .orElse(OptionalLong.empty());
    }

    Optional<PhoneNumber> phoneOf(long account) {
        return db.sql("SELECT phone FROM merchant WHERE account_id = :account")
                .param("account", account)
                .find(row -> new PhoneNumber(row.getText("phone")));
    }

    void insert(ChangeSet changes, long account, PhoneNumber phone) {
        db.sql("INSERT INTO merchant (account_id, phone, created_at) VALUES (:account, :phone, :at)")
                .param("account", account)
                .param("phone", phone.digits())
                .param("at", changes.at())
                .update();
    }
}
