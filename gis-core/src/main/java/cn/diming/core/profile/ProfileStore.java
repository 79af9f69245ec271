package cn.diming.core.profile;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.db.Db;
import java.util.Optional;

/** The versions of profiles, each whole and for ever: a case can always be read by the rules it was judged by. */
final class ProfileStore {

    private final Db db;

    ProfileStore(Db db) {
        this.db = db;
    }

    /** One stored version. */
    record Version(int number, String content, String hash) {}

    Optional<Version> latest(String name) {
        return db.sql("""
                        SELECT version, content, sha256 FROM rule_profile WHERE name = :name
                        ORDER BY version DESC LIMIT 1""").param("name", name).find(ProfileStore::read);
    }

    Optional<Version> find(String name, int version) {
        return db.sql("SELECT version, content, sha256 FROM rule_profile WHERE name = :name AND version = :version")
                .param("name", name)
                .param("version", version)
                .find(ProfileStore::read);
    }

    void insert(ChangeSet changes, RuleProfile profile, String content, String hash) {
        db.sql("""
                INSERT INTO rule_profile (name, version, parent_name, content, sha256, created_at, created_by)
                VALUES (:name, :version, :parent, :content, :hash, :at, :by)""")
                .param("name", profile.name())
                .param("version", profile.version())
                .param("parent", profile.parent())
                .param("content", content)
                .param("hash", hash)
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .update();
    }

    private static Version read(cn.diming.core.db.Row row) {
        return new Version(row.getInt("version"), row.getText("content"), row.getText("sha256"));
    }
}
