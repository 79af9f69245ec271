package cn.diming.core.search;

import cn.diming.core.text.GenericTerms;
import cn.diming.core.text.HanText;
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
    private static final int MOST_HYPOTHESES = 6;
    private static final double TAIL_LEFT_ASIDE = 0.9;
    private static final double ONLY_A_SUFFIX_LEFT = -6;

    private static final Set<String> SUFFIX_PINYIN =
            Set.of("cun", "zhen", "xiang", "jie", "jiedao", "lu", "dadao", "qu", "xian", "shi", "shequ", "sheng");

    private static final Pattern CODE = Pattern.compile("[1-9][0-9]{1,19}");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,，、;；。|/:：]+");
    private static final Pattern NOISE_BEFORE = Pattern.compile(
            "^(?:请问|你好|麻烦|帮我找|帮我查|查一下|查询|搜索|寻找|导航)*(?:(?:收货|收件|寄件|送货|联系|家庭|详细)?(?:地址|住址)|我在|我住在|我家在|家住|住在|位于|坐落于|请送到|送到|送往|到|去)?(?:是|为|在)?[:： ]*");
    private static final Pattern NOISE_AFTER =
            Pattern.compile("(?:附近|斜?对面|旁边?|隔壁|(?:靠近)?路口|门口|楼下|里面|一带|周[边围]|那边|[前后]面|怎么走|在哪里?|的)+$");
    private static final Pattern UNIT =
            Pattern.compile("^[-]?(?:[0-9a-z]+|[一二三四五六七八九十]+)(?:栋|幢|座|单元|层|楼|室|房|铺|档|号楼|号).*");
    private static final Pattern NOT_WRITING = Pattern.compile("[^\\p{L}\\p{N}\\p{Co}\\p{Mn}-]|(?<![0-9])-|-(?![0-9])");

    private final MentionFinder mentions;

    QueryParser(DivisionNames names) {
        this.mentions = new MentionFinder(names);
    }

    /** @param typing whether the text may go on: a number at the end is then the beginning of a door number */
    ParsedQuery parse(String text, boolean typing) {
        String folded = cut(HanText.folded(cut(text)));
        String digits = folded.replaceAll("[\\s-]", "");
        if (CODE.matcher(digits).matches()) {
            return new ParsedQuery(List.of(), Optional.of(digits));
        }
        String plain = NOISE_BEFORE.matcher(folded).replaceFirst("");
        String bare = NOISE_AFTER.matcher(plain).replaceFirst("");
        Map<String, Hypothesis> hypotheses = new LinkedHashMap<>();
        understand(bare.isEmpty() ? plain : bare, typing, hypotheses);
        int division = mentions.firstDivision(bare);
        if (division > 0
                && hypotheses.values().stream().allMatch(h -> h.mentions().isEmpty())) {
            understand(bare.substring(division), typing, hypotheses);
        }
        if (!bare.isEmpty() && !bare.equals(plain)) {
            understand(plain, typing, hypotheses);
        }
        return new ParsedQuery(List.copyOf(hypotheses.values()), Optional.empty());
    }

    private void understand(String text, boolean typing, Map<String, Hypothesis> hypotheses) {
        List<Partial> partials = List.of(new Partial(MentionFinder.State.begin(List.of(), 0), List.of()));
        for (String token : tokens(text)) {
            List<Partial> next = new ArrayList<>();
            for (Partial partial : partials) {
                for (MentionFinder.State state : mentions.find(token, partial.state.restarted())) {
                    next.add(partial.with(state, token.substring(state.position())));
                }
            }
            next.sort(Comparator.comparingDouble(Partial::score).reversed());
            partials = next.subList(0, Math.min(MOST_STATES, next.size()));
        }
        List<Partial> sensible =
                partials.stream().filter(partial -> !partial.leavesOnlySuffix()).toList();
        (sensible.isEmpty() ? partials : sensible).forEach(partial -> conclude(partial, typing, hypotheses));
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
        boolean named = after.length() > 1
                && !UNIT.matcher(after).matches()
                && !NOISE_AFTER.matcher(after).replaceFirst("").isEmpty();
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

    /** Parts of the text; neighbouring Latin words are one, for nobody knows where pinyin is parted. */
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        for (String part : SEPARATOR.split(text)) {
            String token = withoutTones(NOT_WRITING.matcher(part).replaceAll(""));
            if (token.isEmpty()) {
                continue;
            }
            boolean latin = NameText.isLatin(token);
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
    private record Partial(MentionFinder.State state, List<String> rests) {

        Partial with(MentionFinder.State next, String rest) {
            List<String> all = new ArrayList<>(rests);
            if (!rest.isEmpty()) {
                all.add(rest);
            }
            return new Partial(next, all);
        }

        double score() {
            return state.score() + (leavesOnlySuffix() ? ONLY_A_SUFFIX_LEFT : 0);
        }

        /** 番禺路 is not a road in 番禺 that is called 路. */
        boolean leavesOnlySuffix() {
            if (state.mentions().isEmpty() || state.mentions().getLast().whole()) {
                return false;
            }
            String rest = rests.isEmpty() ? "" : rests.getLast();
            int number = HouseNumber.find(rest).map(HouseNumber.Found::from).orElse(rest.length());
            String name = rest.substring(0, number);
            return GenericTerms.find(name).isPresent() || SUFFIX_PINYIN.contains(name);
        }

        /** A number that stands alone belongs behind the street, wherever it was written. */
        List<String> inOrder() {
            List<String> ordered = new ArrayList<>();
            List<String> numbers = new ArrayList<>();
            for (String rest : rests) {
                boolean number = HouseNumber.find(rest)
                        .filter(found -> found.from() == 0 && found.to() == rest.length())
                        .isPresent();
                (number ? numbers : ordered).add(rest);
            }
            ordered.addAll(Math.min(1, ordered.size()), numbers);
            return ordered;
        }
    }
}
