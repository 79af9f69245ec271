package cn.diming.api.command;

import cn.diming.core.Core;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaLimits;
import cn.diming.core.village.Villages;
import cn.diming.tiles.SheetGround;
import cn.diming.tiles.SheetInserts;
import cn.diming.tiles.sheet.Imprint;
import cn.diming.tiles.sheet.Inserts;
import cn.diming.tiles.sheet.PlacementDump;
import cn.diming.tiles.sheet.Sheet;
import cn.diming.tiles.sheet.SheetCheck;
import cn.diming.tiles.sheet.SheetProfile;
import cn.diming.tiles.sheet.SheetRefused;
import cn.diming.tiles.sheet.SheetRenderer;
import cn.diming.tiles.sheet.SheetSpec;
import cn.diming.tiles.sheet.SheetSubject;
import cn.diming.tiles.sheet.canvas.PngCanvas;
import cn.diming.tiles.sheet.frame.SheetTemplate;
import cn.diming.tiles.sheet.frame.SheetTemplates;
import cn.diming.tiles.sheet.ground.GroundSnapshot;
import cn.diming.tiles.sheet.ground.Territory;
import cn.diming.tiles.sheet.style.StyleBook;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.json.JsonMapper;

/** {@code diming sheets render}: printed sheets of towns and villages as files. */
@Command(
        name = "sheets",
        description = {"一镇一图、一村一图", "Printed sheets of towns and villages."},
        subcommands = SheetsCommand.Render.class)
final class SheetsCommand extends DatabaseCommand implements Runnable {

    @Override
    public void run() {
        spec().commandLine().usage(out());
    }

    /** One after the other; the service draws batches on all cores. */
    @Command(
            name = "render",
            description = {"出图到文件夹", "Render sheets to files."})
    static final class Render implements Callable<Integer> {

        private static final int SOME_FAILED = 2;

        @ParentCommand
        SheetsCommand parent = new SheetsCommand();

        @Option(
                names = "--divisions",
                split = ",",
                required = true,
                paramLabel = "区划",
                description = "区划代码或名称，逗号分隔；towns 为全部乡镇，villages 为全部村 (codes, names, towns, villages)")
        List<String> divisions = List.of();

        @Option(
                names = "--template",
                defaultValue = "a3",
                paramLabel = "模板",
                description = "a4 … a0，后加 l 横、p 竖 (paper)")
        String template = "a3";

        @Option(
                names = "--profile",
                defaultValue = "public",
                paramLabel = "版本",
                description = "public 公开版、internal 内部版")
        SheetProfile profile = SheetProfile.PUBLIC;

        @Option(names = "--out", required = true, paramLabel = "目录", description = "输出目录 (folder)")
        Path target = Path.of("");

        @Option(names = "--format", split = ",", defaultValue = "pdf", paramLabel = "格式", description = "pdf、svg、png")
        List<String> formats = List.of("pdf");

        @Option(names = "--dpi", defaultValue = "300", paramLabel = "数", description = "PNG 的分辨率，缺省 300")
        int dpi = 300;

        @Option(names = "--approval", paramLabel = "审图号", description = "审图号；缺省取区划属性 review_no")
        @Nullable
        String approval;

        @Option(names = "--compiler", defaultValue = "", paramLabel = "单位", description = "编制单位")
        String compiler = "";

        @Option(names = "--link", paramLabel = "网址", description = "二维码的网址，后接区划代码 (QR address)")
        @Nullable
        String link;

        @Option(names = "--judge", description = "另写 labels.json，供评测程序读 (placements for the judge)")
        boolean judge;

        @Override
        public Integer call() throws IOException {
            if (!Set.of("pdf", "svg", "png").containsAll(formats)) {
                throw new CommandRefused("格式只有 pdf、svg、png：" + formats);
            }
            SheetTemplate paper = SheetTemplates.withFolder(parent.root().data.resolve("sheets/templates"))
                    .find(template)
                    .orElseThrow(() -> new CommandRefused("没有模板 " + template));
            Files.createDirectories(target);
            GroundSnapshot snapshot;
            List<Territory> wanted;
            Map<String, Inserts> inserts = new HashMap<>();
            try (Core core = parent.root().open()) {
                snapshot = SheetGround.read(core.store(), LocalDate.now(ZoneId.systemDefault()));
                wanted = wanted(snapshot);
                Media media = new Media(core.mediaSetting(), parent.root().data.resolve("media"), MediaLimits.USUAL);
                Villages villages =
                        new Villages(core.db(), core.divisions(), core.store(), core.records(), core.protectionList());
                SheetInserts source = new SheetInserts(core.protectionList(), media, core.store(), villages.entries());
                wanted.forEach(own -> inserts.put(own.code(), source.of(own)));
            }
            SheetRenderer renderer = new SheetRenderer(snapshot, StyleBook.bundled());
            Map<String, Object> placements = new LinkedHashMap<>();
            int failed = 0;
            for (int i = 0; i < wanted.size(); i++) {
                Territory own = wanted.get(i);
                Batch batch = new Batch(renderer, paper, wanted.size(), placements);
                failed += render(batch, own, inserts.getOrDefault(own.code(), Inserts.NONE), i + 1) ? 0 : 1;
            }
            if (judge) {
                Files.write(target.resolve("labels.json"), JsonMapper.shared().writeValueAsBytes(placements));
            }
            parent.out().printf("完成 %d 幅，%d 幅未通过检查%n", wanted.size(), failed);
            parent.out().flush();
            return failed == 0 ? 0 : SOME_FAILED;
        }

