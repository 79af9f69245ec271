package cn.diming.core.casework;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.account.AccountDraft;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.MovingClock;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.RecordDraft;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A core with 大稳村 and its officers, and short ways to write cases. */
final class CaseFixture implements AutoCloseable {

    static final String VILLAGE = "440115103208";
    static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    final MovingClock clock = new MovingClock();
    final Core core;
    final Actor town;
    final Actor district;
    final Actor reviewer;
    final Actor elsewhere;

    CaseFixture(Engines engine) {
        this.core = Core.open(engine.fresh(), clock);
        core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "divisions", Drafts.dawen());
        core.divisions().rebuild();
        this.town = officer("town", Role.NAMING_OFFICER, "440115103");
        this.district = officer("district", Role.NAMING_OFFICER, "440115");
        this.reviewer = officer("reviewer", Role.REVIEWER, "440115");
        this.elsewhere = officer("elsewhere", Role.NAMING_OFFICER, "440113");
    }

    private Actor officer(String login, Role role, String jurisdiction) {
        return core.accounts()
                .create(Actor.OPERATOR, new AccountDraft(login, login + "经办", role, jurisdiction))
                .account()
                .actor();
    }

    Cases cases() {
        return core.casework().cases();
    }

    CaseSteps steps() {
        return core.casework().steps();
    }

    /** A place with a standard name. */
    long place(String name, PlaceCategory category) {
        RecordDraft draft =
                Drafts.place(name, name, category.name(), Drafts.wkt("LINESTRING (113.448 22.905, 113.452 22.909)"));
        RecordDraft standard = Drafts.with(draft, "status", "STANDARD");
        return core.records()
                .create(Actor.OPERATOR, RecordKind.PLACE, Drafts.with(standard, "division_code", VILLAGE))
                .id();
    }

    static CaseItem naming(String name) {
        return item(1, CaseType.NAME, OptionalLong.empty(), Optional.of(name));
    }

    static CaseItem item(int number, CaseType action, OptionalLong place, Optional<String> name) {
        return new CaseItem(
                number,
                action,
                place,
                List.of(),
                List.of(),
                name,
                Optional.empty(),
                Optional.of(PlaceCategory.STREET),
                Optional.empty(),
                Optional.of(VILLAGE),
                Optional.of(Drafts.wkt("LINESTRING (113.448 22.905, 113.452 22.909)")),
                new CaseItem.Description(
                        Optional.of("东起村委会，西至市场"),
                        Optional.of("长约 600 米，宽 6 米"),
                        Optional.of("村内主要道路"),
                        Optional.of("和睦顺利"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("名称与人名、企业无关")),
                CaseItem.Decision.PENDING);
    }

    static CaseDraft draft(CaseType type, CaseItem... items) {
        return new CaseDraft(
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.of("大稳村村民委员会"),
                Optional.of("陈主任 13800000000"),
                Optional.of("村道硬底化后尚无名称"),
                List.of(report(PaperKind.ASSESSMENT), report(PaperKind.EXPERT), report(PaperKind.CONSULTATION)),
                List.of(items));
    }

    static CaseDraft.Report report(PaperKind kind) {
        return new CaseDraft.Report(
                kind,
                kind.sections().stream().collect(Collectors.toMap(PaperKind.Section::key, PaperKind.Section::title)));
    }

    static CaseStep approval(LocalDate day) {
        return new CaseStep(
                CaseAction.APPROVE,
                Optional.of(day),
                Optional.of("广州市南沙区人民政府"),
                Optional.of(Approval.OrganisationKind.GOVERNMENT),
                Optional.of("南府批〔2026〕12号"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    static CaseStep on(CaseAction action, LocalDate day) {
        return new CaseStep(
                action,
                Optional.of(day),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    static ScannedPaper scan() {
        return new ScannedPaper("决议.pdf", "%PDF-1.7 scan".getBytes(StandardCharsets.US_ASCII));
    }

    LocalDate today() {
        return core.deadlines().today();
    }

    NamingCase act(Actor actor, NamingCase about, CaseStep step) {
        return steps().act(actor, about.id(), about.version(), step);
    }

    NamingCase act(Actor actor, NamingCase about, CaseAction action) {
        return act(actor, about, on(action, today()));
    }

    /** From the draft to the moment before the approval. */
    NamingCase ripe(CaseDraft draft) {
        NamingCase now = cases().create(town, draft);
        core.casework().papers().add(town, now.id(), PaperKind.CONSENT, scan());
        core.casework().papers().add(town, now.id(), PaperKind.APPROVAL, scan());
        now = act(town, now, CaseAction.SUBMIT);
        while (true) {
            Stage stage = cases().awaited(now).orElseThrow();
            switch (stage.action()) {
                case APPROVE -> {
                    return now;
                }
                case CONSENT -> now = act(town, now, on(CaseAction.CONSENT, today().minusDays(7)));
                case OPEN_COMMENT -> {
                    now = act(district, now, CaseAction.OPEN_COMMENT);
                    clock.forward(java.time.Duration.ofDays(8));
                }
                default -> now = act(district, now, stage.action());
            }
        }
    }

    /** From the approval to the end. */
    NamingCase close(NamingCase approved) {
        NamingCase now = approved;
        while (cases().awaited(now).isPresent()) {
            now = act(district, now, cases().awaited(now).get().action());
        }
        return now;
    }

    @Override
    public void close() {
        core.close();
    }
}
