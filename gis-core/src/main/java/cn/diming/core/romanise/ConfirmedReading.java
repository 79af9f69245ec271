package cn.diming.core.romanise;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A reading an officer confirmed once, for the next name too.
 *
 * @param text a name or a word of names, simplified characters
 * @param reading toned syllables parted by spaces, one for each character
 * @param wholeName for names that are this text, with or without generic term; otherwise wherever the text occurs
 * @param scope division-code prefix of where it is so; "" everywhere
 * @param basis how it is known
 */
public record ConfirmedReading(
        long id,
        String text,
        String reading,
        boolean wholeName,
        String scope,
        Optional<String> basis,
        Instant confirmedAt,
        OptionalLong confirmedBy) {

    List<String> syllables() {
        return List.of(reading.split(" "));
    }
}