        private List<Territory> wanted(GroundSnapshot snapshot) {
            List<Territory> all = snapshot.territories().stream()
                    .filter(one -> divisions.contains(one.code())
                            || divisions.contains(one.name())
                            || (divisions.contains("towns") && one.level() == 4)
                            || (divisions.contains("villages") && one.level() == 5))
                    .sorted(Comparator.comparing(Territory::code))
                    .toList();
            if (all.isEmpty()) {
                throw new CommandRefused("没有这样的区划：" + divisions);
            }
            return all;
        }

        /** What is the same for all sheets of a run. */
        private record Batch(SheetRenderer renderer, SheetTemplate paper, int count, Map<String, Object> placements) {}

        private boolean render(Batch batch, Territory own, Inserts inserts, int number) throws IOException {
            try {
                Optional<String> approved = Optional.ofNullable(approval)
                        .or(() -> Optional.ofNullable(own.properties().get("review_no"))
                                .map(Object::toString));
                Imprint imprint = new Imprint(
                        approved,
                        number,
                        batch.count,
                        compiler,
                        Optional.ofNullable(link).map(address -> URI.create(address + own.code())));
                SheetSpec spec = new SheetSpec(
                        new SheetSubject.Division(own.code()),
                        batch.paper,
                        profile,
                        imprint,
                        Optional.empty(),
                        List.of());
                Sheet sheet = batch.renderer.render(spec, inserts);
                write(sheet, "%02d_%s".formatted(number, own.name()));
                batch.placements.put(own.name(), PlacementDump.of(sheet));
                report(sheet, number, batch.count);
                return sheet.state() != SheetCheck.State.FAILED;
            } catch (SheetRefused refused) {
                parent.out().printf("[%d/%d] %s 未出图：%s%n", number, batch.count, own.name(), refused.getMessage());
                return false;
            }
        }

        private void report(Sheet sheet, int number, int count) {
            parent.out()
                    .printf(
                            "[%d/%d] %s 1:%d，注记 %d，未注 %d%n",
                            number,
                            count,
                            sheet.title(),
                            sheet.main().frame().denominator(),
                            sheet.placed().size(),
                            sheet.unplaced().size());
            sheet.checks().stream()
                    .filter(check -> check.state() != SheetCheck.State.PASSED)
                    .forEach(check ->
                            parent.out().printf("    %s %s：%s%n", check.state(), check.title(), check.detail()));
            parent.out().flush();
        }

        private void write(Sheet sheet, String name) throws IOException {
            if (formats.contains("pdf")) {
                write(name + ".pdf", out -> out.write(sheet.pdf()));
            }
            if (formats.contains("svg")) {
                write(name + ".svg", out -> out.write(sheet.svg().getBytes(StandardCharsets.UTF_8)));
            }
            for (int page = 0; formats.contains("png") && page < sheet.pages().size(); page++) {
                int shown = page;
                write(
                        name + (page == 0 ? "" : "_" + (page + 1)) + ".png",
                        out -> PngCanvas.write(sheet.pages().get(shown), dpi, out));
            }
        }

        /** What writes a file. */
        @FunctionalInterface
        private interface Content {
            void to(OutputStream out) throws IOException;
        }

        /** Whole or not at all: a full disk leaves no half sheet behind. */
        private void write(String name, Content content) throws IOException {
            Path unfinished = target.resolve(name + ".part");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                content.to(out);
            } catch (IOException full) {
                Files.deleteIfExists(unfinished);
                throw new CommandRefused("无法写出 " + name + "，请检查磁盘空间", full);
            }
            Files.move(unfinished, target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
