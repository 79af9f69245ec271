package cn.diming.api.casework;

import cn.diming.api.answer.FileAnswers;
import cn.diming.api.answer.Given;
import cn.diming.api.answer.OutputCrs;
import cn.diming.api.answer.Precision;
import cn.diming.api.answer.Versions;
import cn.diming.api.generated.CasesApi;
import cn.diming.api.generated.model.CalendarLink;
import cn.diming.api.generated.model.CaseCard;
import cn.diming.api.generated.model.CaseCommentCard;
import cn.diming.api.generated.model.CaseCommentList;
import cn.diming.api.generated.model.CaseCount;
import cn.diming.api.generated.model.CaseData;
import cn.diming.api.generated.model.CaseDraft;
import cn.diming.api.generated.model.CasePage;
import cn.diming.api.generated.model.CasePaperCard;
import cn.diming.api.generated.model.CasePaperList;
import cn.diming.api.generated.model.CaseReadiness;
import cn.diming.api.generated.model.CaseRequirements;
import cn.diming.api.generated.model.CaseState;
import cn.diming.api.generated.model.CaseStep;
import cn.diming.api.generated.model.CaseTimeline;
import cn.diming.api.generated.model.CaseType;
import cn.diming.api.generated.model.CommentModeration;
import cn.diming.api.generated.model.CommentReceipt;
import cn.diming.api.generated.model.DeadlineList;
import cn.diming.api.generated.model.DeadlineState;
import cn.diming.api.generated.model.PaperKind;
import cn.diming.api.generated.model.PlaceCategory;
import cn.diming.api.generated.model.PublicCase;
import cn.diming.api.generated.model.PublicCaseList;
import cn.diming.api.generated.model.PublicCommentDraft;
import cn.diming.api.generated.model.ReportKind;
import cn.diming.api.generated.model.ReportText;
import cn.diming.api.problem.Findings;
import cn.diming.api.security.Limiter;
import cn.diming.api.security.Visitor;
import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.account.Account;
import cn.diming.core.casework.CaseComment;
import cn.diming.core.casework.CaseFile;
import cn.diming.core.casework.CaseQuery;
import cn.diming.core.casework.Cases;
import cn.diming.core.casework.Casework;
import cn.diming.core.casework.NamingCase;
import cn.diming.core.casework.ScannedPaper;
import cn.diming.core.deadline.CalendarFeed;
import cn.diming.core.deadline.Deadline;
import cn.diming.core.record.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Naming cases; the core decides who may and what comes next. */
@RestController
class CaseController implements CasesApi {

    private static final int CALENDAR_LIMITS = 1000;
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Core core;
    private final Casework casework;
    private final Cases cases;
    private final Visitor visitor;
    private final Limiter limiter;
    private final HttpServletRequest request;
    private final Precision precision;
    private final CaseCards cards;
    private final FileCards files;

    CaseController(Core core, Visitor visitor, Guard guard, CaseCards cards, FileCards files) {
        this.core = core;
        this.casework = core.casework();
        this.cases = casework.cases();
        this.visitor = visitor;
        this.limiter = guard.limiter();
        this.request = guard.request();
        this.precision = guard.precision();
        this.cards = cards;
        this.files = files;
    }

    // ------------------------------------------------------------ cases

