package cn.diming.core.sign;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.geo.Bbox;
import cn.diming.core.media.MediaOwners;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionCode;
import cn.diming.core.region.DivisionTree;
import cn.diming.core.signage.Blade;
import cn.diming.core.signage.Entrances;
import cn.diming.core.signage.Settlement;
import cn.diming.core.signage.SignKind;
import cn.diming.core.signage.SignPlanner;
import cn.diming.core.signage.SignPost;
import cn.diming.core.signage.SignProfile;
import cn.diming.core.signage.SignProfiles;
import cn.diming.core.signage.SignedStreet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Plans the signs of a division, orders them, and follows each one through its life. */
public final class Signs {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SignStore store;
    private final ChangeJournal journal;
    private final AuditLog audit;
    private final DivisionTree divisions;
    private final SignProfiles profiles;
    private final MediaOwners photos;
    private final BiFunction<String, PlaceCategory, String> signForm;

    /** @param signForm gives a name of a category in capitals without tones, where the register has no romanised form */
    public Signs(
            Db db,
            ChangeJournal journal,
            AuditLog audit,
            DivisionTree divisions,
            SignProfiles profiles,
            BiFunction<String, PlaceCategory, String> signForm) {
        this.store = new SignStore(db);
        this.journal = journal;
        this.audit = audit;
        this.divisions = divisions;
        this.profiles = profiles;
        this.photos = new MediaOwners(db);
        this.signForm = signForm;
    }

    public SignProfiles profiles() {
        return profiles;
    }

    /**
     * The signs that the named streets of a division need and its settlements at their entrances, with the officer's own changes; nothing is stored.
     *
     * @param divisionCode 6, 9 or 12 digits
     */
    public List<ProposedSign> propose(
            Actor actor, String divisionCode, String profileName, List<SignAdjustment> adjustments) {
        AccessPolicy.require(actor, Action.EDIT_SIGN, divisionCode);
        SignProfile profile = profile(profileName);
        List<SignedStreet> streets = store.streetsIn(prefix(divisionCode)).stream()
                .map(street -> new SignedStreet(
                        street.id(),
                        street.name(),
                        signForm.apply(street.name(), PlaceCategory.STREET),
                        street.rank(),
                        street.line()))
                .toList();
        List<SignPost> posts = new SignPlanner(profile).plan(streets, settlements(profile, prefix(divisionCode)));
        return new Adjusted(profile, streets).apply(posts, adjustments);
    }

    private List<Settlement> settlements(SignProfile profile, String prefix) {
        List<Outline> outlines = new Outlines(store).in(prefix);
        Optional<Bbox> box =
                outlines.stream().map(outline -> Bbox.of(outline.area())).reduce(Bbox::union);
        Entrances entrances = new Entrances(profile, box.map(store::streetsIn).orElse(List.of()));
        return outlines.stream()
                .map(outline -> new Settlement(
                        outline.id(),
                        outline.name(),
                        signForm.apply(outline.name(), outline.category()),
                        outline.category() == PlaceCategory.ESTATE ? SignKind.ESTATE : SignKind.SETTLEMENT,
                        entrances.of(outline.area())))
                .toList();
    }

    /** Takes the plan into the register; what was planned before and is not ordered yet makes way. */
    public int commit(Actor actor, String divisionCode, String profileName, List<SignAdjustment> adjustments) {
        return journal.write(actor, changes -> {
            changes.seq(); // nobody else writes from here on
            List<SignStore.PlacedSign> signs = propose(actor, divisionCode, profileName, adjustments).stream()
                    .map(sign -> new SignStore.PlacedSign(sign, divisionAt(sign, divisionCode)))
                    .toList();
            List<Long> ids = store.replacePlanned(changes, prefix(divisionCode), profileName, signs);
            signs.stream()
                    .map(sign -> Bbox.around(sign.proposed().post().position(), 0))
                    .reduce(Bbox::union)
                    .ifPresent(box -> changes.savedBatch(RecordKind.SIGN, Optional.of(box)));
            audit.append(
                    changes,
                    "plan",
                    RecordKind.SIGN,
                    ids.stream().findFirst().orElse(0L),
                    Optional.empty(),
                    Optional.of(JSON.writeValueAsString(
                            Map.of("division", divisionCode, "profile", profileName, "signs", ids.size()))));
            return ids.size();
        });
    }

    /** The village a sign stands in, or the division that was planned for. */
    private String divisionAt(ProposedSign sign, String planned) {
        List<Division> chain = divisions.at(sign.post().position());
        return chain.isEmpty() || !chain.getLast().code().digits().startsWith(prefix(planned))
                ? DivisionCode.parse(planned).digits()
                : chain.getLast().code().digits();
    }

    /** The signs of a division, with those plates marked whose street is called otherwise by now. */
    public List<SignRow> list(Actor actor, String divisionCode) {
        AccessPolicy.require(actor, Action.READ_STAFF, divisionCode);
        return marked(store.signsIn(prefix(divisionCode)));
    }

