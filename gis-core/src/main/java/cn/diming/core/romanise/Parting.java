package cn.diming.core.romanise;

import cn.diming.core.text.GenericTerms;
import cn.diming.core.text.HanText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Parts a name into what is written by itself: rules 1 to 7 and 14. */
final class Parting {

    private static final Set<String> DIRECTIONS = Set.of("东", "西", "南", "北", "中");
    private static final Set<String> BANNER_MODIFIERS = Set.of("前", "后", "中", "左", "右");
    private static final Set<String> AREAS = Set.of("省", "市", "区", "县", "镇", "乡");

    private final SpellingStyle style;
    private final Deque<Piece> pieces = new ArrayDeque<>();
    private final List<Romanisation.Step> steps = new ArrayList<>();
    private final String specific;

    private Parting(String name, SpellingStyle style) {
        this.style = style;
        this.specific = style == SpellingStyle.SETTLEMENT ? settlement(name) : parted(name);
    }

    static Parting of(String name, SpellingStyle style) {
        return new Parting(name, style);
    }

    /** In the order of the name. */
    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    List<Romanisation.Step> steps() {
        return List.copyOf(steps);
    }

    /** The specific term without an ordinal, which a confirmed reading of a whole name may be given for. */
    String specific() {
        return specific;
    }

    private String settlement(String name) {
        addName(name);
        step(3, "自然村镇名称不区分专名和通名，各音节连写", name);
        return GenericTerms.stem(name);
    }

    private String parted(String name) {
        Optional<String> found = generic(name);
        if (found.isEmpty()) {
            joined(name);
            return name;
        }
        String rest = name.substring(0, name.length() - found.get().length());
        String generic = found.get();
        String modified = withModifiers(rest, generic);
        if (!modified.equals(generic) || longest(name).isEmpty()) {
            step(2, "单音节的修饰成分与所修饰的部分连写", modified);
            rest = name.substring(0, name.length() - modified.length());
        }
        int head = style == SpellingStyle.STREET ? Ordinals.startIn(rest).orElse(rest.length()) : rest.length();
        if (head > 0) {
            step(1, "专名与通名分写", rest, modified);
        }
        if (style == SpellingStyle.STREET && generic(rest.substring(0, head)).isPresent()) {
            step(4, "已成为专名一部分的通名按专名处理", rest.substring(0, head));
        }
        addGeneric(modified);
        addSpecific(rest);
        return head > 0 ? rest.substring(0, head) : rest;
    }

    private void joined(String name) {
        if (style == SpellingStyle.BUILDING) {
            addWords(name);
        } else {
            addName(name);
        }
        if (pieces.size() == 1) {
            step(14, "不易区分专名和通名，连写", name);
        }
    }

    /** The longest generic term the name ends in, with a direction after it (中山大道西). */
    private Optional<String> generic(String name) {
        if (style == SpellingStyle.STREET
                && name.length() > 4
                && DIRECTIONS.contains(name.substring(name.length() - 1))) {
            Optional<String> road =
                    longest(name.substring(0, name.length() - 1)).filter(term -> term.length() > 1);
            if (road.isPresent()) {
                return Optional.of(road.get() + name.substring(name.length() - 1));
            }
        }
        Optional<String> autonomous = style == SpellingStyle.DIVISION ? ofPeople(name) : Optional.empty();
        return autonomous.or(() -> longest(name));
    }

    /** The peoples of an autonomous area belong to its generic term. */
    private static Optional<String> ofPeople(String name) {
        String generic =
                GenericTerms.split(name).generic().map(term -> term.text()).orElse("");
        boolean autonomous = generic.contains("自治") && generic.length() > 3;
        return autonomous || generic.endsWith("族乡") ? Optional.of(generic) : Optional.empty();
    }

    /** A term that would leave one character gives way to a shorter one: 渤海/湾, but 东/大街, 三/环路, 长/公路's like. */
    private Optional<String> longest(String name) {
        Optional<String> fallback = Optional.empty();
        for (String term : SpellingWords.generics(style)) {
            if (!name.endsWith(term) || name.length() == term.length()) {
                continue;
            }
            String rest = name.substring(0, name.length() - term.length());
            boolean stands = rest.codePointCount(0, rest.length()) > 1
                    || SpellingWords.MODIFIERS.contains(rest)
                    || Ordinals.startIn(rest).isPresent();
            if (stands) {
                return Optional.of(term);
            }
            fallback = Optional.of(term);
        }
        return fallback.filter(term -> style != SpellingStyle.BUILDING);
    }

