package cn.diming.core;

import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.db.Db;
import cn.diming.core.db.DbConfig;
import cn.diming.core.record.RecordIntake;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.Records;
import cn.diming.core.region.DivisionTree;
import java.time.Clock;

/**
 * The one list of what is built from what. The server, the command line and the tests all begin with
 * {@link #open(DbConfig, Clock)}.
 */
public final class Core implements AutoCloseable {

    private final Db db;
    private final Clock clock;
    private final ChangeJournal journal;
    private final RecordStore store;
    private final RecordIntake intake;
    private final DivisionTree divisions;
    private final AuditLog audit;
    private final Records records;

    private Core(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
        this.journal = new ChangeJournal(db, clock);
        this.store = new RecordStore(db);
        this.intake = new RecordIntake(db, journal);
        this.divisions = new DivisionTree(db, journal);
        this.audit = new AuditLog(db);
        this.records = new Records(store, journal, audit, divisions);
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

    @Override
    public void close() {
        db.close();
    }
}
