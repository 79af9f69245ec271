package cn.diming.tiles.sheet;

import cn.diming.tiles.sheet.ground.GroundFeature;
import cn.diming.tiles.sheet.ground.GroundSnapshot;
import cn.diming.tiles.sheet.ground.Territory;
import cn.diming.tiles.sheet.style.StyleBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * All that a division's sheet is drawn from, as one hash: what was hashed alike need not be drawn again. The day of the data is
 * not in it, since a sheet whose data have not changed still holds. For any number of threads.
 */
public final class SheetInput {

    /** Raised when the same data are drawn differently. */
    private static final int DRAWING = 1;

    private final GroundSnapshot snapshot;
    private final byte[] everywhere;

    public SheetInput(GroundSnapshot snapshot) {
        this.snapshot = snapshot;
        Hash hash = new Hash().add(DRAWING).add(style());
        snapshot.territories().forEach(one -> hash.add(one.id(), one.code(), one.name(), one.properties(), one.area()));
        snapshot.faults().forEach(hash::add);
        this.everywhere = hash.digest.digest();
    }

    /** In 64 hexadecimal digits. */
    public String hash(SheetSpec spec, Inserts inserts) {
        Hash hash = new Hash().add(everywhere).add(spec);
        if (spec.subject() instanceof SheetSubject.Division division) {
            snapshot.territory(division.code()).map(SheetInput::reach).ifPresent(reach -> around(reach, hash));
        } else {
            snapshot.features().forEach(hash::add);
        }
        inserts.pictures()
                .forEach(picture ->
                        hash.add(picture.photo().bytes()).add(picture.caption()).add(picture.feature()));
        hash.add(inserts.stories()).add(inserts.produce()).add(inserts.faults());
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void around(Envelope reach, Hash hash) {
        for (GroundFeature feature : snapshot.features()) {
            if (reach.intersects(feature.geometry().getEnvelopeInternal())) {
                hash.add(feature);
            }
        }
    }

    /** No paper shows more: a frame is at most as much wider than its territory as that is long. */
    private static Envelope reach(Territory own) {
        Envelope reach = new Envelope(own.area().getEnvelopeInternal());
        reach.expandBy(2 * Math.max(reach.getWidth(), reach.getHeight()));
        return reach;
    }

    private static byte[] style() {
        try (InputStream in = Objects.requireNonNull(StyleBook.class.getResourceAsStream("sheet-style.yml"))) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("sheet-style.yml", broken);
        }
    }

    /** What is added one after the other. */
    private static final class Hash {
        private final MessageDigest digest;

        Hash() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        Hash add(byte[] bytes) {
            digest.update(bytes);
            return this;
        }

        /** Records and lists of them always say the same of themselves. */
        Hash add(Object value) {
            return add(value.toString().getBytes(StandardCharsets.UTF_8)).add(new byte[1]);
        }

        void add(GroundFeature feature) {
            add(feature.id(), feature.layer(), "", feature.properties(), feature.geometry());
        }

        void add(long id, String kind, String name, Map<String, Object> properties, Geometry geometry) {
            add(id).add(kind).add(name).add(new TreeMap<>(properties)).add(geometry.getGeometryType());
            Coordinate[] all = geometry.getCoordinates();
            ByteBuffer buffer = ByteBuffer.allocate(all.length * 2 * Double.BYTES);
            for (Coordinate c : all) {
                buffer.putDouble(c.x).putDouble(c.y);
            }
            add(buffer.array());
        }
    }
}
