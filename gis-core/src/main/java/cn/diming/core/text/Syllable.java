package cn.diming.core.text;

/**
 * One character of a name with its reading.
 *
 * @param character the character as written, one code point
 * @param toned the reading with tone mark (pān), "" for a Han character nobody gave a reading; digits and Latin letters are their own
 * @param toneless the search key of the reading (pan; lǘ is lv)
 * @param ambiguous the character has several readings and nothing but its usual one decided: an officer should confirm
 */
public record Syllable(String character, String toned, String toneless, boolean ambiguous) {

    public Syllable {
        if (character.isEmpty()) {
            throw new IllegalArgumentException("音节缺少汉字");
        }
    }

    public boolean isKnown() {
        return !toned.isEmpty();
    }
}
