package org.xiangpei.requirement;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The type of a certificate (资质证书) in whatever spelling: ISO9001, ISO 9001:2015 and GB/T 19001 are one.
 *
 * @param text as written
 * @param key equal for spellings of one type
 */
public record CertificateType(String text, String key) {

    private record Family(String key, Pattern spellings) {
        static Family of(String key, String spellings) {
            return new Family(key, Pattern.compile("(?<![A-Z0-9])(?:" + spellings + ")(?![0-9])"));
        }
    }

    /** Chinese standards that adopt an international one, and the names that people use for schemes. */
    private static final List<Family> FAMILIES = List.of(
            Family.of("IATF16949", "IATF16949|ISO/?TS16949"),
            Family.of("ISO13485", "ISO13485|YY/?T0287|医疗器械质量管理体系"),
            Family.of("ISO9001", "ISO9001|GB/?T19001|质量管理体系"),
            Family.of("ISO14001", "ISO14001|GB/?T24001|环境管理体系"),
            Family.of("ISO45001", "ISO45001|GB/?T45001|职业健康安全管理体系"),
            Family.of("ISO50001", "ISO50001|GB/?T23331|能源管理体系"),
            Family.of("ISO27001", "ISO(?:/IEC)?27001|GB/?T22080|信息安全管理体系"),
            Family.of("ISO22163", "IRIS|ISO(?:/TS)?22163"),
            Family.of("AS9100", "(?:AS|EN)9100[A-D]?"),
            Family.of("CCC", "CCC|3C|强制性产品认证"),
            Family.of("CRCC", "CRCC|铁路产品认证"),
            Family.of("煤安标志", "煤安|矿用产品安全标志"),
            Family.of("特种设备许可", "特种设备(?:制造|生产)许可"));

    private static final Pattern NOISE = Pattern.compile("(?:认证|证书|证|体系|管理)+$|[()\\-_.·]");

    public static CertificateType of(String text) {
        String plain = Normal.text(text).replaceAll("(?<=[A-Z])-(?=\\d)", "");
        return FAMILIES.stream()
                .filter(family -> family.spellings().matcher(plain).find())
                .findFirst()
                .map(family -> new CertificateType(text, family.key()))
                .orElseGet(() -> new CertificateType(text, NOISE.matcher(plain).replaceAll("")));
    }

    public boolean isSame(CertificateType other) {
        return key.equals(other.key);
    }
}