    public SignRow get(Actor actor, long id) {
        SignRow found = store.find(id).orElseThrow(() -> new NotFound("没有编号为 " + id + " 的地名标志"));
        AccessPolicy.require(actor, Action.READ_STAFF, found.divisionCode());
        return marked(List.of(found)).getFirst();
    }

    public List<SignEvent> events(Actor actor, long id) {
        return store.eventsOf(get(actor, id).id());
    }

    private List<SignRow> marked(List<SignRow> signs) {
        List<Long> places = signs.stream()
                .flatMap(sign -> sign.blades().stream().map(Blade::placeId))
                .distinct()
                .toList();
        Map<Long, String> names = new HashMap<>();
        for (int from = 0; from < places.size(); from += 500) {
            names.putAll(store.namesOf(places.subList(from, Math.min(places.size(), from + 500))));
        }
        return signs.stream().map(sign -> marked(sign, names)).toList();
    }

    private static SignRow marked(SignRow sign, Map<Long, String> names) {
        List<String> outdated = sign.blades().stream()
                .filter(blade -> !blade.name().equals(names.getOrDefault(blade.placeId(), blade.name())))
                .map(Blade::name)
                .toList();
        return new SignRow(
                sign.id(),
                sign.version(),
                sign.name(),
                sign.divisionCode(),
                sign.status(),
                sign.position(),
                sign.blades(),
                sign.mounting(),
                sign.profile(),
                sign.installedOn(),
                outdated);
    }

    /**
     * Takes a sign one step further.
     *
     * @throws Stale when somebody else was faster
     * @throws Refused when that may not follow
     */
    public SignRow advance(Actor actor, long id, int version, SignStep step) {
        return journal.write(actor, changes -> {
            SignRow seen = store.find(id).orElseThrow(() -> new NotFound("没有编号为 " + id + " 的地名标志"));
            AccessPolicy.require(actor, Action.EDIT_SIGN, seen.divisionCode());
            if (!seen.status().next().contains(step.to())) {
                throw new Refused(List.of(
                        "“" + seen.status().title() + "”的标志不能变为“" + step.to().title() + "”"));
            }
            photos.requirePhoto(RecordKind.SIGN, id, step.photoSha256());
            boolean installed =
                    step.to() == SignStatus.INSTALLED && !seen.status().isStanding();
            if (seen.version() != version || !store.setStatus(changes, seen, step.to(), installed)) {
                throw new Stale(seen.version());
            }
            store.insertEvent(changes, seen, step);
            audit.append(
                    changes,
                    "update",
                    RecordKind.SIGN,
                    id,
                    Optional.of(JSON.writeValueAsString(Map.of("status", seen.status()))),
                    Optional.of(JSON.writeValueAsString(Map.of("status", step.to(), "defects", step.defects()))));
            return get(actor, id);
        });
    }

    /** The bill of quantities of the signs that are planned or ordered. */
    public List<BillLine> bill(Actor actor, String divisionCode) {
        List<BillLine> lines = new ArrayList<>();
        int number = 0;
        for (SignRow sign : list(actor, divisionCode)) {
            Optional<SignProfile> profile = sign.profile().flatMap(profiles::find);
            boolean wanted = sign.status() == SignStatus.PLANNED || sign.status() == SignStatus.ORDERED;
            if (wanted && profile.isPresent() && sign.position().isPresent()) {
                number++;
                lines.addAll(lines(sign, profile.get(), number));
            }
        }
        return lines;
    }

    private static List<BillLine> lines(SignRow sign, SignProfile profile, int number) {
        List<BillLine> lines = new ArrayList<>();
        String mounting = sign.mounting().orElse(profile.usualMounting().title());
        for (Blade blade : sign.blades()) {
            SignProfile.PlateSize size = profile.size(blade.kind());
            lines.add(new BillLine(
                    sign.id(),
                    number,
                    sign.position().orElseThrow(),
                    blade,
                    size.widthMillimetres(),
                    size.heightMillimetres(),
                    mounting,
                    size.priceYuan(),
                    lines.isEmpty() ? Adjusted.mountingYuan(profile, mounting) : 0));
        }
        return lines;
    }

    /** Named streets that have a sign, by town (9 digits) or village (12). */
    public List<Coverage> coverage(Actor actor, String divisionCode, int digits) {
        AccessPolicy.require(actor, Action.READ_STAFF, divisionCode);
        return store.coverage(prefix(divisionCode), digits);
    }

    private SignProfile profile(String name) {
        return profiles.find(name)
                .orElseThrow(() -> new Refused(List.of("没有名为“" + name + "”的标志方案，可用："
                        + profiles.list().stream().map(SignProfile::name).collect(Collectors.joining("、")))));
    }

    private static String prefix(String divisionCode) {
        if (!divisionCode.matches("[1-9]\\d{5}(\\d{3}(\\d{3})?)?")) {
            throw new Refused(List.of("范围应为县、镇或村的区划代码（6、9 或 12 位）"));
        }
        return DivisionCode.parse(divisionCode).prefix();
    }
}
