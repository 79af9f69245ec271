package cn.diming.api.door;

import cn.diming.core.Core;
import cn.diming.core.address.Address;
import cn.diming.core.address.AddressParser;
import cn.diming.core.address.Gazetteer;
import cn.diming.core.plate.PlateCard;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whole addresses, and the reading of what people write. */
@Component
final class Addresses {

    private final Core core;
    private volatile Optional<Known> known = Optional.empty();

    /** A parser and the state of the divisions it was made from. */
    private record Known(long generation, AddressParser parser) {}

    Addresses(Core core) {
        this.core = core;
    }

    /** From the province down to the number. */
    String full(PlateCard card) {
        return core.divisions().address(card.divisionCode()) + card.address();
    }

    /** @throws IllegalArgumentException for a text that is too long */
    Address parse(String text) {
        long generation = core.divisions().generation();
        Known now = known.filter(there -> there.generation == generation).orElseGet(() -> {
            Known made = new Known(
                    generation, new AddressParser(Gazetteer.of(core.divisions().below(""))));
            known = Optional.of(made);
            return made;
        });
        return now.parser.parse(text, core.streetNames().among(AddressParser.possibleNames(text)));
    }
}
