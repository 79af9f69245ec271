package cn.diming.core.paper;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.account.Accounts;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.board.BoardYear;
import cn.diming.core.casework.CaseType;
import cn.diming.core.casework.Cases;
import cn.diming.core.change.RecordKind;
import cn.diming.core.document.Image;
import cn.diming.core.document.TemplateFolder;
import cn.diming.core.document.Written;
import cn.diming.core.geo.LonLat;
import cn.diming.core.history.PlaceEvents;
import cn.diming.core.history.ProtectionFilter;
import cn.diming.core.history.ProtectionList;
import cn.diming.core.history.ProtectionPage;
import cn.diming.core.history.Register;
import cn.diming.core.history.RegisterFilter;
import cn.diming.core.history.RegisterOrder;
import cn.diming.core.history.RegisterPage;
import cn.diming.core.history.RegisterRow;
import cn.diming.core.media.Media;
import cn.diming.core.paper.Papers.PaperFile;
import cn.diming.core.paper.Papers.Purpose;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.PlaceClasses;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.Records;
import cn.diming.core.record.Refused;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.region.DivisionTree;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** Documents as people ask for them: of a case, of a record, of the register, of the protection list. */
public final class Documents {

    private static final int MOST_LINES = 2000;

    private final Sources sources;
    private final Papers papers;
    private final TemplateFolder templates;
    private final Offices offices;
    private final CaseSheets cases;
    private final RegistrationSheets registrations;
    private final Books books;
    private final Clock clock;

    /** What documents are made from. */
    public record Sources(
            Cases cases,
            Records records,
            RecordStore store,
            PlaceEvents events,
            Register register,
            ProtectionList protectionList,
            DivisionTree divisions,
            AuditLog audit,
            Accounts accounts,
            Media media) {}

    public Documents(Sources sources, TemplateFolder templates, Clock clock) {
        this.sources = sources;
        this.papers = new Papers(templates);
        this.templates = templates;
        this.offices = new Offices(sources.divisions);
        NameSheets names = new NameSheets(sources.store, sources.events, offices);
        this.cases = new CaseSheets(offices, names, templates, clock.getZone());
        this.registrations = new RegistrationSheets(sources, offices, clock.getZone());
        this.books = new Books(sources.store, offices, sources.media);
        this.clock = clock;
    }

    /** For papers whose contents others put together. */
    public Papers papers() {
        return papers;
    }

    /**
     * A line among what lies around it (位置图), with marks on it.
     *
     * @param line EPSG:4490
     * @param marks by name
     */
    public Image lineMap(String name, Geometry line, Map<String, LonLat> marks) {
        return Papers.refusing(() -> new Surroundings(sources.store).sketch(name, line, marks));
    }

    /** Templates that stand in the folder, if there is one, before the bundled ones. */
    public static TemplateFolder templates(Optional<Path> folder) {
        return new TemplateFolder(Documents.class, folder);
    }

    /**
     * A document that a case may have.
     *
     * @param lacks what it needs to be final
     * @param blocked why it cannot be written at all
     * @param ownTemplate whether the office uses its own template
     */
    public record Card(CaseDocument kind, List<String> lacks, List<String> blocked, boolean ownTemplate) {}

    /** @throws NotFound when there is no such case in the actor's jurisdiction */
    public List<Card> list(Actor actor, long caseId) {
        CaseSheet sheet = sheet(actor, caseId);
        List<Card> cards = new ArrayList<>();
        for (CaseDocument kind : CaseDocument.values()) {
            if (kind.suits(sheet.type())) {
                cards.add(card(kind, sheet));
            }
        }
        return cards;
    }

    private Card card(CaseDocument kind, CaseSheet sheet) {
        boolean own = templates.isOverridden(kind.template());
        try {
            return new Card(kind, papers.lacks(kind, sheet), List.of(), own);
        } catch (Refused blocked) {
            return new Card(kind, List.of(), blocked.faults(), own);
        }
    }

    /**
     * Writes a document of a case.
     *
     * @throws NotFound when there is no such case in the actor's jurisdiction, or no such document of it
     * @throws Refused for a final document that lacks something
     */
    public PaperFile write(Actor actor, long caseId, String key, Purpose purpose, Written form) {
        CaseSheet sheet = sheet(actor, caseId);
        CaseDocument kind = CaseDocument.find(key)
                .filter(one -> one.suits(sheet.type()))
                .orElseThrow(() -> new NotFound("这件" + title(sheet.type()) + "事项没有“" + key + "”这种文书"));
        return papers.write(kind, sheet, purpose, form);
    }

