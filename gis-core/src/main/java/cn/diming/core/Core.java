package cn.diming.core;

import cn.diming.core.account.Accounts;
import cn.diming.core.account.ApiKeys;
import cn.diming.core.account.SignIn;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.board.Board;
import cn.diming.core.boundary.BoundaryLines;
import cn.diming.core.boundary.BoundaryMarkers;
import cn.diming.core.casework.Casework;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.collect.FieldCollection;
import cn.diming.core.coverage.CoverageChecks;
import cn.diming.core.coverage.CoverageRepairs;
import cn.diming.core.db.Db;
import cn.diming.core.db.DbConfig;
import cn.diming.core.deadline.CalendarTokens;
import cn.diming.core.deadline.Deadlines;
import cn.diming.core.deadline.WorkCalendar;
import cn.diming.core.feature.ExtentStore;
import cn.diming.core.feature.FeatureEdits;
import cn.diming.core.feature.FeatureStore;
import cn.diming.core.geocode.GeocodeJobs;
import cn.diming.core.geocode.ZeroResults;
import cn.diming.core.history.Aliases;
import cn.diming.core.history.Corrections;
import cn.diming.core.history.PlaceEvents;
import cn.diming.core.history.ProtectionList;
import cn.diming.core.history.Register;
import cn.diming.core.history.StandardNames;
import cn.diming.core.inspection.Inspections;
import cn.diming.core.media.Media;
import cn.diming.core.naming.NameChecks;
import cn.diming.core.numbering.NumberingProfiles;
import cn.diming.core.patrol.Patrols;
import cn.diming.core.plate.DoorNumbering;
import cn.diming.core.plate.PlateInspection;
import cn.diming.core.plate.PlateWatch;
import cn.diming.core.plate.Plates;
import cn.diming.core.plate.StreetNames;
import cn.diming.core.profile.RuleProfiles;
import cn.diming.core.proof.SigningKey;
import cn.diming.core.record.NameKey;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.RecordIntake;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.Records;
import cn.diming.core.region.DivisionTree;
import cn.diming.core.romanise.ConfirmedReadings;
import cn.diming.core.romanise.Romanizer;
import cn.diming.core.sheet.LabelPins;
import cn.diming.core.sheet.SheetRuns;
import cn.diming.core.shop.Shops;
import cn.diming.core.sign.Signs;
import cn.diming.core.signage.SignProfiles;
import java.nio.file.Path;
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
    private final Settings settings;
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
    private final PlateInspection plateInspection;
    private final PlateWatch plateWatch;
    private final Signs signs;
    private final ProtectionList protectionList;
    private final SignIn signIn;
    private final Accounts accounts;
    private final ApiKeys apiKeys;
    private final RuleProfiles profiles;
    private final NameChecks nameChecks;
    private final Deadlines deadlines;
    private final CalendarTokens calendarTokens;
    private final Casework casework;
    private final ConfirmedReadings confirmedReadings;
    private final Romanizer romanizer;
    private final ExtentStore extents;
    private final GeocodeJobs geocodeJobs;
    private final ZeroResults zeroResults;
    private final Board board;
    private final BoundaryLines boundaryLines;
    private final CoverageChecks coverageChecks;
    private final SheetRuns sheetRuns;

    private Core(Db db, Clock clock, Optional<Path> profileFolder) {
        this.db = db;
        this.settings = new Settings(db);
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
        this.plateInspection = new PlateInspection(db, doorNumbering.profiles(), clock);
        this.plateWatch = new PlateWatch(db, journal, plateInspection);
        this.signs = new Signs(db, journal, audit, divisions, SignProfiles.bundled(), this::signForm);
        this.protectionList = new ProtectionList(db, journal, store, audit);
        this.signIn = new SignIn(db, clock);
        this.accounts = new Accounts(db, journal, audit, signIn);
        this.apiKeys = new ApiKeys(db, journal, audit, clock);
        this.confirmedReadings = new ConfirmedReadings(db, journal, audit);
        this.romanizer = new Romanizer(confirmedReadings);
        this.profiles = new RuleProfiles(db, journal, profileFolder);
        this.nameChecks = new NameChecks(db, journal, divisions, profiles, romanizer);
        this.deadlines = new Deadlines(db, WorkCalendar.bundled(), clock);
        this.calendarTokens = new CalendarTokens(db, journal, audit);
        this.casework = Casework.open(
                new Casework.Ground(db, store, divisions, journal, audit),
                profiles,
                nameChecks,
                standardNames,
                deadlines);
        this.extents = new ExtentStore(db);
        NameKey.fill(db);
        this.geocodeJobs = new GeocodeJobs(db, journal, clock);
        this.zeroResults = new ZeroResults(db, clock);
        this.board = new Board(db, journal, audit, divisions);
        this.boundaryLines = new BoundaryLines(db, journal, audit, profiles);
        this.coverageChecks = new CoverageChecks(db, profiles);
        this.sheetRuns = new SheetRuns(new SheetRuns.Setting(db, journal, divisions, board, clock));
        divisions.rebuild();
    }

    /** Opens and migrates the database. Nothing follows the journal yet: that is for a server to start. */
    public static Core open(DbConfig config, Clock clock) {
        return open(config, clock, Optional.empty());
    }

    /**
     * Opens with rule profiles of the bureau's own.
     *
     * @throws cn.diming.core.profile.ProfileRefused when a file of the folder has faults
     */
    public static Core open(DbConfig config, Clock clock, Optional<Path> profileFolder) {
        Db db = Db.open(config);
        try {
            return new Core(db, clock, profileFolder);
        } catch (RuntimeException refused) {
            db.close();
            throw refused;
        }
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

    public StreetNames streetNames() {
        return new StreetNames(db);
    }

    public PlateInspection plateInspection() {
        return plateInspection;
    }

    /** What the checks say of the plates as they are now. */
    public PlateWatch plateWatch() {
        return plateWatch;
    }

    /** The key with which this installation signs its reports; made when it is first needed. */
    public SigningKey signingKey() {
        return settings.signingKey();
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

    public ProtectionList protectionList() {
        return protectionList;
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

    public Deadlines deadlines() {
        return deadlines;
    }

    public CalendarTokens calendarTokens() {
        return calendarTokens;
    }

    public Casework casework() {
        return casework;
    }

    public RuleProfiles profiles() {
        return profiles;
    }

    public NameChecks nameChecks() {
        return nameChecks;
    }

    public ConfirmedReadings confirmedReadings() {
        return confirmedReadings;
    }

    public Romanizer romanizer() {
        return romanizer;
    }

    private String signForm(String name, PlaceCategory category) {
        return romanizer
                .romanise(name, category, Optional.empty(), Optional.empty())
                .sign();
    }

    /** What the media store builds on; where its files are is for whoever opens it to say. */
    public Media.Setting mediaSetting() {
        return new Media.Setting(db, clock, journal, audit, records, store);
    }

    /** What collection builds on; its photos need the media store. */
    public FieldCollection.Setting collectionSetting() {
        return new FieldCollection.Setting(
                db, clock, journal, audit, divisions, records, store, aliases, nameChecks, profiles, accounts, apiKeys);
    }

    /** What shops build on; their photos need the media store. */
    public Shops.Setting shopSetting() {
        return new Shops.Setting(db, clock, journal, audit, divisions, records, store, profiles, accounts, apiKeys);
    }

    /** The register as collections of features. */
    public FeatureStore features() {
        return new FeatureStore(db, store);
    }

    public FeatureEdits featureEdits() {
        return new FeatureEdits(records, features());
    }

    /** Where and when the collections of features are. */
    public ExtentStore extents() {
        return extents;
    }

    public GeocodeJobs geocodeJobs() {
        return geocodeJobs;
    }

    public ZeroResults zeroResults() {
        return zeroResults;
    }

    public SheetRuns sheetRuns() {
        return sheetRuns;
    }

    public LabelPins labelPins() {
        return new LabelPins(db, journal, audit, divisions);
    }

    public Board board() {
        return board;
    }

    public BoundaryLines boundaryLines() {
        return boundaryLines;
    }

    public BoundaryMarkers boundaryMarkers() {
        return new BoundaryMarkers(db, boundaryLines, journal, audit);
    }

    public Inspections inspections() {
        return new Inspections(new Inspections.Setting(db, journal, audit, boundaryLines, boundaryMarkers(), profiles));
    }

    public Patrols patrols() {
        Patrols.Setting setting = new Patrols.Setting(db, profiles, journal, audit, clock, this::signingKey);
        return new Patrols(setting, boundaryLines, boundaryMarkers());
    }

    public CoverageChecks coverageChecks() {
        return coverageChecks;
    }

    public CoverageRepairs coverageRepairs() {
        return new CoverageRepairs(db, records, coverageChecks);
    }

    /** What to tell people on every page when the data are fictional; empty for real data. */
    public Optional<String> demoNotice() {
        return setting(DEMO_NOTICE);
    }

    /** A value that the database keeps about itself. */
    public Optional<String> setting(String name) {
        return settings.find(name);
    }

    /** Keeps a value about the database in it. */
    public void keep(String name, String value) {
        settings.keep(name, value);
    }

    @Override
    public void close() {
        db.close();
    }
}
