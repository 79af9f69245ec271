package cn.diming.core.address;

import java.util.Optional;

/**
 * One part of an address.
 *
 * @param text as it is written by the standard
 * @param code of a division, 12 digits
 * @param known the gazetteer holds it; else it only looks like one
 */
public record AddressPart(AddressLevel level, String text, Optional<String> code, boolean known) {

    static AddressPart guessed(AddressLevel level, String text) {
        return new AddressPart(level, text, Optional.empty(), false);
    }
}
