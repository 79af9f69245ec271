package cn.diming.core.search;

import cn.diming.core.text.GenericTerm;
import cn.diming.core.text.GenericTerm.Family;
import cn.diming.core.text.GenericTerms;
import cn.diming.core.text.HanText;
import cn.diming.core.text.PinyinInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what people type: noise, divisions, a name, a door number, in any order that commas or spaces make clear. */
final class QueryParser {

    private static final int LONGEST = 120;
    private static final int MOST_STATES = 8;
    private static final int MOST_WORDS_APART = 6;
    private static final int LONGEST_PREFACE = 6;
    private static final int MOST_HYPOTHESES = 6;
    private static final double TAIL_LEFT_ASIDE = 0.9;
    private static final double ONLY_A_TERM_LEFT = -6;
    private static final double ONLY_THE_DIVISION = 0.7;
    private static final int SHORTEST_INITIALS = 2;
    private static final int LONGEST_INITIALS_APART = 8;
    private static final int MOST_DIVISIONS_OF_INITIALS = 40;
    private static final double INITIALS_APART = 0.9;

    private static final Set<String> SUFFIX_PINYIN =
            Set.of("cun", "zhen", "xiang", "jie", "jiedao", "lu", "dadao", "qu", "xian", "shi", "shequ", "sheng");

    private static final Set<Family> SUFFIXES = Set.of(Family.DIVISION, Family.COMMUNITY, Family.STREET);

