package cn.diming.core.plate;

import cn.diming.core.numbering.NumberingProfile;
import cn.diming.core.numbering.Plate;
import cn.diming.core.numbering.PlateChecks;
import cn.diming.core.numbering.PlateFinding;
import cn.diming.core.numbering.PlateNumber;
import cn.diming.core.numbering.PlatedStreet;
import cn.diming.core.plate.Proposal.Reserved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/** The plates of a survey with the numbers they would have, for the checks. */
final class ProposedPlates {

    private final Survey survey;
    private final List<NumberedPlate> plates;
    private final List<Reserved> reserved;

    ProposedPlates(Survey survey, List<NumberedPlate> plates, List<Reserved> reserved) {
        this.survey = survey;
        this.plates = plates;
        this.reserved = reserved;
    }

    List<PlateFinding> findings(NumberingProfile profile, PlateStore store, NumberingRequest request) {
        Map<String, Geometry> outlines = new HashMap<>();
        store.outlines(request.selection().prefix()).forEach(o -> outlines.put(o.code(), o.geometry()));
        return new PlateChecks(Optional.of(profile), survey.centre(), profile.checks())
                .check(plates(), streets(), outlines);
    }

    private List<Plate> plates() {
        List<Plate> all = new ArrayList<>();
        for (NumberedPlate plate : plates) {
            all.add(new Plate(
                    plate.row().id(),
                    plate.row().divisionCode(),
                    plate.street(),
                    plate.streetName(),
                    plate.number().text(),
                    survey.position(plate.row()),
                    Plate.Traits.NONE));
        }
        for (Reserved kept : reserved) {
            all.add(new Plate(
                    0,
                    "",
                    OptionalLong.of(kept.streetId()),
                    kept.streetName(),
                    PlateNumber.of(kept.number()).text(),
                    Optional.empty(),
                    RESERVED));
        }
        return all;
    }

    private static final Plate.Traits RESERVED = new Plate.Traits(
            true,
            false,
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            OptionalDouble.empty(),
            Optional.empty());

    private List<PlatedStreet> streets() {
        return survey.streets.values().stream()
                .map(street ->
                        new PlatedStreet(street.id(), street.name(), street.divisionCode(), Set.of(), street.line()))
                .toList();
    }
}
