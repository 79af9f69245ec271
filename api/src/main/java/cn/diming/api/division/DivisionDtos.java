package cn.diming.api.division;

import cn.diming.api.answer.Divisions;
import cn.diming.api.answer.GeoJson;
import cn.diming.api.answer.OutputCrs;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionCode;
import cn.diming.core.region.DivisionTree;
import java.util.List;
import java.util.Optional;

/** Field by field. */
final class DivisionDtos {

    private final OutputCrs crs;
    private final DivisionTree divisions;

    DivisionDtos(OutputCrs crs, DivisionTree divisions) {
        this.crs = crs;
        this.divisions = divisions;
    }

    /** As a list shows it. */
    cn.diming.api.generated.model.Division division(Division division) {
        String code = division.code().digits();
        var dto = new cn.diming.api.generated.model.Division(
                        division.id(), code, division.name(), Divisions.level(division.level()))
                .childCount(divisions.children(Optional.of(code)).size());
        division.parentCode().map(DivisionCode::digits).ifPresent(dto::parentCode);
        division.romanised().ifPresent(dto::romanised);
        division.urbanRuralCode().ifPresent(dto::urbanRuralCode);
        if (division.validFromYear() > 0) {
            dto.validFrom(division.validFromYear());
        }
        division.validToYear().ifPresent(dto::validTo);
        division.seat().ifPresent(seat -> place(dto, seat));
        return dto;
    }

    /** Alone, with everything. */
    cn.diming.api.generated.model.Division whole(Division division, StoredRecord record, boolean withGeometry) {
        var dto = division(division).crs(crs.id());
        List<Division> chain = divisions.chain(division.code().digits());
        dto.chain(Divisions.refs(chain.stream()
                .filter(above -> !above.code().equals(division.code()))
                .toList()));
        record.position().ifPresent(position -> place(dto, position));
        record.box().map(crs::box).ifPresent(dto::bbox);
        record.geometry().ifPresent(polygon -> {
            dto.areaSquareMetres((double) Math.round(Ellipsoid.areaSquareMetres(polygon)));
            if (withGeometry) {
                dto.geometry(GeoJson.write(polygon, crs));
            }
        });
        return dto;
    }

    private void place(cn.diming.api.generated.model.Division dto, LonLat position) {
        OutputCrs.Position at = crs.position(position);
        dto.lon(at.x()).lat(at.y());
    }
}
