package cn.diming.core.account;

import cn.diming.core.proof.Sha256;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.stream.Collectors;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Makes, hashes and compares passwords. BCrypt reads no more than 72 bytes, which is 24 Chinese characters, so it is
 * given the SHA-256 of the password; NFKC first, so that two keyboards that compose a character differently agree.
 */
final class Passwords {

    /** 2^12 rounds: about a quarter of a second. */
    private static final BCryptPasswordEncoder BCRYPT = new BCryptPasswordEncoder(12);

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Without what looks alike (0 o, 1 l i): one-time passwords are read aloud and typed. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    /** The hash of nothing anybody knows: comparing with it takes as long as comparing with a real one. */
    private static final String NOBODY = hash(oneTime());

    static String hash(String password) {
        return BCRYPT.encode(digest(password));
    }

    static boolean matches(String password, String hash) {
        return BCRYPT.matches(digest(password), hash);
    }

    /** Spends the time of a comparison. */
    static void compareInVain(String password) {
        matches(password, NOBODY);
    }

    /** Four groups of four, about 79 bits. */
    static String oneTime() {
        String letters = RANDOM.ints(16, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining());
        return letters.replaceAll("(.{4})(?=.)", "$1-");
    }

    private static String digest(String password) {
        String normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
        return Base64.getEncoder().encodeToString(Sha256.of(normal));
    }

    private Passwords() {}
}
