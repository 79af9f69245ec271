package cn.diming.api.command;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.document.TemplateFolder;
import cn.diming.core.document.Written;
import cn.diming.core.paper.Papers;
import cn.diming.core.paper.PatrolSheet;
import cn.diming.core.patrol.Patrol;
import cn.diming.core.patrol.PatrolFolder;
import cn.diming.core.patrol.TrackFile;
import cn.diming.core.record.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Proves a patrol; the exit code says whether something still stands against it. */
@Command(
        name = "patrol",
        description = {
            "以 GPX 轨迹证明走过一条界线；全线走到、界桩到齐返回 0，否则返回 1",
            "Prove by GPX tracks that a line was walked; returns 0 when all of it was."
        })
final class PatrolCommand implements Callable<Integer> {

    @ParentCommand
    BoundariesCommand parent = new BoundariesCommand();

    @Option(
            names = "--line",
            required = true,
            paramLabel = "界线",
            description = "界线代码（440113-440115）或记录编号 (code or number of the line)")
    String line = "";

    @Option(names = "--out", paramLabel = "目录", description = "写出导出文件、证明、轨迹和打印件的目录 (folder for the proof)")
    @Nullable
    Path target;

    @Option(names = "--confirm-positions", description = "确认坐标无误，不论看来是什么坐标系 (trust the positions)")
    boolean confirmed;

    @Parameters(arity = "1..*", paramLabel = "文件", description = "GPX 文件 (tracks)")
    List<Path> files = List.of();

    @Override
    public Integer call() {
        try (Core core = parent.root().open()) {
            Patrol patrol = core.patrols().prove(Actor.OPERATOR, line(core).id(), tracks(), confirmed);
            print(patrol);
            if (target != null) {
                write(core, patrol, target);
            }
            parent.out().flush();
            return patrol.remarks().isEmpty() ? 0 : 1;
        } catch (Refused refused) {
            throw new CommandRefused(String.valueOf(refused.getMessage()));
        } catch (IOException unreadable) {
            throw new CommandRefused("文件读写失败：" + unreadable.getMessage());
        }
    }

    private BoundaryLine line(Core core) {
        return core.boundaryLines().list(Actor.OPERATOR, Optional.empty()).stream()
                .filter(one ->
                        one.code().equals(line) || Long.toString(one.id()).equals(line))
                .findFirst()
                .orElseThrow(() -> new CommandRefused("没有界线 " + line));
    }

    private List<TrackFile> tracks() throws IOException {
        List<TrackFile> tracks = new ArrayList<>();
        for (Path file : files) {
            tracks.add(new TrackFile(file.getFileName().toString(), Files.readAllBytes(file)));
        }
        return tracks;
    }

    private void print(Patrol patrol) {
        parent.out()
                .printf(
                        Locale.ROOT,
                        "%s（协议第 %d 版）：走到 %.2f %%，最大偏离 %.1f 米，95 %% 不超过 %.1f 米%n",
                        patrol.lineName(),
                        patrol.lineNumber(),
                        patrol.share() * 100,
                        patrol.figure("maxDeviationMetres").orElse(0),
                        patrol.figure("p95DeviationMetres").orElse(0));
        patrol.gaps()
                .forEach(gap -> parent.out()
                        .printf(
                                Locale.ROOT,
                                "  缺口 %.1f — %.1f 米，长 %.1f 米%n",
                                gap.fromMetres(),
                                gap.toMetres(),
                                gap.toMetres() - gap.fromMetres()));
        patrol.remarks().forEach(remark -> parent.out().println("  " + remark));
    }

    private static void write(Core core, Patrol patrol, Path folder) throws IOException {
        Files.createDirectories(folder);
        PatrolFolder proof = PatrolFolder.of(patrol, core.patrols().tracks(Actor.OPERATOR, patrol.id()));
        for (Map.Entry<String, byte[]> file : proof.files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        PatrolSheet sheet = new PatrolSheet(
                patrol, LocalDate.now(core.clock()), core.clock().getZone());
        Papers papers = new Papers(new TemplateFolder(Papers.class, Optional.empty()));
        Files.write(
                folder.resolve("proof.pdf"), papers.write(sheet, Written.PDF).content());
    }
}
