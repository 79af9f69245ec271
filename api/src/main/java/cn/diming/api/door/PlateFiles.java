package cn.diming.api.door;

import cn.diming.api.answer.FileAnswers;
import cn.diming.api.answer.QrCode;
import cn.diming.api.answer.Workbooks;
import cn.diming.api.answer.Workbooks.Table;
import cn.diming.core.Core;
import cn.diming.core.document.Written;
import cn.diming.core.geo.LonLat;
import cn.diming.core.numbering.NumberingProfile;
import cn.diming.core.numbering.PlateModel;
import cn.diming.core.numbering.PlateProof;
import cn.diming.core.paper.Documents;
import cn.diming.core.paper.Papers;
import cn.diming.core.paper.PlateConfirmation;
import cn.diming.core.paper.PlateProofSheet;
import cn.diming.core.plate.PlateCard;
import cn.diming.core.plate.PlateStatus;
import cn.diming.core.plate.Renumbering;
import cn.diming.core.region.Division;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Tables and drawings of door plates. */
@Component
final class PlateFiles {

    private static final List<String> PRODUCTION_HEAD =
            List.of("序号", "记录编号", "二维码", "文字（自上而下，末行为大字）", "规格", "宽（毫米）", "高（毫米）", "二维码内容", "完整地址", "状态", "经度", "纬度");
    private static final int CODE_COLUMN = 2;
    private static final double CODE_MILLIMETRES = 22;

    private final Addresses addresses;
    private final Core core;
    private final Papers papers;

    PlateFiles(Addresses addresses, Core core, Documents documents) {
        this.addresses = addresses;
        this.core = core;
        this.papers = documents.papers();
    }

    /** The signed report in print. */
    ResponseEntity<Resource> proof(PlateProof proof, String profileTitle) {
        return FileAnswers.saved(papers.write(new PlateProofSheet(proof.report(), profileTitle, today()), Written.PDF));
    }

    /** The confirmation of a number by whoever numbers there. */
    ResponseEntity<Resource> confirmation(PlateCard plate) {
        Optional<PlateCard.Event> confirmed = plate.events().stream()
                .filter(event -> event.to() == PlateStatus.CONFIRMED)
                .reduce((earlier, later) -> later);
        return FileAnswers.saved(papers.write(
                new PlateConfirmation(
                        addresses.full(plate),
                        plate.streetName(),
                        plate.numberText(),
                        plate.formerAddresses().stream().findFirst(),
                        core.divisions().address(plate.divisionCode()),
                        plate.position().map(place -> "东经 %.6f°，北纬 %.6f°".formatted(place.lon(), place.lat())),
                        plate.status().title(),
                        plate.authority(),
                        confirmed.flatMap(PlateCard.Event::document),
                        today()),
                Written.PDF));
    }

    private LocalDate today() {
        return LocalDate.now(core.clock());
    }

    /** Old and new addresses (江门市门楼号牌管理办法 Art. 22). */
    ResponseEntity<Resource> comparison(Renumbering made, List<Renumbering.Line> lines) {
        List<List<Object>> rows = new ArrayList<>();
        int count = 0;
        for (Renumbering.Line line : lines) {
            count++;
            rows.add(List.of(count, line.plateId(), line.oldAddress(), line.newAddress()));
        }
        Table table = new Table("新旧门牌对照", List.of("序号", "记录编号", "原地址", "新地址"), rows);
        return Workbooks.answer(table, made.title() + "新旧门牌对照表.xlsx");
    }

    /** What the manufacturer needs, the codes as pictures. */
    ResponseEntity<Resource> production(List<PlateCard> plates, NumberingProfile profile) {
        List<Workbooks.Picture> codes = new ArrayList<>();
        for (PlateCard plate : plates) {
            codes.add(new Workbooks.Picture(codes.size() + 1, CODE_COLUMN, new QrCode(url(plate.id())).png()));
        }
        return Workbooks.answer(
                productionTable(plates, profile), new Workbooks.Pictures(codes, CODE_MILLIMETRES), "门牌制作清单.xlsx");
    }

    /** The same as text, the addresses that the codes hold in their place. */
    ResponseEntity<Resource> productionText(List<PlateCard> plates, NumberingProfile profile) {
        return Workbooks.csv(productionTable(plates, profile), "门牌制作清单.csv");
    }

    private Table productionTable(List<PlateCard> plates, NumberingProfile profile) {
        List<List<Object>> rows = new ArrayList<>();
        for (PlateCard plate : plates) {
            PlateModel model = profile.plates().of(plate.use());
            rows.add(List.of(
                    rows.size() + 1,
                    plate.id(),
                    "",
                    String.join("／", lines(plate, model)),
                    model.title(),
                    model.widthMillimetres(),
                    model.heightMillimetres(),
                    url(plate.id()),
                    addresses.full(plate),
                    plate.status().title(),
                    plate.position().map(LonLat::lon).<Object>map(lon -> lon).orElse(""),
                    plate.position().map(LonLat::lat).<Object>map(lat -> lat).orElse("")));
        }
        return new Table("门牌制作清单", PRODUCTION_HEAD, rows);
    }

    private List<String> lines(PlateCard plate, PlateModel model) {
        String village =
                core.divisions().find(plate.divisionCode()).map(Division::name).orElse("");
        return PlateText.lines(model, plate, village);
    }

    byte[] drawing(PlateCard plate, NumberingProfile profile) {
        PlateModel model = profile.plates().of(plate.use());
        return new PlateFace(lines(plate, model), url(plate.id()), model).svg().getBytes(StandardCharsets.UTF_8);
    }

    /** The public page of an address; short, so that the code stays coarse. */
    private static String url(long plateId) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/a/" + plateId)
                .build()
                .toUriString();
    }
}
