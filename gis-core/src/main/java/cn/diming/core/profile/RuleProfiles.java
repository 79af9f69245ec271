package cn.diming.core.profile;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.db.Db;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rule profiles of this database. What the files say when the program starts is what holds; if it differs from the last
 * stored version it becomes the next one.
 */
public final class RuleProfiles {

    private static final Logger LOG = LoggerFactory.getLogger(RuleProfiles.class);
    private static final String TOPMOST = "national";

    private final ProfileStore store;
    private final Map<String, RuleProfile> current = new LinkedHashMap<>();

    /**
     * @param folder profiles of the bureau: one of a bundled name takes its place
     * @throws ProfileRefused when a file of the folder cannot be used
     */
    public RuleProfiles(Db db, ChangeJournal journal, Optional<Path> folder) {
        this.store = new ProfileStore(db);
        ProfileLibrary.read(folder).profiles().forEach(read -> {
            RuleProfile profile = keep(journal, read);
            current.put(profile.name(), profile);
        });
    }

    /** All in their present version, those above before those below. */
    public List<RuleProfile> list() {
        return List.copyOf(current.values());
    }

    /** The present version. */
    public Optional<RuleProfile> find(String name) {
        return Optional.ofNullable(current.get(name));
    }

    /** A version of now or then; older ones may belong to profiles that are no more. */
    public Optional<RuleProfile> find(String name, int version) {
        return find(name)
                .filter(profile -> profile.version() == version)
                .or(() -> store.find(name, version)
                        .map(stored -> ProfileJson.read(name, stored.number(), stored.content())));
    }

    /** The one that names the longest prefix of the code as its own; the topmost where none does. */
    public RuleProfile nearest(Optional<String> divisionCode) {
        return divisionCode
                .flatMap(code -> current.values().stream()
                        .filter(profile -> reach(profile, code) > 0)
                        .max(Comparator.comparingInt(profile -> reach(profile, code))))
                .orElseGet(this::topmost);
    }

    /**
     * A number of the bundled national profile, for what no bureau may set otherwise: what keeps legal lines where they are, and
     * how precisely the public sees them.
     */
    public static double nationalNumber(String section, String key) {
        return National.PROFILE.number(section, key);
    }

    /** Read when it is first asked for. */
    private static final class National {
        static final RuleProfile PROFILE = ProfileLibrary.read(Optional.empty()).profiles().stream()
                .filter(profile -> profile.name().equals(TOPMOST))
                .findFirst()
                .orElseThrow();
    }

    /** All, for staff. */
    public List<RuleProfile> list(Actor actor) {
        AccessPolicy.require(actor, Action.READ_STAFF);
        return list();
    }

    /** A profile for staff; the present version when none is named. */
    public Optional<RuleProfile> find(Actor actor, String name, Optional<Integer> version) {
        AccessPolicy.require(actor, Action.READ_STAFF);
        return version.isPresent() ? find(name, version.get()) : find(name);
    }

    /** What a section is called, in Chinese. */
    public static String titleOf(String section) {
        return ProfileShape.find(section).map(ProfileShape::title).orElse(section);
    }

    private RuleProfile topmost() {
        return find(TOPMOST).orElseThrow();
    }

    private static int reach(RuleProfile profile, String code) {
        return profile.divisions().stream()
                .filter(code::startsWith)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private RuleProfile keep(ChangeJournal journal, RuleProfile read) {
        String content = ProfileJson.write(read);
        String hash = ProfileJson.hash(content);
        return stored(read, hash).orElseGet(() -> store(journal, read, content, hash));
    }

    private Optional<RuleProfile> stored(RuleProfile read, String hash) {
        return store.latest(read.name())
                .filter(last -> last.hash().equals(hash))
                .map(last -> numbered(read, last.number()));
    }

    private RuleProfile store(ChangeJournal journal, RuleProfile read, String content, String hash) {
        int last = store.latest(read.name()).map(ProfileStore.Version::number).orElse(0);
        RuleProfile next = numbered(read, last + 1);
        try {
            journal.write(Actor.OPERATOR, changes -> {
                store.insert(changes, next, content, hash);
                return next;
            });
            LOG.info("rule profile {} is now version {}", next.name(), next.version());
            return next;
        } catch (RuntimeException failed) {
            if (!Db.isConflict(failed)) {
                throw failed;
            }
            return stored(read, hash).orElseThrow(() -> failed); // another process was faster
        }
    }

    private static RuleProfile numbered(RuleProfile profile, int version) {
        return new RuleProfile(
                profile.name(),
                profile.title(),
                profile.description(),
                version,
                profile.lineage(),
                profile.own(),
                profile.divisions(),
                profile.sections());
    }
}
