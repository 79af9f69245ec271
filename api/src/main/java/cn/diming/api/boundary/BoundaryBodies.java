package cn.diming.api.boundary;

import cn.diming.api.answer.GeoJson;
import cn.diming.api.generated.model.BoundaryAgreement;
import cn.diming.api.generated.model.BoundaryMarkerBody;
import cn.diming.core.boundary.Agreement;
import cn.diming.core.boundary.BoundaryMarker;
import cn.diming.core.boundary.Enclave;
import cn.diming.core.boundary.LineSection;
import cn.diming.core.boundary.MarkerKind;
import cn.diming.core.boundary.MarkerStatus;
import cn.diming.core.boundary.Witness;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.Refused;
import cn.diming.core.region.DivisionCode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** From what callers send to what the core takes. */
final class BoundaryBodies {

    private static final String STORED = "EPSG:4490";

    static Agreement agreement(BoundaryAgreement body) {
        return sound(() -> new Agreement(
                body.getTitle(),
                Optional.ofNullable(body.getAgreedOn()),
                Optional.ofNullable(body.getEffectiveOn()),
                Optional.ofNullable(body.getApprovedBy()),
                DivisionCode.parse(body.getLeft()),
                DivisionCode.parse(body.getRight()),
                Optional.ofNullable(body.getStatedLengthMetres()),
                Optional.ofNullable(body.getCourse()),
                Optional.ofNullable(body.getMapScale()),
                each(body.getSections()).stream()
                        .map(section -> new LineSection(
                                section.getFromMetres(),
                                section.getToMetres(),
                                LineSection.Basis.valueOf(section.getBasis().name()),
                                Optional.ofNullable(section.getFeature()),
                                Optional.ofNullable(section.getDescription())))
                        .toList(),
                each(body.getEnclaves()).stream()
                        .map(enclave -> new Enclave(
                                DivisionCode.parse(enclave.getOwner()),
                                DivisionCode.parse(enclave.getHost()),
                                enclave.getName()))
                        .toList(),
                Optional.ofNullable(body.getLeftCopySha256()),
                Optional.ofNullable(body.getRightCopySha256())));
    }

    static Geometry geometry(BoundaryAgreement body) {
        return GeoJson.read(body.getGeometry(), STORED);
    }

    static BoundaryMarker marker(BoundaryMarkerBody body) {
        return sound(() -> new BoundaryMarker(
                0,
                0,
                "",
                body.getOfficialNumber(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                body.getSequence(),
                MarkerKind.valueOf(body.getKind().name()),
                body.getStatus() == null
                        ? MarkerStatus.INTACT
                        : MarkerStatus.valueOf(body.getStatus().name()),
                position(body.getLon(), body.getLat()),
                detail(body),
                each(body.getWitnesses()).stream()
                        .map(witness -> new Witness(
                                witness.getDescription(), witness.getBearing() % 360, witness.getDistance()))
                        .toList()));
    }

    private static BoundaryMarker.Detail detail(BoundaryMarkerBody body) {
        return new BoundaryMarker.Detail(
                Optional.of(DivisionCode.parse(body.getManagingCode()).digits()),
                Optional.ofNullable(body.getPlaceText()),
                Optional.ofNullable(body.getMaterial()),
                Optional.ofNullable(body.getSize()),
                each(body.getFaces()),
                number(body.getHeightMetres()),
                Optional.ofNullable(body.getMethod()),
                number(body.getRmseMetres()),
                Optional.ofNullable(body.getSetOn()));
    }

    private static Optional<LonLat> position(@Nullable Double lon, @Nullable Double lat) {
        if ((lon == null) != (lat == null)) {
            throw new Refused(List.of("经度和纬度须一起给出"));
        }
        return lon == null || lat == null ? Optional.empty() : Optional.of(new LonLat(lon, lat));
    }

    private static OptionalDouble number(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static <T> List<T> each(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** What the core's records refuse is the caller's mistake. */
    static <T> T sound(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException wrong) {
            throw new Refused(List.of(String.valueOf(wrong.getMessage())));
        }
    }

    private BoundaryBodies() {}
}