    private static String title(CaseType type) {
        return type.title();
    }

    private CaseSheet sheet(Actor actor, long caseId) {
        return Papers.refusing(() -> cases.sheet(sources.cases.file(actor, caseId)));
    }

    /** The annual report of an area; whoever may read its board may have it. */
    public PaperFile board(BoardYear year, Written form) {
        return papers.write(new BoardSheet(year, offices.bureau(year.area().divisionCode())), form);
    }

    /**
     * The registration form (登记表) of a place.
     *
     * @throws NotFound when there is no such place, or none that this actor may see
     */
    public PaperFile registration(Actor actor, long placeId, Written form) {
        AccessPolicy.require(actor, Action.READ_STAFF);
        StoredRecord place = sources.records.get(actor, placeId);
        if (place.kind() != RecordKind.PLACE) {
            throw new NotFound("编号 " + placeId + " 不是地名，没有登记表");
        }
        return papers.write(registrations.sheet(place), form);
    }

    /**
     * A list of the register in the order of pinyin.
     *
     * @throws Refused for more than 2,000 names
     */
    public PaperFile registerList(Actor actor, RegisterFilter filter, Written form) {
        RegisterPage page = sources.register.list(actor, filter, RegisterOrder.BY_NAME, MOST_LINES);
        if (page.next().isPresent()) {
            throw new Refused(List.of("超过 " + MOST_LINES + " 条，请缩小范围，或改用导出"));
        }
        Map<Long, List<RecordDraft.Registration>> codes = sources.store.registrationsOf(
                page.rows().stream().map(RegisterRow::id).toList());
        LocalDate day = filter.asOf().map(at -> at.day()).orElseGet(() -> LocalDate.now(clock));
        String scope = filter.division()
                .map(offices::address)
                .filter(name -> !name.isBlank())
                .orElse("辖区全部");
        String classes = filter.classCode()
                .flatMap(PlaceClasses::name)
                .map(name -> " " + name)
                .orElse("");
        return papers.write(
                new RegisterList(
                        "地名目录表",
                        scope + classes,
                        day,
                        page.rows().stream()
                                .map(row -> line(row, codes.getOrDefault(row.id(), List.of())))
                                .toList()),
                form);
    }

    private RegisterList.Line line(RegisterRow row, Collection<RecordDraft.Registration> codes) {
        return new RegisterList.Line(
                codes.stream().flatMap(entry -> entry.placeCode().stream()).findFirst(),
                row.name(),
                row.text("romanised"),
                row.text("class_code").flatMap(PlaceClasses::name),
                row.text("division_code").map(offices::address),
                row.text("status").map(Documents::status));
    }

    private static String status(String code) {
        return switch (code) {
            case "STANDARD" -> "标准地名";
            case "RECORDED" -> "已采集";
            case "PROPOSED" -> "拟定";
            case "RETIRED" -> "已注销";
            default -> code;
        };
    }

    /**
     * The protection list as a book.
     *
     * @throws Refused for more than 2,000 names, and for none
     */
    public PaperFile protectionBook(Actor actor, ProtectionFilter filter, Written form) {
        AccessPolicy.require(actor, Action.READ_STAFF);
        ProtectionPage page = sources.protectionList.list(filter, 1, MOST_LINES);
        if (page.items().isEmpty() || page.total() > MOST_LINES) {
            throw new Refused(List.of(page.items().isEmpty() ? "保护名录中没有符合条件的地名" : "超过 " + MOST_LINES + " 条，请分批成书"));
        }
        String area = filter.division()
                .orElseGet(() -> common(
                        page.items().stream().map(one -> one.divisionCode()).toList()));
        return papers.write(books.book(area, page.items(), LocalDate.now(clock)), form);
    }

    /** Code of the smallest division that holds them all. */
    private static String common(List<String> codes) {
        String first = codes.getFirst();
        for (int digits : new int[] {12, 9, 6, 4, 2}) {
            String prefix = first.substring(0, Math.min(digits, first.length()));
            if (codes.stream().allMatch(code -> code.startsWith(prefix))) {
                return prefix + "0".repeat(12 - prefix.length());
            }
        }
        return first;
    }
}
