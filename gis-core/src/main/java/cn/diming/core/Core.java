package cn.diming.core;

import cn.diming.core.account.Accounts;
import cn.diming.core.account.ApiKeys;
import cn.diming.core.account.SignIn;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.db.Db;
import cn.diming.core.db.DbConfig;
import cn.diming.core.history.Aliases;
import cn.diming.core.history.Corrections;
import cn.diming.core.history.PlaceEvents;
import cn.diming.core.history.Register;
import cn.diming.core.history.StandardNames;
import cn.diming.core.numbering.NumberingProfiles;
import cn.diming.core.plate.DoorNumbering;
import cn.diming.core.plate.Plates;
import cn.diming.core.record.RecordIntake;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.Records;
import cn.diming.core.region.DivisionTree;
import cn.diming.core.sign.Signs;
import cn.diming.core.signage.SignProfiles;
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
    private final PlaceEvents events;
    private final StandardNames standardNames;
    private final Register register;
    private final Corrections corrections;
    private final Aliases aliases;
    private final DoorNumbering doorNumbering;
    private final Plates plates;
    private final Signs signs;
    private final SignIn signIn;
    private final Accounts accounts;
    private final ApiKeys apiKeys;

    private Core(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
        this.journal = new ChangeJournal(db, clock);
        this.store = new RecordStore(db);
        this.intake = new RecordIntake(db, journal);
        this.divisions = new DivisionTree(db, journal);
        this.audit = new AuditLog(db);
        this.records = new Records(store, journal, audit, divisions);
        this.events = new PlaceEvents(db);
        this.standardNames = new StandardNames(db, store, audit, events);
        this.register = new Register(db, store.states());
        this.corrections = new Corrections(journal, store, records, audit, events);
        this.aliases = new Aliases(db, journal, records, audit);
        this.doorNumbering = new DoorNumbering(db, journal, audit, NumberingProfiles.bundled());
        this.plates = new Plates(db, journal, audit);
        this.signs = new Signs(db, journal, audit, divisions, SignProfiles.bundled(), Core::signForm);
        this.signIn = new SignIn(db, clock);
        this.accounts = new Accounts(db, journal, audit, signIn);
        this.apiKeys = new ApiKeys(db, journal, audit, clock);
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

    public PlaceEvents events() {
        return events;
    }

    public StandardNames standardNames() {
        return standardNames;
    }

    public Register register() {
        return register;
    }

    public Corrections corrections() {
        return corrections;
    }

    public DoorNumbering doorNumbering() {
        return doorNumbering;
    }

    public Plates plates() {
        return plates;
    }

    public Signs signs() {
        return signs;
    }

    public Aliases aliases() {
        return aliases;
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

    private static String signForm(String name) {
        return Pinyin.standard().reading(name).toString();
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