    private static final Pattern CODE = Pattern.compile("[1-9][0-9]{1,19}");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,，、;；。|/:：]+");
    private static final Pattern UNIT =
            Pattern.compile("^[-]?(?:[0-9a-z]+|[一二三四五六七八九十]+)(?:栋|幢|座|单元|层|楼|室|房|铺|档|号楼|号).*");
    private static final Pattern NOT_WRITING = Pattern.compile("[^\\p{L}\\p{N}\\p{Co}\\p{Mn}-]|(?<![0-9])-|-(?![0-9])");

    private final DivisionNames names;
    private final VillageNames villages;
    private final MentionFinder mentions;

    QueryParser(DivisionNames names, VillageNames villages) {
        this.names = names;
        this.villages = villages;
        this.mentions = new MentionFinder(names);
    }

    /** @param typing whether the text may go on: a number at the end is then the beginning of a door number */
    ParsedQuery parse(String text, boolean typing) {
        String folded = cut(HanText.folded(cut(text)));
        String digits = folded.replaceAll("[\\s-]", "");
        if (CODE.matcher(digits).matches()) {
            return new ParsedQuery(List.of(), Optional.of(digits), new QueryWords(folded, List.of(), Optional.empty()));
        }
        QueryWords words = QueryWords.of(folded);
        Map<String, Hypothesis> hypotheses = new LinkedHashMap<>();
        RomanisedAddress.read(words.text())
                .ifPresent(address -> understand(tokens(address, false), typing, hypotheses));
        understand(tokens(words.text(), true), typing, hypotheses);
        if (hypotheses.values().stream().allMatch(h -> h.mentions().isEmpty())) {
            searchFurther(words.text(), typing, hypotheses);
        }
        if (!words.text().equals(folded)) {
            understand(tokens(folded, true), typing, hypotheses);
        }
        return new ParsedQuery(List.copyOf(hypotheses.values()), Optional.empty(), words);
    }

    /** No division at the beginning: perhaps behind words that nobody knows, or behind a word of pinyin. */
    private void searchFurther(String text, boolean typing, Map<String, Hypothesis> hypotheses) {
        int division = mentions.firstDivision(text);
        if (division > 0) {
            understand(tokens(text.substring(division), true), typing, hypotheses);
        }
        List<String> apart = tokens(text, false);
        if (apart.size() > 1
                && apart.size() <= MOST_WORDS_APART
                && apart.stream().allMatch(NameText::isLatin)) {
            understand(apart, typing, hypotheses);
        }
        if (apart.size() == 1) {
            String word = apart.getFirst();
            if (NameText.isLatin(word)) {
                initialsApart(word, hypotheses);
            } else {
                villages.atStartOf(NameText.key(word))
                        .ifPresent(village -> inVillage(village, NameText.key(word), typing, hypotheses));
            }
        }
    }

    private void inVillage(Mention village, String text, boolean typing, Map<String, Hypothesis> hypotheses) {
        MentionFinder.State state = MentionFinder.State.begin(List.of(village), 0);
        String rest = text.substring(village.text().length());
        if (GenericTerms.find(rest).isEmpty()) {
            conclude(new Partial(state, List.of(rest), false), typing, hypotheses);
        }
    }

    /** First letters of a division and of something in it: nsdw is 南沙大稳; failing that, the division is meant and the rest is wrong. */
    private void initialsApart(String letters, Map<String, Hypothesis> hypotheses) {
        PinyinInput input = PinyinInput.of(letters);
        if (input.isPinyin() || input.initials().isEmpty() || letters.length() > LONGEST_INITIALS_APART) {
            return;
        }
        String initials = input.initials().getLast();
        for (int cut = initials.length() - SHORTEST_INITIALS; cut >= SHORTEST_INITIALS; cut--) {
            String division = initials.substring(0, cut);
            List<DivisionNames.Named> called = names.withInitials(division);
            if (!called.isEmpty()) {
                List<Mention> within = List.of(widest(division, called));
                add(hypotheses, within, initials.substring(cut), Optional.empty(), false, "", INITIALS_APART);
                add(hypotheses, List.of(), division, Optional.empty(), false, "", ONLY_THE_DIVISION);
            }
        }
    }

    /** Of many divisions the higher ones. */
    private static Mention widest(String text, List<DivisionNames.Named> called) {
        List<DivisionNames.Named> byLevel = called.stream()
                .sorted(Comparator.comparingInt(DivisionNames.Named::level))
                .limit(MOST_DIVISIONS_OF_INITIALS)
                .toList();
        List<String> prefixes =
                byLevel.stream().map(DivisionNames.Named::prefix).distinct().toList();
        return new Mention(text, byLevel.getFirst().level(), prefixes, false);
    }

    private void understand(List<String> tokens, boolean typing, Map<String, Hypothesis> hypotheses) {
        List<Partial> partials = List.of(new Partial(MentionFinder.State.begin(List.of(), 0), List.of(), false));
        for (String token : tokens) {
            List<Partial> next = new ArrayList<>();
            for (Partial partial : partials) {
                for (MentionFinder.State state : mentions.find(token, partial.state.restarted())) {
                    String rest = token.substring(state.position());
                    Remainder left = Remainder.of(state, rest);
                    if (left != Remainder.SUFFIX) {
                        next.add(partial.with(left == Remainder.TERM ? state.plus(ONLY_A_TERM_LEFT) : state, rest));
                    }
                }
            }
            next.sort(Comparator.comparingDouble((Partial partial) -> partial.state.score())
                    .reversed());
            partials = next.subList(0, Math.min(MOST_STATES, next.size()));
        }
        partials.forEach(partial -> conclude(partial.withoutPreface(), typing, hypotheses));
    }

    /** What a token is behind a division written without its generic term. */
    private enum Remainder {
        /** 区 of 番禺区, 路 of 番禺路: the division was not meant so. */
        SUFFIX,
        /** 祠堂 of 兴宁祠堂: perhaps the beginning of a name, rather not. */
        TERM,
        NAME;

        static Remainder of(MentionFinder.State state, String rest) {
            if (state.position() == 0 || state.mentions().getLast().whole()) {
                return NAME;
            }
            int number = HouseNumber.find(rest).map(HouseNumber.Found::from).orElse(rest.length());
            String name = rest.substring(0, number);
            Optional<GenericTerm> term = GenericTerms.find(name);
            boolean suffix = name.length() == 1
                    || term.filter(t -> SUFFIXES.contains(t.family())).isPresent();
            return term.isEmpty() ? SUFFIX_PINYIN.contains(name) ? SUFFIX : NAME : suffix ? SUFFIX : TERM;
        }
    }

    private static void conclude(Partial partial, boolean typing, Map<String, Hypothesis> hypotheses) {
        List<Mention> mentions = partial.state.mentions();
        String rest = String.join("", partial.inOrder());
        Optional<HouseNumber.Found> number = HouseNumber.find(rest).or(() -> HouseNumber.findUnfinished(rest));
        if (number.isEmpty()) {
            add(hypotheses, mentions, rest, Optional.empty(), false, "", 1);
            return;
        }
        HouseNumber.Found found = number.get();
        String before = rest.substring(0, found.from());
        String after = rest.substring(found.to());
        Optional<HouseNumber> door = Optional.of(found.number());
        boolean unfinished = typing && found.to() == rest.length() && Character.isDigit(rest.charAt(rest.length() - 1));
        boolean named = after.length() > 1 && !UNIT.matcher(after).matches() && !QueryWords.isOnlyNoise(after);
        if (named) {
            add(hypotheses, mentions, after, door, false, NameText.key(before), 1);
        }
        add(hypotheses, mentions, before, door, unfinished, "", named ? TAIL_LEFT_ASIDE : 1);
        if (!named && !before.isEmpty() && before.length() < 4) {
            add(hypotheses, mentions, rest, Optional.empty(), false, "", 1); // the numeral may be part of the name
        }
    }

    private static void add(
            Map<String, Hypothesis> hypotheses,
            List<Mention> mentions,
            String text,
            Optional<HouseNumber> number,
            boolean unfinished,
            String street,
            double trust) {
        String name = NameText.key(text);
        List<Mention> divisions = mentions;
        if (name.isEmpty() && !mentions.isEmpty()) {
            Mention target = mentions.stream()
                    .max(Comparator.comparingInt(Mention::level))
                    .orElseThrow();
            for (Mention mention : mentions) {
                target = mention.level() == target.level() ? mention : target;
            }
            Mention meant = target;
            name = meant.text();
            divisions = mentions.stream().filter(mention -> mention != meant).toList();
        }
        if (!name.isEmpty() && hypotheses.size() < MOST_HYPOTHESES) {
            Hypothesis hypothesis = new Hypothesis(divisions, TypedName.of(name), number, unfinished, street, trust);
            hypotheses.putIfAbsent(hypothesis.describe(), hypothesis);
        }
    }

    /**
     * Parts of the text.
     *
     * @param joining whether neighbouring Latin words are one, for nobody knows where pinyin is parted
     */
    private static List<String> tokens(String text, boolean joining) {
        List<String> tokens = new ArrayList<>();
        for (String part : SEPARATOR.split(text)) {
            String token = withoutTones(NOT_WRITING.matcher(part).replaceAll(""));
            if (token.isEmpty()) {
                continue;
            }
            boolean latin = joining && NameText.isLatin(token);
            if (latin && !tokens.isEmpty() && NameText.isLatin(tokens.getLast())) {
                tokens.add(tokens.removeLast() + token);
            } else {
                tokens.add(token);
            }
        }
        return tokens;
    }

    private static String withoutTones(String token) {
        boolean latin =
                token.codePoints().allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
        return latin ? NameText.letters(token) : token;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** The query up to some token: its divisions, and what is left of the tokens. */
    private record Partial(MentionFinder.State state, List<String> rests, boolean prefaced) {

        Partial with(MentionFinder.State next, String rest) {
            List<String> all = new ArrayList<>(rests);
            if (!rest.isEmpty()) {
                all.add(rest);
            }
            boolean begins = rests.size() == 1
                    && state.mentions().isEmpty()
                    && !next.mentions().isEmpty()
                    && all.size() == 2
                    && !isNumber(rest);
            return new Partial(next, all, prefaced || begins);
        }

        /** 客户地点：番禺区大石街道朝阳路: a word before the divisions and their street is no part of its name. */
        Partial withoutPreface() {
            boolean preface = prefaced
                    && rests.getFirst().length() <= LONGEST_PREFACE
                    && !NameText.isLatin(rests.getFirst())
                    && !isNumber(rests.getFirst())
                    && NameText.split(rests.getFirst()).generic().isEmpty();
            return preface ? new Partial(state, rests.subList(1, rests.size()), false) : this;
        }

        private static boolean isNumber(String rest) {
            return HouseNumber.find(rest)
                    .filter(found -> found.from() == 0 && found.to() == rest.length())
                    .isPresent();
        }

        /** A number that stands alone belongs behind the street, wherever it was written. */
        List<String> inOrder() {
            List<String> ordered = new ArrayList<>();
            List<String> numbers = new ArrayList<>();
            for (String rest : rests) {
                (isNumber(rest) ? numbers : ordered).add(rest);
            }
            ordered.addAll(Math.min(1, ordered.size()), numbers);
            return ordered;
        }
    }
}
