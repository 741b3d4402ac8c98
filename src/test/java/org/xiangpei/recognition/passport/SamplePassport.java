package org.xiangpei.recognition.passport;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A passport with everything in it, and the key it is signed with. */
public final class SamplePassport {

    static final SigningKey KEY = SigningKey.make();
    public static final KeySet KEYS = KeySet.of(List.of(KEY.published()));

    static final Claims CLAIMS = new Claims(
            "P010",
            "三相异步电动机（示例）",
            "YE4-160M",
            "株洲某某电机有限公司（示例）",
            "三相异步电动机",
            2,
            Map.of(
                    "430300", LocalDate.of(2026, 11, 12),
                    "430100", LocalDate.of(2026, 11, 3),
                    "430200", LocalDate.of(2026, 11, 10)),
            LocalDate.of(2026, 12, 1),
            LocalDate.of(2029, 11, 30),
            "illustrative",
            true,
            1795708800L,
            1890748800L);

    public static final String TEXT = PassportText.sign(CLAIMS, KEY);

    private SamplePassport() {}

    /** The key itself, as an operator keeps it. */
    public static String pem() {
        return KEY.pem();
    }

    /** The same text with another letter in its content. */
    public static String altered() {
        int position = TEXT.indexOf('.') + 20;
        char other = TEXT.charAt(position) == 'A' ? 'B' : 'A';
        return TEXT.substring(0, position) + other + TEXT.substring(position + 1);
    }

    /** The same text with one bit of one of its characters turned. */
    public static String flipped(int position, int bit) {
        char[] characters = TEXT.toCharArray();
        characters[position] ^= (char) (1 << bit);
        return new String(characters);
    }
}
