package cn.diming.api.boundary;

import cn.diming.api.answer.FileAnswers;
import cn.diming.api.answer.GeoJson;
import cn.diming.api.answer.OutputCrs;
import cn.diming.api.answer.Workbooks;
import cn.diming.api.generated.model.CoverageFindingCard;
import cn.diming.api.generated.model.CoverageOwner;
import cn.diming.api.generated.model.CoverageReport;
import cn.diming.core.coverage.CoverageFinding;
import cn.diming.core.coverage.CoverageRule;
import cn.diming.core.coverage.RepairMethod;
import cn.diming.core.record.NotFound;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Findings of a coverage as answers and as files. */
final class CoverageCards {

    private static final OutputCrs STORED = OutputCrs.parse("EPSG:4490", 9);
    private static final MediaType GEO_JSON = MediaType.valueOf("application/geo+json");
    private static final MediaType CSV = MediaType.valueOf("text/csv;charset=UTF-8");
    private static final List<String> HEAD =
            List.of("序号", "程度", "问题", "说明", "区划代码", "区划名称", "面积（平方米）", "宽度（米）", "经度", "纬度");
    private static final String BOM = "\uFEFF";

    static CoverageReport report(int level, List<CoverageFinding> findings) {
        Map<String, Integer> counts = new TreeMap<>();
        findings.forEach(finding -> counts.merge(finding.rule().name(), 1, Integer::sum));
        Set<String> units = findings.stream()
                .flatMap(finding -> finding.owners().stream())
                .map(owner -> owner.key())
                .collect(Collectors.toSet());
        return new CoverageReport()
                .level(level)
                .units(units.size())
                .counts(counts)
                .findings(findings.stream().map(CoverageCards::card).toList());
    }

    private static CoverageFindingCard card(CoverageFinding finding) {
        CoverageFindingCard card = new CoverageFindingCard()
                .rule(finding.rule().name())
                .title(finding.rule().title())
                .weight(CoverageFindingCard.WeightEnum.valueOf(
                        finding.rule().severity().name()))
                .message(finding.message())
                .owners(finding.owners().stream()
                        .map(owner -> new CoverageOwner()
                                .id(Long.parseLong(owner.key()))
                                .code(owner.code())
                                .name(owner.name()))
                        .toList())
                .squareMetres(finding.squareMetres())
                .widthMetres(finding.widthMetres())
                .methods(methods(finding.rule()).stream().map(Enum::name).toList());
        finding.place().ifPresent(place -> card.place(List.of(place.lon(), place.lat())));
        finding.shape().ifPresent(shape -> card.shape(GeoJson.write(shape, STORED)));
        return card;
    }

    /** What may help; where a whole area is wrong, only a person can. */
    private static List<RepairMethod> methods(CoverageRule rule) {
        return switch (rule) {
            case GAP, SLIVER_GAP -> List.of(RepairMethod.FILL, RepairMethod.SNAP);
            case OVERLAP, SLIVER_OVERLAP -> List.of(RepairMethod.CUT, RepairMethod.SNAP);
            default -> List.of();
        };
    }

    static ResponseEntity<Resource> file(String form, List<CoverageFinding> findings) {
        return switch (form) {
            case "geojson" -> FileAnswers.saved(geoJson(findings), GEO_JSON, "覆盖检查.geojson");
            case "csv" -> FileAnswers.saved(csv(findings), CSV, "覆盖检查.csv");
            case "xlsx" -> Workbooks.answer(new Workbooks.Table("覆盖检查", HEAD, rows(findings)), "覆盖检查.xlsx");
            default -> throw new NotFound("没有这种格式：" + form);
        };
    }

    private static byte[] geoJson(List<CoverageFinding> findings) {
        List<Object> features = new ArrayList<>();
        for (CoverageFinding finding : findings) {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("rule", finding.rule().name());
            properties.put("title", finding.rule().title());
            properties.put("weight", finding.rule().severity().name());
            properties.put("message", finding.message());
            properties.put(
                    "owners",
                    finding.owners().stream().map(owner -> owner.code()).toList());
            properties.put("squareMetres", finding.squareMetres());
            properties.put("widthMetres", finding.widthMetres());
            Map<String, Object> feature = new LinkedHashMap<>();
            feature.put("type", "Feature");
            feature.put(
                    "geometry",
                    finding.shape()
                            .map(shape -> GeoJson.write(shape, STORED))
                            .or(() -> finding.place().map(place -> GeoJson.write(place.toPoint(), STORED)))
                            .orElse(null));
            feature.put("properties", properties);
            features.add(feature);
        }
        return JsonMapper.shared().writeValueAsBytes(Map.of("type", "FeatureCollection", "features", features));
    }

    private static List<List<Object>> rows(List<CoverageFinding> findings) {
        List<List<Object>> rows = new ArrayList<>();
        for (CoverageFinding finding : findings) {
            rows.add(List.of(
                    rows.size() + 1,
                    weight(finding),
                    finding.rule().title(),
                    finding.message(),
                    finding.owners().stream().map(owner -> owner.code()).collect(Collectors.joining(" ")),
                    finding.owners().stream().map(owner -> owner.name()).collect(Collectors.joining(" ")),
                    Math.round(finding.squareMetres() * 10) / 10.0,
                    Math.round(finding.widthMetres() * 100) / 100.0,
                    finding.place().<Object>map(place -> place.lon()).orElse(""),
                    finding.place().<Object>map(place -> place.lat()).orElse("")));
        }
        return rows;
    }

    private static String weight(CoverageFinding finding) {
        return switch (finding.rule().severity()) {
            case ERROR -> "错误";
            case WARN -> "警告";
            case INFO -> "提示";
        };
    }

    /** With a mark by which spreadsheets recognise UTF-8. */
    private static byte[] csv(List<CoverageFinding> findings) {
        StringBuilder text =
                new StringBuilder(BOM).append(String.join(",", HEAD)).append("\r\n");
        for (List<Object> row : rows(findings)) {
            text.append(row.stream().map(CoverageCards::quoted).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(Object cell) {
        return cell instanceof Number ? cell.toString() : '"' + cell.toString().replace("\"", "\"\"") + '"';
    }

    private CoverageCards() {}
}
