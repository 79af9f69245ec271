package cn.diming.core.naming;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.db.Db;
import cn.diming.core.geo.GeometryChecks;
import cn.diming.core.geo.LonLat;
import cn.diming.core.profile.RuleProfile;
import cn.diming.core.profile.RuleProfiles;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionTree;
import cn.diming.core.romanise.Romanisation;
import cn.diming.core.romanise.Romanizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Geometry;

/**
 * Judges names by the 23 rules of a profile. Nothing is stored: the same question may be asked on every keystroke, and again
 * inside the transaction that approves the name.
 */
public final class NameChecks {

    private static final List<NamingRule> RULES = List.of(
            FormRules::parts,
            FormRules::doubledGeneric,
            FormRules::characters,
            FormRules::foreignSigns,
            FormRules::ordinal,
            FormRules::reading,
            WordRules::words,
            WordRules::persons,
            WordRules::shops,
            WordRules::badSounds,
            LikenessRules::likeness,
            PlaceRules::host,
            PlaceRules::seat,
            PlaceRules::series,
            PlaceRules::size,
            ProcessRules::paidNaming,
            ProcessRules::change);

    /** While an import runs, the index may be thousands of entries behind: a keystroke does not wait for it. */
    private static final int MOST_NEWS = 200;

    private final DivisionTree divisions;
    private final RuleProfiles profiles;
    private final Romanizer romanizer;
    private final NameStore store;
    private final NameIndex index;
    private final Map<String, NamingRules> rules = new ConcurrentHashMap<>();

    /** @throws cn.diming.core.profile.ProfileRefused when a profile lacks what the rules need */
    public NameChecks(
            Db db, ChangeJournal journal, DivisionTree divisions, RuleProfiles profiles, Romanizer romanizer) {
        this.divisions = divisions;
        this.profiles = profiles;
        this.romanizer = romanizer;
        this.store = new NameStore(db);
        this.index = new NameIndex(store, journal);
        profiles.list().forEach(profile -> rules.put(profile.name(), new NamingRules(profile)));
    }

    /** What a server lets follow the journal; without it the index is built at the first question. */
    public NameIndex index() {
        return index;
    }

    /**
     * Judges a name for staff. Where neither geometry nor division is given, the jurisdiction of the asker stands for the place.
     *
     * @throws NotFound when there is no such profile
     * @throws Refused when the geometry is not sound
     */
    public NameVerdict check(Actor actor, NameQuestion question) {
        AccessPolicy.require(actor, Action.CHECK_NAME);
        boolean nowhere =
                question.geometry().isEmpty() && question.divisionCode().isEmpty();
        return check(nowhere && actor.jurisdiction().length() >= 2 ? question.in(actor.jurisdiction()) : question);
    }

    /** Judges a name by what is known now. */
    public NameVerdict check(NameQuestion question) {
        return judge(question, index.view(MOST_NEWS));
    }

    /**
     * Judges a name exactly, inside the transaction that is to give it: takes the journal's lock first, so that nobody else can
     * commit a name before this transaction ends, and sees what it has written itself.
     */
    public NameVerdict checkInTransaction(ChangeSet changes, NameQuestion question) {
        long seq = changes.seq();
        NameView view = index.viewForWriter();
        view.addAll(store.placesOf(seq));
        return judge(question, view);
    }

    private NameVerdict judge(NameQuestion question, NameView view) {
        question.geometry().ifPresent(NameChecks::requireSound);
        Optional<LonLat> position = question.geometry().map(NameChecks::middle);
        Optional<String> code = question.divisionCode().or(() -> position.flatMap(this::divisionAt));
        NamingRules chosen = rules(question, code);
        Locality locality =
                new Locality(divisions, code, position, position.flatMap(store::builtUpAreaAt), chosen.nearMetres());
        NameForm form = NameForm.of(comparable(question));
        Romanisation spelling =
                romanizer.romanise(question.name(), question.category(), question.classCode(), locality.divisionCode());
        Inspection name = new Inspection(question, chosen, form, spelling, locality, view, store);
        Report report = new Report(name, divisions);
        RULES.forEach(rule -> rule.inspect(name, report));
        RuleProfile profile = chosen.profile();
        return new NameVerdict(
                question.name(),
                form.terms().specific(),
                form.terms().generic(),
                locality.divisionCode(),
                locality.isUrban(),
                profile.name(),
                profile.version(),
                spelling,
                report.findings());
    }

    /** A name of nothing but signs has no comparable form; it is looked at as it is written. */
    private static String comparable(NameQuestion question) {
        String text = NameTerms.comparable(question.name(), question.category());
        return text.isEmpty() ? question.name() : text;
    }

    private NamingRules rules(NameQuestion question, Optional<String> divisionCode) {
        String name = question.profile()
                .orElseGet(() -> profiles.nearest(divisionCode).name());
        NamingRules found = rules.get(name);
        if (found == null) {
            throw new NotFound("没有名为 " + name + " 的规则档案");
        }
        return found;
    }

    private Optional<String> divisionAt(LonLat position) {
        List<Division> chain = divisions.at(position);
        return chain.isEmpty()
                ? Optional.empty()
                : Optional.of(chain.getLast().code().digits());
    }

    private static LonLat middle(Geometry geometry) {
        return LonLat.of(
                geometry.getNumPoints() == 1
                        ? geometry.getCoordinate()
                        : geometry.getInteriorPoint().getCoordinate());
    }

    private static void requireSound(Geometry geometry) {
        List<String> faults = GeometryChecks.check(geometry).stream()
                .map(problem -> problem.words())
                .toList();
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }
}
