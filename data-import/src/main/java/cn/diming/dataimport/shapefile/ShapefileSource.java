package cn.diming.dataimport.shapefile;

import cn.diming.core.geo.Crs;
import cn.diming.dataimport.source.DeclaredCrs;
import cn.diming.dataimport.source.FeatureSource;
import cn.diming.dataimport.source.FeatureStream;
import cn.diming.dataimport.source.SourceFeature;
import cn.diming.dataimport.source.SourceFile;
import cn.diming.dataimport.source.SourceFormat;
import cn.diming.dataimport.source.SourceLayer;
import cn.diming.dataimport.source.SourceOptions;
import cn.diming.dataimport.source.SourceProblem;
import cn.diming.dataimport.source.SourceRefused;
import cn.diming.dataimport.source.TextEncoding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A shapefile: .shp and .dbf, with .shx, .prj and .cpg where they are. Any of them may be missing (a .dbf alone is a table)
 * or broken: what can be read is read, and the rest is told.
 */
public final class ShapefileSource implements FeatureSource {
    public static final SourceFormat FORMAT = new SourceFormat(
            "Shapefile（.shp，同名的 .dbf .shx .prj .cpg 放在一起，可打包为 .zip）",
            List.of("shp", "dbf"),
            Set.of("shx", "prj", "cpg"),
            ShapefileSource::looksLike,
            ShapefileSource::new);

    private static final int FILE_CODE = 9994;
    private static final int VERSION = 1000;
    private static final int LONGEST_SIDE_FILE = 1 << 16;

    private final SourceFile file;
    private final SourceOptions options;
    private final Optional<Path> shp;
    private final Optional<Path> shx;
    private final Optional<DbfTable> dbf;
    private final SourceLayer layer;

    private ShapefileSource(SourceFile file, SourceOptions options) {
        this.file = file;
        this.options = options;
        this.shp = file.part("shp");
        List<SourceProblem> problems = new ArrayList<>();
        try {
            this.shx = shx(problems);
            this.dbf = dbf(problems);
            this.layer = look(problems);
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    @Override
    public SourceLayer layer() {
        return layer;
    }

    @Override
    public Stream<SourceFeature> features(long afterRow) {
        try {
            ShapefileRows rows =
                    new ShapefileRows(shp, shx, dbf, options.limits().vertices(), afterRow);
            return FeatureStream.of(rows::next, rows, afterRow);
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    private SourceRefused unreadable(IOException broken) {
        return new SourceRefused(file.fileName() + " 无法读取，请检查磁盘和文件权限", broken);
    }

    /** Code and version; .sbn and .sbx begin with the same code. */
    private static boolean looksLike(byte[] head) {
        return head.length >= ShpReader.HEADER
                && ByteBuffer.wrap(head).getInt() == FILE_CODE
                && ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(28) == VERSION;
    }

    /** The index is used only where it looks like one. */
    private Optional<Path> shx(List<SourceProblem> problems) throws IOException {
        Optional<Path> index = file.part("shx");
        if (index.isPresent() && (Files.size(index.get()) < ShpReader.HEADER || !looksLike(head(index.get())))) {
            problems.add(SourceProblem.note(".shx 索引已损坏，未使用"));
            return Optional.empty();
        }
        return index;
    }

    private static byte[] head(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return in.readNBytes(ShpReader.HEADER);
        }
    }

    private Optional<DbfTable> dbf(List<SourceProblem> problems) throws IOException {
        Optional<Path> table = file.part("dbf");
        if (table.isEmpty()) {
            problems.add(SourceProblem.note("缺少 .dbf 文件，只有图形，没有属性"));
            return Optional.empty();
        }
        try {
            DbfTable found = DbfTable.open(table.get(), options.charset(), text("cpg"));
            if (!found.fields().isEmpty()) {
                return Optional.of(found);
            }
            throw new SourceRefused("DBF 没有字段");
        } catch (SourceRefused broken) {
            if (shp.isEmpty()) {
                throw new SourceRefused(file.fileName() + "：" + broken.getMessage(), broken);
            }
            problems.add(SourceProblem.note("属性表无法读取，只有图形：" + broken.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<String> text(String ending) throws IOException {
        Optional<Path> part = file.part(ending);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(part.get())) {
            String text = new String(in.readNBytes(LONGEST_SIDE_FILE), StandardCharsets.UTF_8);
            return Optional.of(text.replace("\uFEFF", "").strip()).filter(content -> !content.isEmpty());
        }
    }

    private SourceLayer look(List<SourceProblem> problems) throws IOException {
        Set<String> geometryTypes = shp.isPresent() ? header(shp.get(), problems) : Set.of();
        dbf.ifPresent(table -> problems.addAll(table.problems()));
        DeclaredCrs crs = crs(problems);
        return new SourceLayer(
                file.name(),
                shp.isPresent() ? "Shapefile" : "DBF 表",
                crs,
                dbf.map(DbfTable::encoding).orElse(new TextEncoding(StandardCharsets.UTF_8, "没有属性")),
                new TreeSet<>(geometryTypes),
                dbf.map(DbfTable::fields).orElse(List.of()),
                count(),
                problems);
    }

    private Set<String> header(Path main, List<SourceProblem> problems) throws IOException {
        byte[] head = head(main);
        if (!looksLike(head)) {
            throw new SourceRefused(file.name() + ".shp 不是 Shapefile 主文件，或文件头已损坏");
        }
        ByteBuffer header = ByteBuffer.wrap(head);
        long declared = 2 * (header.getInt(24) & 0xFFFF_FFFFL);
        int code = header.order(ByteOrder.LITTLE_ENDIAN).getInt(32);
        if (declared > Files.size(main)) {
            problems.add(SourceProblem.note(".shp 文件头声明 " + declared + " 字节，实际 " + Files.size(main) + " 字节"));
        }
        if (ShapeType.hasZorM(code)) {
            problems.add(SourceProblem.note("图形带有高程 Z 或度量 M，未保留"));
        }
        return ShapeType.of(code).map(ShapeType::geometryTypes).orElse(Set.of());
    }

    private DeclaredCrs crs(List<SourceProblem> problems) throws IOException {
        Optional<String> wkt = text("prj");
        if (wkt.isEmpty()) {
            return DeclaredCrs.NONE;
        }
        Optional<Crs> known = Crs.fromWkt(wkt.get());
        if (known.isEmpty()) {
            problems.add(SourceProblem.note("无法识别 .prj 声明的坐标系，请指定坐标系"));
        }
        return new DeclaredCrs(known, DeclaredCrs.Basis.PRJ, wkt.get());
    }

    private OptionalLong count() throws IOException {
        if (dbf.isPresent()) {
            return OptionalLong.of(dbf.get().rows() - dbf.get().deleted());
        }
        return shx.isPresent() ? OptionalLong.of((Files.size(shx.get()) - ShpReader.HEADER) / 8) : OptionalLong.empty();
    }
}
