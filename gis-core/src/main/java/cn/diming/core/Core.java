package cn.diming.core;

import cn.diming.core.account.Accounts;
import cn.diming.core.account.ApiKeys;
import cn.diming.core.account.SignIn;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.db.Db;
import cn.diming.core.db.DbConfig;
import cn.diming.core.geocode.GeocodeJobs;
import cn.diming.core.geocode.ZeroResults;
import cn.diming.core.record.RecordIntake;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.Records;
import cn.diming.core.region.DivisionTree;
import java.time.Clock;
import java.util.Optional;

/**
 * The one list of what is built from what. The server, the command line and the tests all begin with
 * {@link #open(DbConfig, Clock)}.
 */
public final class Core implements AutoCloseable {

    /** Setting of a database whose data are fictional: the words that say so. */
    public static final String DEMO_NOTICE = "demo.notice";

    private final Db db;
    private final Clock clock;
    private final ChangeJournal journal;
    private final RecordStore store;
    private final RecordIntake intake;
    private final DivisionTree divisions;
    private final AuditLog audit;
    private final Records records;
    private final SignIn signIn;
    private final Accounts accounts;
    private final ApiKeys apiKeys;
    private final GeocodeJobs geocodeJobs;
    private final ZeroResults zeroResults;

    private Core(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
        this.journal = new ChangeJournal(db, clock);
        this.store = new RecordStore(db);
        this.intake = new RecordIntake(db, journal);
        this.divisions = new DivisionTree(db, journal);
        this.audit = new AuditLog(db);
        this.records = new Records(store, journal, audit, divisions);
        this.signIn = new SignIn(db, clock);
        this.accounts = new Accounts(db, journal, audit, signIn);
        this.apiKeys = new ApiKeys(db, journal, audit, clock);
        this.geocodeJobs = new GeocodeJobs(db, journal, clock);
        this.zeroResults = new ZeroResults(db, clock);
        divisions.rebuild();
    }

    /** Opens and migrates the database. Nothing follows the journal yet: that is for a server to start. */
    public static Core open(DbConfig config, Clock clock) {
        return new Core(Db.open(config), clock);
    }

    public Db db() {
        return db;
    }

    public Clock clock() {
        return clock;
    }

    public ChangeJournal journal() {
        return journal;
    }

    public RecordStore store() {
        return store;
    }

    public RecordIntake intake() {
        return intake;
    }

    public DivisionTree divisions() {
        return divisions;
    }

    public AuditLog audit() {
        return audit;
    }

    public Records records() {
        return records;
    }

    public SignIn signIn() {
        return signIn;
    }

    public Accounts accounts() {
        return accounts;
    }

    public ApiKeys apiKeys() {
        return apiKeys;
    }

    public GeocodeJobs geocodeJobs() {
        return geocodeJobs;
    }

    public ZeroResults zeroResults() {
        return zeroResults;
    }

    /** What to tell people on every page when the data are fictional; empty for real data. */
    public Optional<String> demoNotice() {
        return setting(DEMO_NOTICE);
    }

    /** A value that the database keeps about itself. */
    public Optional<String> setting(String name) {
        return db.sql("SELECT value FROM setting WHERE name = :name")
                .param("name", name)
                .find(row -> row.getText("value"));
    }

    /** Keeps a value about the database in it. */
    public void keep(String name, String value) {
        db.inTransaction(
                () -> db.sql("""
                        INSERT INTO setting (name, value) VALUES (:name, :value)
                        ON CONFLICT (name) DO UPDATE SET value = excluded.value""").param("name", name).param("value", value).update());
    }

    @Override
    public void close() {
        db.close();
    }
}
