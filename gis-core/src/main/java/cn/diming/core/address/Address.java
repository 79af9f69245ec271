package cn.diming.core.address;

import cn.diming.core.numbering.PlateNumber;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An address in its parts, from large to small.
 *
 * @param rest what could not be read, empty mostly
 */
public record Address(List<AddressPart> parts, String rest) {

    public Address {
        parts = List.copyOf(parts);
    }

    public Optional<AddressPart> find(AddressLevel level) {
        return parts.stream().filter(part -> part.level() == level).findFirst();
    }

    /** The text of a part; empty when the address has none of that level. */
    public Optional<String> text(AddressLevel level) {
        return find(level).map(AddressPart::text);
    }

    /** The smallest division that is known. */
    public Optional<String> divisionCode() {
        return parts.stream().flatMap(part -> part.code().stream()).reduce((larger, smaller) -> smaller);
    }

    public Optional<PlateNumber> number() {
        return text(AddressLevel.NUMBER).flatMap(PlateNumber::find);
    }

    /** The one standard way to write it. */
    public String canonical() {
        return parts.stream().map(AddressPart::text).collect(Collectors.joining());
    }

    /** Ways people say and write it, the standard one first. */
    public Set<String> variants() {
        Set<String> variants = new LinkedHashSet<>();
        List<AddressPart> local =
                parts.stream().filter(part -> !part.level().isDivision()).toList();
        List<List<AddressPart>> shortened = new ArrayList<>();
        for (int from = 0; from < parts.size(); from++) {
            if (parts.get(from).level().isDivision()) {
                shortened.add(parts.subList(from, parts.size()));
            }
        }
        shortened.add(local);
        for (List<AddressPart> kept : shortened) {
            variants.add(kept.stream().map(AddressPart::text).collect(Collectors.joining()));
        }
        for (List<AddressPart> kept : shortened) {
            for (SpokenForm form : SpokenForm.values()) {
                variants.add(kept.stream().map(form::say).collect(Collectors.joining()));
            }
        }
        variants.remove("");
        return variants;
    }
}