    @Override
    public ResponseEntity<CasePage> listCases(
            @Nullable List<CaseState> state,
            @Nullable CaseType type,
            @Nullable String division,
            Boolean overdue,
            Boolean mine,
            @Nullable String q,
            @Nullable String cursor,
            Integer limit) {
        Set<cn.diming.core.casework.CaseState> states = state == null
                ? Set.of()
                : state.stream()
                        .map(one -> cn.diming.core.casework.CaseState.valueOf(one.name()))
                        .collect(Collectors.toSet());
        var found = cases.list(
                visitor.actor(),
                new CaseQuery(
                        states,
                        Optional.ofNullable(type).map(one -> cn.diming.core.casework.CaseType.valueOf(one.name())),
                        division == null ? "" : division,
                        q == null ? "" : q,
                        overdue,
                        mine,
                        cursor == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cursor)),
                        limit));
        CasePage page = new CasePage(
                found.items().stream().map(cards::summary).toList(),
                found.counts().entrySet().stream()
                        .map(count -> new CaseCount(CaseCards.state(count.getKey()), count.getValue()))
                        .toList(),
                found.counts().values().stream().mapToLong(Long::longValue).sum());
        found.next().ifPresent(id -> page.nextCursor(Long.toString(id)));
        return ResponseEntity.ok(page);
    }

    @Override
    public ResponseEntity<CaseCard> createCase(CaseDraft body) {
        NamingCase made = cases.create(visitor.actor(), CaseBodies.draft(body));
        return ResponseEntity.created(URI.create("/api/v1/cases/" + made.id()))
                .eTag(Versions.toTag(made.version()))
                .body(cards.card(visitor.actor(), made));
    }

    @Override
    public ResponseEntity<CaseCard> getCase(Long caseId) {
        return card(cases.get(visitor.actor(), caseId));
    }

    @Override
    public ResponseEntity<CaseCard> updateCase(Long caseId, CaseDraft body, @Nullable String ifMatch) {
        return card(cases.update(visitor.actor(), caseId, Versions.expected(ifMatch), CaseBodies.draft(body)));
    }

    @Override
    public ResponseEntity<Void> deleteCase(Long caseId, @Nullable String ifMatch) {
        cases.delete(visitor.actor(), caseId, Versions.expected(ifMatch));
        return ResponseEntity.noContent().build();
    }

    @Override
    public ResponseEntity<CaseCard> actOnCase(Long caseId, CaseStep body, @Nullable String ifMatch) {
        return card(casework.steps().act(visitor.actor(), caseId, Versions.expected(ifMatch), CaseBodies.step(body)));
    }

    @Override
    public ResponseEntity<CaseReadiness> getCaseReadiness(Long caseId) {
        Cases.Readiness found = cases.readiness(visitor.actor(), caseId);
        return ResponseEntity.ok(new CaseReadiness(
                found.isReady(),
                found.faults(),
                CaseCards.papers(found.missingPapers()),
                Findings.of(found.findings())));
    }

    @Override
    public ResponseEntity<CaseRequirements> listCaseRequirements(
            CaseType type, PlaceCategory category, @Nullable String divisionCode) {
        Cases.Requirements found = cases.requirements(
                visitor.actor(),
                cn.diming.core.casework.CaseType.valueOf(type.name()),
                cn.diming.core.record.PlaceCategory.valueOf(category.name()),
                Optional.ofNullable(divisionCode));
        return ResponseEntity.ok(new CaseRequirements(
                found.profile(), found.stages().stream().map(CaseCards::stage).toList(), CaseCards.sections()));
    }

    @Override
    public ResponseEntity<CaseCard> saveCaseReport(
            Long caseId, ReportKind paper, ReportText body, @Nullable String ifMatch) {
        return card(cases.report(
                visitor.actor(),
                caseId,
                Versions.expected(ifMatch),
                CaseBodies.report(paper.name(), body.getSections())));
    }

    @Override
    public ResponseEntity<CaseTimeline> getCaseTimeline(Long caseId) {
        return ResponseEntity.ok(new CaseTimeline(cases.timeline(visitor.actor(), caseId).stream()
                .map(CaseCards::event)
                .toList()));
    }

    @Override
    public ResponseEntity<CaseData> getCaseData(Long caseId) {
        CaseFile file = cases.file(visitor.actor(), caseId);
        LocalDate today = core.deadlines().today();
        return ResponseEntity.ok(new CaseData(
                cards.card(visitor.actor(), file.content()),
                file.timeline().stream().map(CaseCards::event).toList(),
                file.papers().stream().map(FileCards::paper).toList(),
                file.comments().stream().map(FileCards::comment).toList(),
                file.deadlines().stream()
                        .map(limit -> files.deadline(limit, today))
                        .toList()));
    }

    private ResponseEntity<CaseCard> card(NamingCase one) {
        return ResponseEntity.ok().eTag(Versions.toTag(one.version())).body(cards.card(visitor.actor(), one));
    }

    // ------------------------------------------------------------ papers

    @Override
    public ResponseEntity<CasePaperList> listCasePapers(Long caseId) {
        return ResponseEntity.ok(new CasePaperList(casework.papers().list(visitor.actor(), caseId).stream()
                .map(FileCards::paper)
                .toList()));
    }

    @Override
    public ResponseEntity<CasePaperCard> uploadCasePaper(Long caseId, PaperKind kind, MultipartFile file) {
        cases.get(visitor.actor(), caseId); // who may not see the case need not be told what is wrong with the file
        ScannedPaper scan = new ScannedPaper(String.valueOf(file.getOriginalFilename()), bytes(file));
        var paper = casework.papers()
                .add(visitor.actor(), caseId, cn.diming.core.casework.PaperKind.valueOf(kind.name()), scan);
        return ResponseEntity.status(HttpStatus.CREATED).body(FileCards.paper(paper));
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read an upload", broken);
        }
    }

    @Override
    public ResponseEntity<Resource> getCasePaper(Long caseId, Long paperId) {
        var scan = casework.papers().get(visitor.actor(), caseId, paperId);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(scan.paper().mediaType()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        FileAnswers.inline(scan.paper().fileName()))
                .body(new ByteArrayResource(scan.content()));
    }

    @Override
    public ResponseEntity<Void> deleteCasePaper(Long caseId, Long paperId) {
        casework.papers().delete(visitor.actor(), caseId, paperId);
        return ResponseEntity.noContent().build();
    }

    // ------------------------------------------------------------ comments

    @Override
    public ResponseEntity<CaseCommentList> listCaseComments(Long caseId) {
        return ResponseEntity.ok(new CaseCommentList(casework.comments().list(visitor.actor(), caseId).stream()
                .map(FileCards::comment)
                .toList()));
    }

    @Override
    public ResponseEntity<CaseCommentCard> moderateComment(Long caseId, Long commentId, CommentModeration body) {
        return ResponseEntity.ok(FileCards.comment(casework.comments()
                .moderate(
                        visitor.actor(),
                        caseId,
                        commentId,
                        CaseComment.State.valueOf(body.getState().name()),
                        Given.text(body.getReply()))));
    }

    @Override
    public ResponseEntity<PublicCaseList> listPublicCases() {
        limiter.admitSearch(request);
        OutputCrs crs = publicCrs();
        return ResponseEntity.ok(new PublicCaseList(casework.comments().open(visitor.actor()).stream()
                .map(open -> files.open(open, crs))
                .toList()));
    }

    @Override
    public ResponseEntity<PublicCase> getPublicCase(Long caseId) {
        limiter.admitSearch(request);
        return ResponseEntity.ok(files.open(casework.comments().open(visitor.actor(), caseId), publicCrs()));
    }

    @Override
    public ResponseEntity<CommentReceipt> addPublicComment(Long caseId, PublicCommentDraft body) {
        limiter.admitComment(request);
        casework.comments().add(visitor.actor(), caseId, CaseBodies.comment(body));
        return ResponseEntity.accepted().body(new CommentReceipt("已收到，审核后公开。"));
    }

    private OutputCrs publicCrs() {
        return OutputCrs.parse(CaseCards.STORED_CRS, precision.decimalsFor(Actor.PUBLIC));
    }

    // ------------------------------------------------------------ deadlines

    @Override
    public ResponseEntity<DeadlineList> listDeadlines(
            @Nullable DeadlineState state, @Nullable String division, Integer limit) {
        Actor reader = visitor.actor();
        String within = division == null ? "" : division;
        LocalDate today = core.deadlines().today();
        Optional<Deadline.State> wanted = Optional.ofNullable(state).map(one -> Deadline.State.valueOf(one.name()));
        var found = core.deadlines().list(reader, within, wanted, limit);
        return ResponseEntity.ok(new DeadlineList(
                today,
                core.deadlines().count(reader, within, Deadline.State.OVERDUE),
                core.deadlines().count(reader, within, Deadline.State.DUE_SOON),
                found.stream().map(one -> files.deadline(one, today)).toList()));
    }

    @Override
    public ResponseEntity<CalendarLink> createCalendarLink() {
        String token = core.calendarTokens().issue(visitor.actor());
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new CalendarLink("/api/v1/deadlines.ics?token=" + token));
    }

    @Override
    public ResponseEntity<Void> revokeCalendarLink() {
        core.calendarTokens().revoke(visitor.actor());
        return ResponseEntity.noContent().build();
    }

    /** The account is read anew: one that is disabled or has become another role sees nothing any more. */
    @Override
    public ResponseEntity<Resource> getDeadlineCalendar(String token) {
        limiter.admitSearch(request);
        OptionalLong owner = core.calendarTokens().accountOf(token);
        Account account = (owner.isEmpty()
                        ? Optional.<Account>empty()
                        : core.accounts().find(owner.getAsLong()))
                .filter(found -> !found.disabled())
                .orElseThrow(() -> new NotFound("订阅地址不对或已停用"));
        List<Deadline> limits = core.deadlines().list(account.actor(), "", Optional.empty(), CALENDAR_LIMITS);
        byte[] text = CalendarFeed.write(limits, core.clock().instant()).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=600")
                .body(new ByteArrayResource(text));
    }
}
