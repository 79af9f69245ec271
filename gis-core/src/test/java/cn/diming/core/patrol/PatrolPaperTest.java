package cn.diming.core.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.Core;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.document.TemplateFolder;
import cn.diming.core.document.Written;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.Walk;
import cn.diming.core.paper.Papers;
import cn.diming.core.paper.PatrolSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PatrolPaperTest {

    private static final Papers PAPERS = new Papers(new TemplateFolder(Papers.class, Optional.empty()));

    /** The paper as a file to look at, in the folder that is named. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Files.write(
                folder.resolve("patrol.pdf"), PAPERS.write(sheet(), Written.PDF).content());
    }

    @Test
    void theReportInPrintShowsFiguresGapsReasonsHashesAndTheSignature() throws IOException {
        PatrolSheet sheet = sheet();
        Papers.PaperFile paper = PAPERS.write(sheet, Written.PDF);
        assertThat(paper.fileName()).isEqualTo("甲乙线巡查证明.pdf");
        try (PDDocument document = Loader.loadPDF(paper.content())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text)
                    .contains("甲镇与乙镇行政区域界线协议书", "没有到过0102001Q、0102003Q", "水面，无法通行", "未说明", "2处")
                    .contains("上午.gpx", sheet.patrol().report().replaceAll(".*\"value\":\"([^\"]+)\".*", "$1"))
                    .doesNotContain("待填");
        }
    }

    private static PatrolSheet sheet() {
        try (Core core = Engines.GEOPACKAGE.open()) {
            BoundaryLine line = PatrolSamples.line(core, PatrolSamples.LINE);
            Walk walk = new Walk(PatrolSamples.LINE, 3, 4);
            walk.along(0, 900).pause().along(1300, 2700).pause().along(3200, walk.lineMetres());
            Patrol made = core.patrols().prove(PatrolSamples.INSPECTOR, line.id(), List.of(walk.file("上午.gpx")), false);
            Patrol explained = core.patrols().explain(PatrolSamples.INSPECTOR, made.id(), 1, Map.of(2, "水面，无法通行"));
            return new PatrolSheet(explained, LocalDate.of(2026, 3, 2), ZoneId.of("Asia/Shanghai"));
        }
    }
}