    private String withModifiers(String rest, String generic) {
        Set<String> modifiers = modifiers(generic);
        int end = rest.length();
        while (end > 1
                && modifiers.contains(rest.substring(end - 1, end))
                && standsAlone(rest.substring(0, end - 1))
                && !SpellingWords.FIXED.contains(rest.substring(0, end))) {
            end--;
        }
        return rest.substring(end) + generic;
    }

    private static boolean standsAlone(String head) {
        return head.codePointCount(0, head.length()) > 1
                || Ordinals.startIn(head).isPresent();
    }

    private Set<String> modifiers(String generic) {
        return switch (style) {
            case STREET -> SpellingWords.MODIFIERS;
            case NATURAL -> SpellingWords.FEATURE_MODIFIERS;
            case VILLAGE -> generic.equals("村") ? SpellingWords.FEATURE_MODIFIERS : Set.of();
            case DIVISION -> generic.equals("旗") ? BANNER_MODIFIERS : Set.of();
            case BUILDING -> generic.equals("站") || generic.equals("门") ? DIRECTIONS : Set.of();
            case SETTLEMENT -> Set.of();
        };
    }

    private void addGeneric(String generic) {
        List<String> words = generic.length() < 4 || style == SpellingStyle.STREET ? List.of(generic) : words(generic);
        if (generic.contains("族") || generic.contains("自治")) {
            words = List.of(generic.split("(?<=族)|(?=自治)", -1));
        }
        words.reversed().forEach(word -> pieces.addFirst(new Piece(word, Piece.Kind.GENERIC)));
    }

    private void addSpecific(String rest) {
        String name = rest;
        OptionalInt ordinal = style == SpellingStyle.STREET ? Ordinals.startIn(rest) : OptionalInt.empty();
        if (ordinal.isPresent()) {
            String number = rest.substring(ordinal.getAsInt());
            pieces.addFirst(new Piece(number, Piece.Kind.ORDINAL));
            step(7, "序数词用阿拉伯数字", number);
            name = rest.substring(0, ordinal.getAsInt());
        } else if (name.codePoints().anyMatch(c -> "一二三四五六七八九十".indexOf(c) >= 0)) {
            step(6, "名称中的数词用拼音书写", name);
        }
        if (style == SpellingStyle.BUILDING) {
            addWords(name);
        } else {
            addModified(name);
        }
    }

    /** Modifiers of two syllables or more stand apart: 科尔沁/右翼/中旗. */
    private void addModified(String name) {
        for (String modifier : SpellingWords.LONG_MODIFIERS) {
            if (name.endsWith(modifier) && name.length() >= modifier.length() + 2) {
                step(2, "双音节和多音节的修饰成分分写", modifier);
                pieces.addFirst(new Piece(modifier, Piece.Kind.NAME));
                addName(name.substring(0, name.length() - modifier.length()));
                return;
            }
        }
        addName(name);
    }

    private void addWords(String name) {
        List<String> words = words(name);
        if (words.size() > 1) {
            step(14, "按词分写", words.toArray(String[]::new));
        }
        words.reversed().forEach(this::addName);
    }

    /** Runs of digits and letters stand by themselves. */
    private void addName(String name) {
        int end = name.length();
        while (end > 0) {
            boolean latin = isLatin(name, end - 1);
            int start = end;
            while (start > 0 && isLatin(name, start - 1) == latin) {
                start--;
            }
            pieces.addFirst(new Piece(name.substring(start, end), latin ? Piece.Kind.LATIN : Piece.Kind.NAME));
            end = start;
        }
    }

    private static boolean isLatin(String name, int at) {
        char c = name.charAt(at);
        return !Character.isSurrogate(c) && !HanText.isHan(c);
    }

    /** Known words apart; what is between them stays together, one lone character with the word after it. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int open = 0;
        for (int at = 0; at < text.length(); ) {
            Optional<String> word = SpellingWords.wordAt(text, at, SpellingWords.WORDS);
            if (word.isEmpty()) {
                at++;
                continue;
            }
            boolean lone = at - open == 1 && !AREAS.contains(text.substring(open, at));
            if (at > open && !lone) {
                addRun(words, text.substring(open, at));
            }
            words.add((lone ? text.substring(open, at) : "") + word.get());
            at += word.get().length();
            open = at;
        }
        if (open < text.length()) {
            addRun(words, text.substring(open));
        }
        return words;
    }

    /** A run that ends in the generic term of a division is parted there: 番禺/区/人民/医院. */
    private static void addRun(List<String> words, String run) {
        String last = run.substring(run.length() - 1);
        if (run.length() > 2 && AREAS.contains(last)) {
            words.add(run.substring(0, run.length() - 1));
            words.add(last);
        } else {
            words.add(run);
        }
    }

    private void step(int rule, String text, String... words) {
        steps.add(new Romanisation.Step(rule, text, List.of(words)));
    }
}
