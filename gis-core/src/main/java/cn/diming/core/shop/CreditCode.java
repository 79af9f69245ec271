package cn.diming.core.shop;

/** 统一社会信用代码: eighteen signs with a check sign (GB 32100-2015, 4 and annex). */
final class CreditCode {

    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int BASE = 31;
    private static final int STEP = 3;

    static boolean isValid(String code) {
        if (code.length() != LENGTH || code.chars().anyMatch(sign -> SIGNS.indexOf(sign) < 0)) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += SIGNS.indexOf(code.charAt(i)) * weight;
            weight = weight * STEP % BASE;
        }
        return SIGNS.indexOf(code.charAt(LENGTH - 1)) == (BASE - sum % BASE) % BASE;
    }

    private CreditCode() {}
}
