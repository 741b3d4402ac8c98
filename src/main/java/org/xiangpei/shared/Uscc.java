package org.xiangpei.shared;

import java.util.Optional;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, of which 3 to 8 are the area of the registering
 * authority (not of the factory), 9 to 17 the organisation code and the last a check character over the others.
 *
 * <p>Both checks catch every single wrong character. The check of the organisation code (GB 11714-1997) is asked of enterprises
 * (codes that begin with 9), where it always held when the codes were given.
 */
public record Uscc(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String FORM = "[1-9A-HJ-NP-RTUWXY]{2}\\d{6}[0-9A-HJ-NP-RTUWXY]{10}";
    private static final int LENGTH = 18;

    private static final int ORGANISATION_START = 8;
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    /** @throws RuleViolation {@code uscc} when {@link #faultOf} finds something */
    public Uscc {
        faultOf(value).ifPresent(fault -> {
            throw new RuleViolation("uscc", fault);
        });
    }

    /** What is wrong with a code, in Chinese; empty when nothing is. */
    public static Optional<String> faultOf(String code) {
        if (code.length() != LENGTH) {
            return Optional.of("统一社会信用代码应为 18 位，这里有 " + code.length() + " 位");
        }
        if (!code.matches(FORM)) {
            return Optional.of("统一社会信用代码只用数字和大写字母（不用 I、O、S、V、Z），第 3–8 位为数字");
        }
        if (check(code) != code.charAt(LENGTH - 1)) {
            return Optional.of("统一社会信用代码校验不符（GB 32100），请核对，可能有一位写错");
        }
        return code.charAt(0) == '9' && organisationCheck(code) != code.charAt(LENGTH - 2)
                ? Optional.of("统一社会信用代码中的组织机构代码（第 9–17 位）校验不符（GB 11714），请核对")
                : Optional.empty();
    }

    private static char check(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % ALPHABET.length();
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }

    private static char organisationCheck(String code) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += Character.digit(code.charAt(ORGANISATION_START + i), 36) * ORGANISATION_WEIGHTS[i];
        }
        return "0X987654321".charAt(sum % 11);
    }
}
