package org.xiangpei.shared.units;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import static java.util.Map.entry;

/** How a unit is printed. Spellings are shown as the code they mean; what is unknown is shown as it is. */
final class UnitDisplay {

    private static final Map<String, String> WHOLE =
            Map.of("1", "", "Cel", "℃", "deg", "°", "arcmin", "′", "dBA", "dB(A)");

    private static final List<Map.Entry<String, String>> PARTS =
            List.of(entry("V.A", "VA"), entry("Ohm", "Ω"), entry("Cel", "℃"), entry("um", "μm"), entry(".", "·"));

    private static final Pattern POWER = Pattern.compile("(?<=\\p{L})(-?\\d)(?=$|[./)])");

    private UnitDisplay() {}

    static String of(String unit) {
        String folded = Spellings.fold(unit);
        List<String> meant = Spellings.of(folded);
        String code = meant.size() == 1 && !meant.getFirst().matches("\\d.+") ? meant.getFirst() : folded;
        String whole = WHOLE.get(code);
        return whole == null ? parts(code) : whole;
    }

    private static String parts(String code) {
        String shown = POWER.matcher(code).replaceAll(power -> superscript(power.group(1)));
        for (Map.Entry<String, String> part : PARTS) {
            shown = shown.replace(part.getKey(), part.getValue());
        }
        return shown;
    }

    private static String superscript(String digits) {
        var raised = new StringBuilder();
        digits.chars().forEach(digit -> raised.append("⁻⁰¹²³⁴⁵⁶⁷⁸⁹".charAt("-0123456789".indexOf(digit))));
        return raised.toString();
    }
}
