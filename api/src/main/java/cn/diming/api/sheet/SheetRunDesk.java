package cn.diming.api.sheet;

import cn.diming.api.answer.FileAnswers;
import cn.diming.api.generated.model.SheetLevel;
import cn.diming.api.generated.model.SheetRunDetail;
import cn.diming.api.generated.model.SheetRunDraft;
import cn.diming.api.generated.model.SheetRunList;
import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import cn.diming.core.Core;
import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionLevel;
import cn.diming.core.region.DivisionTree;
import cn.diming.core.sheet.SheetJob;
import cn.diming.core.sheet.SheetRun;
import cn.diming.core.sheet.SheetRuns;
import cn.diming.core.sheet.SheetTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Batches: what is ordered, looked at, fetched. */
@Component
class SheetRunDesk {

    private final SheetRuns runs;
    private final DivisionTree divisions;
    private final SheetStudio studio;
    private final SheetPress press;

    SheetRunDesk(Core core, SheetStudio studio, SheetPress press) {
        this.runs = core.sheetRuns();
        this.divisions = core.divisions();
        this.studio = studio;
        this.press = press;
    }

    SheetRunList list(Actor actor) {
        return new SheetRunList(runs.list(actor).stream().map(SheetDtos::run).toList());
    }

    /** @throws Refused when there is no such division or template */
    cn.diming.api.generated.model.SheetRun create(Actor actor, SheetRunDraft draft) {
        AccessPolicy.require(actor, Action.PRINT_SHEET);
        List<SheetTarget> targets = targets(draft);
        studio.template(draft.getTemplate());
        String title = Optional.ofNullable(draft.getTitle())
                .filter(text -> !text.isBlank())
                .orElseGet(() -> title(targets));
        SheetRun run = runs.create(actor, SheetDtos.wish(draft, title), targets);
        press.wake();
        return SheetDtos.run(run);
    }

    private List<SheetTarget> targets(SheetRunDraft draft) {
        Set<Division> wanted = new LinkedHashSet<>();
        Objects.requireNonNullElse(draft.getDivisions(), List.<String>of())
                .forEach(code -> wanted.add(
                        divisions.find(code).orElseThrow(() -> new Refused(List.of("没有区划代码为 " + code + " 的行政区划")))));
        if (draft.getWithin() != null && draft.getLevel() != null) {
            wanted.addAll(below(draft.getWithin(), draft.getLevel()));
        }
        return wanted.stream()
                .sorted(Comparator.comparing(division -> division.code().digits()))
                .map(division -> new SheetTarget(division.code().digits(), division.name()))
                .toList();
    }

    private List<Division> below(String code, SheetLevel level) {
        Division top = divisions.find(code).orElseThrow(() -> new Refused(List.of("没有区划代码为 " + code + " 的行政区划")));
        DivisionLevel wanted = level == SheetLevel.TOWN ? DivisionLevel.TOWN : DivisionLevel.VILLAGE;
        return divisions.below(top.code().prefix()).stream()
                .filter(division -> division.code().level() == wanted)
                .toList();
    }

    private static String title(List<SheetTarget> targets) {
        return targets.isEmpty()
                ? ""
                : targets.getFirst().name() + (targets.size() == 1 ? "" : " 等 " + targets.size() + " 幅");
    }

    SheetRunDetail detail(Actor actor, long id) {
        return new SheetRunDetail(
                SheetDtos.run(runs.get(actor, id)),
                runs.jobs(actor, id).stream().map(SheetDtos::job).toList());
    }

    cn.diming.api.generated.model.SheetRun cancel(Actor actor, long id) {
        runs.cancel(actor, id);
        return SheetDtos.run(runs.get(actor, id));
    }

    cn.diming.api.generated.model.SheetRun resume(Actor actor, long id) {
        runs.resume(actor, id);
        press.wake();
        return SheetDtos.run(runs.get(actor, id));
    }

    cn.diming.api.generated.model.SheetRun publish(Actor actor, long id) {
        return SheetDtos.run(runs.publish(actor, id));
    }

    void delete(Actor actor, long id) {
        runs.delete(actor, id);
        try {
            press.files().delete(id);
        } catch (IOException stays) {
            throw new UncheckedIOException("cannot remove the files of a run", stays);
        }
    }

    ResponseEntity<Resource> file(Actor actor, long id, int number, String format, int page) {
        SheetJob job = runs.jobs(actor, id).stream()
                .filter(one -> one.number() == number && one.isThere())
                .findFirst()
                .orElseThrow(() -> new NotFound("这一批没有第 " + number + " 幅图"));
        Path file = press.files().file(id, number, format, page);
        if (!Files.exists(file)) {
            throw new NotFound("这幅图没有这种格式的文件");
        }
        return answer(file, SheetFiles.name(job) + (page == 1 ? "" : "-" + page) + "." + format);
    }

    ResponseEntity<Resource> zip(Actor actor, long id) {
        SheetRun run = over(actor, id);
        try {
            Path zip = press.files().zip(id, run.wish().title(), runs.jobs(actor, id));
            return answer(zip, run.wish().title() + ".zip");
        } catch (IOException full) {
            throw new UncheckedIOException("cannot pack the sheets of a run", full);
        }
    }

    ResponseEntity<Resource> book(Actor actor, long id) {
        SheetRun run = over(actor, id);
        try {
            Path book =
                    press.files().book(id, runs.jobs(actor, id)).orElseThrow(() -> new NotFound("这一批没有 PDF 文件，不能合订"));
            return answer(book, run.wish().title() + ".pdf");
        } catch (IOException full) {
            throw new UncheckedIOException("cannot bind the sheets of a run", full);
        }
    }

    private SheetRun over(Actor actor, long id) {
        SheetRun run = runs.get(actor, id);
        if (!run.isOver()) {
            throw new ProblemException(ProblemType.CONFLICT, "这一批还没有印制完。");
        }
        return run;
    }

    private static ResponseEntity<Resource> answer(Path file, String name) {
        return ResponseEntity.ok()
                .contentType(MediaTypeFactory.getMediaType(file.getFileName().toString())
                        .orElse(MediaType.APPLICATION_OCTET_STREAM))
                .header(HttpHeaders.CONTENT_DISPOSITION, FileAnswers.attachment(name))
                .body(new FileSystemResource(file));
    }
}
