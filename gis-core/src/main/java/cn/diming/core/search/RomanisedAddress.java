package cn.diming.core.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses in Latin letters as they stand on signs and name cards, English words and all: No.12 Heping Middle Rd, Panyu
 * District becomes panyuqu,hepingzhonglu12号. Parts stay parted by commas.
 */
final class RomanisedAddress {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("road", "lu"),
            Map.entry("rd", "lu"),
            Map.entry("street", "jie"),
            Map.entry("st", "jie"),
            Map.entry("avenue", "dadao"),
            Map.entry("ave", "dadao"),
            Map.entry("av", "dadao"),
            Map.entry("boulevard", "dadao"),
            Map.entry("blvd", "dadao"),
            Map.entry("highway", "gonglu"),
            Map.entry("hwy", "gonglu"),
            Map.entry("lane", "xiang"),
            Map.entry("ln", "xiang"),
            Map.entry("alley", "xiang"),
            Map.entry("east", "dong"),
            Map.entry("west", "xi"),
            Map.entry("south", "nan"),
            Map.entry("north", "bei"),
            Map.entry("middle", "zhong"),
            Map.entry("mid", "zhong"),
            Map.entry("central", "zhong"),
            Map.entry("province", "sheng"),
            Map.entry("city", "shi"),
            Map.entry("district", "qu"),
            Map.entry("county", "xian"),
            Map.entry("town", "zhen"),
            Map.entry("township", "xiang"),
            Map.entry("subdistrict", "jiedao"),
            Map.entry("village", "cun"),
            Map.entry("community", "shequ"),
            Map.entry("1st", "yi"),
            Map.entry("2nd", "er"),
            Map.entry("3rd", "san"),
            Map.entry("4th", "si"),
            Map.entry("5th", "wu"),
            Map.entry("china", ""),
            Map.entry("prc", ""));

    private static final Pattern LATIN =
            Pattern.compile("[\\p{IsLatin}0-9\\p{P}\\p{M}\\s]*\\p{IsLatin}[\\p{IsLatin}0-9\\p{P}\\p{M}\\s]*");
    private static final Pattern NUMBER = Pattern.compile("(?:^|\\s)(?:no\\.? ?|# ?)?([0-9]{1,5})(?=\\s|$)");
    private static final Pattern POSTCODE = Pattern.compile("\\b[0-9]{6}\\b");

    /** Empty for a text that is not such an address. */
    static Optional<String> read(String folded) {
        if (!LATIN.matcher(folded).matches()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        String waiting = "";
        boolean changed = folded.indexOf(',') >= 0;
        for (String part : POSTCODE.matcher(folded).replaceAll("").split("[,;]")) {
            Matcher number = NUMBER.matcher(part.strip());
            String door = number.find() ? number.group(1) + "号" : waiting;
            String words = words(number.replaceFirst(" "));
            changed |= !door.isEmpty() || !words.equals(joined(part));
            waiting = words.isEmpty() ? door : "";
            if (!words.isEmpty()) {
                parts.add(words + door);
            }
        }
        return changed && !parts.isEmpty() ? Optional.of(String.join(",", parts)) : Optional.empty();
    }

    private static String words(String part) {
        StringBuilder text = new StringBuilder();
        for (String word : part.strip().split("[\\s.]+")) {
            text.append(WORDS.getOrDefault(word, word));
        }
        return NameText.letters(text.toString());
    }

    private static String joined(String part) {
        return NameText.letters(part);
    }

    private RomanisedAddress() {}
}
