package cn.diming.core.platform;

import cn.diming.core.geo.LonLat;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaSize;
import cn.diming.core.shop.PhotoPurpose;
import cn.diming.core.shop.Product;
import cn.diming.core.shop.ShopContent;
import cn.diming.core.shop.ShopFilings;
import cn.diming.core.shop.ShopPhoto;
import cn.diming.core.shop.ShopPosition;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A package (ZIP) for one platform: a table of all shops (CSV with BOM, so that spreadsheets read it), for each shop a folder with
 * its fields (JSON) and photos, and a page that says what to do. Photos are those that were cleaned: no place, no camera.
 */
final class BundleWriter implements AutoCloseable {

    private static final String BOM = "\uFEFF";
    private static final List<String> COLUMNS = List.of(
            "编号", "店名", "平台分类", "所在区划", "地址", "经度", "纬度", "坐标系", "电话", "营业时间", "统一社会信用代码", "简介", "产品", "照片", "预检");

    private final PlatformRules rules;
    private final Media media;
    private final ZipOutputStream zip;
    private final List<List<String>> table = new ArrayList<>(List.of(COLUMNS));
    private final StringBuilder notes = new StringBuilder();

    BundleWriter(PlatformRules rules, Media media, OutputStream out) {
        this.rules = rules;
        this.media = media;
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** A shop and what is known of it. */
    record Entry(
            ShopFilings.Own own, ShopContent shop, String division, String address, List<PlatformFinding> findings) {}

    void add(Entry entry) throws IOException {
        String folder = "%03d-%s".formatted(table.size(), entry.shop.name().replaceAll("[^\\p{IsHan}A-Za-z0-9]", "_"));
        List<String> photos = photos(entry, folder);
        LonLat at = entry.shop.position().map(ShopPosition::at).orElseThrow();
        String[] position = rules.position(at);
        List<String> row = List.of(
                String.valueOf(entry.own.filing().shopId().orElse(0)),
                entry.shop.name(),
                rules.categories().getOrDefault(entry.shop.category(), ""),
                entry.division,
                entry.address,
                position[0],
                position[1],
                rules.crs().id(),
                entry.shop.phone().orElse(""),
                entry.shop.hours().text(),
                entry.shop.creditCode().orElse(""),
                entry.shop.description().orElse(""),
                entry.shop.products().stream().map(BundleWriter::product).collect(Collectors.joining("、")),
                String.join(" ", photos),
                entry.findings.stream().map(PlatformFinding::message).collect(Collectors.joining("；")));
        table.add(row);
        ObjectNode fields = JsonMapper.shared().createObjectNode();
        for (int i = 0; i < COLUMNS.size(); i++) {
            fields.put(COLUMNS.get(i), row.get(i));
        }
        put(folder + "/信息.json", fields.toPrettyString());
        note(entry);
    }

    private void note(Entry entry) {
        notes.append("\n【").append(entry.shop.name()).append("】");
        notes.append(entry.findings.isEmpty() ? "预检无问题，可提交。\n" : "\n");
        entry.findings.forEach(finding -> notes.append(finding.refused() ? "  ✗ " : "  ! ")
                .append(finding.rule())
                .append(' ')
                .append(finding.message())
                .append('\n'));
    }

    private static String product(Product product) {
        return product.name()
                + product.priceText().map(price -> " " + price).orElse("")
                + (product.season().isEmpty() ? "" : "（" + product.seasonText() + "）");
    }

    /** The front first, then as many as the platform takes, and the licence where it is asked for. */
    private List<String> photos(Entry entry, String folder) throws IOException {
        List<String> names = new ArrayList<>();
        List<ShopPhoto> shown = entry.own.photos().stream()
                .filter(photo -> photo.purpose().isPublic())
                .sorted(Comparator.comparing(ShopPhoto::purpose))
                .limit(rules.photos())
                .toList();
        for (ShopPhoto photo : shown) {
            String title = photo.purpose() == PhotoPurpose.FRONT ? "门面照" : "照片" + names.size();
            copy(photo, folder, title).ifPresent(names::add);
        }
        List<ShopPhoto> licences = entry.own.photos().stream()
                .filter(photo -> rules.licence() && photo.purpose() == PhotoPurpose.LICENCE)
                .toList();
        for (int i = 0; i < licences.size(); i++) {
            copy(licences.get(i), folder, "营业执照" + (i == 0 ? "" : i + 1)).ifPresent(names::add);
        }
        return names;
    }

    private Optional<String> copy(ShopPhoto photo, String folder, String title) throws IOException {
        Optional<Path> file = fitting(photo);
        if (file.isPresent()) {
            zip.putNextEntry(new ZipEntry(folder + "/" + title + ".jpg"));
            Files.copy(file.get(), zip);
            zip.closeEntry();
        }
        return file.map(there -> title + ".jpg");
    }

    /** As it is kept, or in the next smaller size when that is too much for the platform. */
    private Optional<Path> fitting(ShopPhoto photo) throws IOException {
        Optional<Path> full = media.photo(photo.item(), MediaSize.FULL);
        boolean large = photo.item().width().orElse(0) > rules.photoLongEdge()
                || photo.item().height().orElse(0) > rules.photoLongEdge()
                || (full.isPresent() && Files.size(full.get()) > rules.photoKilobytes() * 1000L);
        return large ? media.photo(photo.item(), MediaSize.MEDIUM) : full;
    }

    private void put(String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        put("店铺.csv", BOM + table.stream().map(BundleWriter::line).collect(Collectors.joining("\r\n")) + "\r\n");
        put("说明.txt", """
                %s 店铺提交包
                提交处：%s
                坐标系：%s（经度在前；已换算，直接使用，不要再转换）
                审核：%s
                照片：已去除拍摄位置等信息；第一张为门面照%s。
                依据：%s

                预检：✗ 平台会退回，! 可能影响通过
                %s""".formatted(
                        rules.platform().title(),
                        rules.portal(),
                        rules.crs().id(),
                        rules.reviewDays(),
                        rules.licence() ? "；营业执照只供平台审核，请勿外传" : "",
                        rules.source(),
                        notes));
        zip.close();
    }

    /** A cell that a spreadsheet would take for a formula is given as text. */
    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.matches("(?s)[=+@\\t-].*") ? "'" + cell : cell)
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
    }
}
