package cn.diming.core.shop;

import java.util.Optional;

/** What an officer makes of a filing. */
public sealed interface ShopStep {

    /** Words are as long as this at most. */
    int LONGEST_WORDS = 300;

    /** It becomes, or changes, a record of the register and is public from now on. */
    record Accept() implements ShopStep {}

    /** The merchant is asked for more. */
    record Ask(String question) implements ShopStep {
        public Ask {
            question = words(question, "请写明要补充什么");
        }
    }

    /** Nothing comes of it, and the merchant learns why. */
    record Reject(String reason) implements ShopStep {
        public Reject {
            reason = words(reason, "请写明不通过的原因");
        }
    }

    private static String words(String text, String missing) {
        String words = Words.lines(Optional.of(text), LONGEST_WORDS, "说明").orElse("");
        if (words.isEmpty()) {
            throw Words.refused(missing + "（至多 " + LONGEST_WORDS + " 字）");
        }
        return words;
    }
}
