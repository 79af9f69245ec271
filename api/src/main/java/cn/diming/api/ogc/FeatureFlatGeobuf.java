package cn.diming.api.ogc;

import cn.diming.core.feature.Feature;
import cn.diming.core.feature.FeatureType;
import cn.diming.core.record.Field;
import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.GeometryType;
import org.wololo.flatgeobuf.generated.Header;

/** Features as FlatGeobuf without an index; longitude or easting first, as that format has it in every system. */
final class FeatureFlatGeobuf {

    /** What a column is called and how it is stored. */
    private record Stored(String name, int type, Optional<Field.Type> field) {}

    private final FeatureType type;
    private final OgcCrs crs;
    private final PrecisionModel precision;
    private final List<Stored> columns = new ArrayList<>();

    FeatureFlatGeobuf(FeatureType type, OgcCrs crs, int decimals, Set<String> shown) {
        this.type = type;
        this.crs = crs;
        this.precision = new PrecisionModel(Math.pow(10, decimals));
        Map<String, Field> fields = FeatureProperties.fields(type);
        columns.add(new Stored(FeatureType.ID, ColumnType.Long, Optional.empty()));
        for (String name : shown) {
            Optional<Field.Type> field = Optional.ofNullable(fields.get(name)).map(Field::type);
            columns.add(
                    new Stored(name, field.map(FeatureFlatGeobuf::columnType).orElse(ColumnType.DateTime), field));
        }
    }

    private static int columnType(Field.Type type) {
        return switch (type) {
            case TEXT -> ColumnType.String;
            case INTEGER -> ColumnType.Long;
            case NUMBER -> ColumnType.Double;
            case YES_NO -> ColumnType.Bool;
            case DATE -> ColumnType.DateTime;
            case JSON -> ColumnType.Json;
        };
    }

    byte[] file(List<Feature> features) {
        ByteArrayOutputStream file = new ByteArrayOutputStream(1_024 + features.size() * 300);
        FlatBufferBuilder builder = new FlatBufferBuilder(4_096);
        try {
            file.write(Constants.MAGIC_BYTES);
            file.write(header(builder, features.size()));
            for (Feature feature : features) {
                builder.clear();
                file.write(feature(builder, feature));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot write FlatGeobuf", broken);
        }
        return file.toByteArray();
    }

    private byte[] header(FlatBufferBuilder builder, int count) {
        int[] offsets = new int[columns.size()];
        for (int i = 0; i < offsets.length; i++) {
            int name = builder.createString(columns.get(i).name);
            Column.startColumn(builder);
            Column.addName(builder, name);
            Column.addType(builder, columns.get(i).type);
            offsets[i] = Column.endColumn(builder);
        }
        int vector = Header.createColumnsVector(builder, offsets);
        int organisation = builder.createString("EPSG");
        Crs.startCrs(builder);
        Crs.addOrg(builder, organisation);
        Crs.addCode(builder, crs.code());
        int system = Crs.endCrs(builder);
        int name = builder.createString(type.id());
        Header.startHeader(builder);
        Header.addName(builder, name);
        Header.addGeometryType(builder, GeometryType.Unknown);
        Header.addColumns(builder, vector);
        Header.addFeaturesCount(builder, count);
        Header.addIndexNodeSize(builder, 0);
        Header.addCrs(builder, system);
        builder.finishSizePrefixed(Header.endHeader(builder));
        return builder.sizedByteArray();
    }

    private byte[] feature(FlatBufferBuilder builder, Feature feature) throws IOException {
        Optional<Geometry> geometry = feature.geometry()
                .filter(known -> !known.isEmpty())
                .map(known -> GeometryPrecisionReducer.reducePointwise(crs.eastFirst(known), precision));
        int shape = geometry.isEmpty()
                ? 0
                : GeometryConversions.serialize(
                        builder,
                        geometry.get(),
                        GeometryConversions.toGeometryType(geometry.get().getClass()));
        int properties = org.wololo.flatgeobuf.generated.Feature.createPropertiesVector(builder, properties(feature));
        org.wololo.flatgeobuf.generated.Feature.startFeature(builder);
        if (shape != 0) {
            org.wololo.flatgeobuf.generated.Feature.addGeometry(builder, shape);
        }
        org.wololo.flatgeobuf.generated.Feature.addProperties(builder, properties);
        builder.finishSizePrefixed(org.wololo.flatgeobuf.generated.Feature.endFeature(builder));
        return builder.sizedByteArray();
    }

    private byte[] properties(Feature feature) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        for (int i = 0; i < columns.size(); i++) {
            Stored column = columns.get(i);
            Optional<Object> value = column.name.equals(FeatureType.ID)
                    ? Optional.of(feature.id())
                    : FeatureProperties.value(feature, column.name, column.field);
            if (value.isPresent()) {
                bytes.writeBytes(little(2).putShort((short) i).array());
                bytes.writeBytes(stored(value.get()));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] stored(Object value) {
        return switch (value) {
            case Long number -> little(Long.BYTES).putLong(number).array();
            case Double number -> little(Double.BYTES).putDouble(number).array();
            case Boolean flag -> new byte[] {(byte) (flag ? 1 : 0)};
            default -> {
                byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
                yield little(Integer.BYTES + text.length)
                        .putInt(text.length)
                        .put(text)
                        .array();
            }
        };
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
