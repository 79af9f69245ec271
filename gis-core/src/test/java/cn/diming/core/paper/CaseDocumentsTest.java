package cn.diming.core.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.account.AccountDraft;
import cn.diming.core.casework.Approval;
import cn.diming.core.casework.CaseAction;
import cn.diming.core.casework.CaseDraft;
import cn.diming.core.casework.CaseItem;
import cn.diming.core.casework.CaseStep;
import cn.diming.core.casework.CaseType;
import cn.diming.core.casework.NamingCase;
import cn.diming.core.casework.PaperKind;
import cn.diming.core.casework.ScannedPaper;
import cn.diming.core.casework.Stage;
import cn.diming.core.change.RecordKind;
import cn.diming.core.document.Written;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.MovingClock;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaLimits;
import cn.diming.core.paper.Papers.Purpose;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.RecordDraft;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** From a real case to its documents. */
@ParameterizedClass
@EnumSource(Engines.class)
class CaseDocumentsTest {

    private static final String VILLAGE = "440115103208";

    private final MovingClock clock = new MovingClock();
    private final Core core;
    private final Documents documents;

    CaseDocumentsTest(Engines engine, @TempDir Path folder) {
        this.core = Core.open(engine.fresh(), clock);
        core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "divisions", Drafts.dawen());
        core.divisions().rebuild();
        this.documents = new Documents(
                new Documents.Sources(
                        core.casework().cases(),
                        core.records(),
                        core.store(),
                        core.events(),
                        core.register(),
                        core.protectionList(),
                        core.divisions(),
                        core.audit(),
                        core.accounts(),
                        new Media(core.mediaSetting(), folder, MediaLimits.USUAL)),
                Documents.templates(Optional.empty()),
                clock);
    }

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void anApprovedRenamingTellsTheOldNameAndWhatLiesAround() {
        street("田园路", "LINESTRING (113.446 22.911, 113.454 22.911)");
        street("稳中路", "LINESTRING (113.4545 22.9, 113.4545 22.914)");
        long place = street("前进路", "LINESTRING (113.448 22.907, 113.452 22.907)");
        NamingCase approved = approved(CaseType.RENAME, place, Optional.of("稳兴路"));
        String announcement = text(approved, CaseDocument.ANNOUNCEMENT);
        assertThat(announcement)
                .contains("标准名称稳兴路", "罗马字母拼写Wěnxīng Lù", "所属政区广东省广州市南沙区东涌镇大稳村", "原名称前进路")
                .contains("批准机关广州市南沙区人民政府", "广州市南沙区民政局公告");
        assertThat(text(approved, CaseDocument.APPLICATION)).contains("东至稳中路", "北至田园路");
        assertThat(text(approved, CaseDocument.NAME_CHANGES)).contains("前进路", "稳兴路", "居民身份证");
        assertThat(text(approved, CaseDocument.FILING_REPORT)).contains("广州市民政局：");
    }

    @Test
    void anApprovedCancellationSaysSo() {
        long place = street("旧涌尾巷", "LINESTRING (113.448 22.907, 113.4485 22.907)");
        NamingCase approved = approved(CaseType.CANCEL, place, Optional.empty());
        assertThat(text(approved, CaseDocument.APPROVAL)).contains("同意注销位于", "“旧涌尾巷”");
        assertThat(text(approved, CaseDocument.ANNOUNCEMENT)).contains("停止使用");
    }

    @Test
    void aCaseOfAnotherDistrictHasNoDocuments() {
        NamingCase draft = core.casework()
                .cases()
                .create(Actor.OPERATOR, draft(CaseType.NAME, OptionalLong.empty(), Optional.of("和顺路")));
        Actor elsewhere = core.accounts()
                .create(Actor.OPERATOR, new AccountDraft("panyu", "番禺经办", Role.NAMING_OFFICER, "440113"))
                .account()
                .actor();
        assertThatThrownBy(() -> documents.list(elsewhere, draft.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> documents.write(Actor.OPERATOR, draft.id(), "name-changes", Purpose.DRAFT, Written.PDF))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theRegistrationFormIsFilledFromTheRecord() {
        long place = street("前进路", "LINESTRING (113.448 22.907, 113.452 22.907)");
        String form = PdfText.of(documents
                        .registration(Actor.OPERATOR, place, Written.PDF)
                        .content())
                .flat();
        assertThat(form).contains("标准名称前进路", "113°26′52.8″", "广州市南沙区民政局", "东涌镇大稳村", "使用时间现今");
    }

    private String text(NamingCase of, CaseDocument kind) {
        byte[] pdf = documents
                .write(Actor.OPERATOR, of.id(), kind.key(), Purpose.FINAL, Written.PDF)
                .content();
        return PdfText.of(pdf).flat().replace("WěnxīngLù", "Wěnxīng Lù");
    }

    private long street(String name, String wkt) {
        RecordDraft draft = Drafts.place(name, name, PlaceCategory.STREET.name(), Drafts.wkt(wkt));
        RecordDraft standard = Drafts.with(draft, "status", "STANDARD");
        return core.records()
                .create(Actor.OPERATOR, RecordKind.PLACE, Drafts.with(standard, "division_code", VILLAGE))
                .id();
    }

    private NamingCase approved(CaseType type, long place, Optional<String> name) {
        NamingCase now = core.casework().cases().create(Actor.OPERATOR, draft(type, OptionalLong.of(place), name));
        ScannedPaper scan = new ScannedPaper("扫描件.pdf", "%PDF-1.7 scan".getBytes(StandardCharsets.US_ASCII));
        for (PaperKind kind : List.of(PaperKind.CONSENT, PaperKind.APPROVAL)) {
            core.casework().papers().add(Actor.OPERATOR, now.id(), kind, scan);
        }
        now = act(now, CaseStep.of(CaseAction.SUBMIT));
        while (!now.state().isApproved()) {
            Stage stage = core.casework().cases().awaited(now).orElseThrow();
            clock.forward(Duration.ofDays(8));
            now = act(now, step(stage.action()));
        }
        return now;
    }

    private NamingCase act(NamingCase about, CaseStep step) {
        return core.casework().steps().act(Actor.OPERATOR, about.id(), about.version(), step);
    }

    /** The villagers' notice began a week before; the approval says who, which paper. */
    private CaseStep step(CaseAction action) {
        boolean approves = action == CaseAction.APPROVE;
        LocalDate today = core.deadlines().today();
        return new CaseStep(
                action,
                Optional.of(action == CaseAction.CONSENT ? today.minusDays(7) : today),
                approves ? Optional.of("广州市南沙区人民政府") : Optional.empty(),
                approves ? Optional.of(Approval.OrganisationKind.GOVERNMENT) : Optional.empty(),
                approves ? Optional.of("穗南府批〔2026〕12号") : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static CaseDraft draft(CaseType type, OptionalLong place, Optional<String> name) {
        CaseItem item = new CaseItem(
                1,
                type,
                place,
                List.of(),
                List.of(),
                name,
                Optional.of(type == CaseType.CANCEL ? "Jiùchōngwěi Xiàng" : "Wěnxīng Lù"),
                Optional.of(PlaceCategory.STREET),
                Optional.empty(),
                Optional.of(VILLAGE),
                place.isPresent()
                        ? Optional.empty()
                        : Optional.of(Drafts.wkt("LINESTRING (113.448 22.905, 113.452 22.909)")),
                new CaseItem.Description(
                        Optional.of("东起村委会，西至市场"),
                        Optional.of("长约 600 米，宽 6 米"),
                        Optional.of("村内主要道路"),
                        Optional.of("稳步兴旺"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("名称与人名、企业无关")),
                CaseItem.Decision.PENDING);
        List<CaseDraft.Report> reports = Stream.of(PaperKind.ASSESSMENT, PaperKind.EXPERT, PaperKind.CONSULTATION)
                .map(kind -> new CaseDraft.Report(
                        kind,
                        kind.sections().stream()
                                .collect(Collectors.toMap(PaperKind.Section::key, PaperKind.Section::title))))
                .toList();
        return new CaseDraft(
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.of("大稳村村民委员会"),
                Optional.of("陈主任 13800000000"),
                Optional.of("与邻村道路重名"),
                reports,
                List.of(item));
    }
}
