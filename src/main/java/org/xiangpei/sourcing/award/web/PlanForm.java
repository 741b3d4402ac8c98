package org.xiangpei.sourcing.award.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.ws.rs.core.MultivaluedMap;

import org.jspecify.annotations.Nullable;

import org.xiangpei.ledger.ProductionPlaces;
import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.award.ComparedLine;
import org.xiangpei.sourcing.award.EndKind;
import org.xiangpei.sourcing.award.Plan;
import org.xiangpei.sourcing.award.Plan.Elsewhere;
import org.xiangpei.sourcing.award.Plan.LinePlan;
import org.xiangpei.sourcing.award.Plan.Part;

/**
 * The form of an award as it is typed: for line 3 {@code qty.3.120} is what quotation 120 gets, {@code reason.3} why, {@code rest.3} what
 * becomes of the rest, and {@code why.3} to {@code note.3} where that is bought.
 */
record PlanForm(Map<String, String> fields) {

    private static final String REST = "rest.";

    PlanForm {
        fields = Map.copyOf(fields);
    }

    static PlanForm of(MultivaluedMap<String, String> sent) {
        var fields = new HashMap<String, String>();
        sent.forEach((name, values) -> fields.put(name, values.getFirst().strip()));
        return new PlanForm(fields);
    }

    /** As a plan that was proposed before has it. */
    static PlanForm of(Plan plan) {
        var fields = new LinkedHashMap<String, String>();
        for (LinePlan line : plan.lines()) {
            line.parts().forEach(it -> fields.put(quantity(line.line(), it.quotation()), plain(it.quantity())));
            fields.put("reason." + line.line(), Objects.requireNonNullElse(line.reason(), ""));
            Elsewhere elsewhere = line.elsewhere();
            if (elsewhere != null) {
                fields.put(REST + line.line(), EndKind.ELSEWHERE.code());
                fields.putAll(ElsewhereForm.fields(elsewhere, "." + line.line()));
            } else if (line.notBought() != null) {
                fields.put(REST + line.line(), EndKind.NOT_BOUGHT.code());
                fields.put("notBought." + line.line(), line.notBought());
            }
        }
        return new PlanForm(fields);
    }

    /** With whole lines for these quotations. */
    static PlanForm of(List<ComparedLine> lines, Map<Integer, Long> picks) {
        var fields = new HashMap<String, String>();
        for (ComparedLine line : lines) {
            int number = line.asked().number();
            Optional.ofNullable(picks.get(number))
                    .flatMap(line::find)
                    .ifPresent(it -> fields.put(
                            quantity(number, it.quotation()), plain(line.asked().quantity())));
        }
        return new PlanForm(fields);
    }

    private static String quantity(int line, long quotation) {
        return "qty." + line + "." + quotation;
    }

    String quantityOf(int line, long quotation) {
        return field(quantity(line, quotation));
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    String key() {
        return field("key");
    }

    /** @throws RuleViolation {@code bad-award} with all that cannot be read */
    Plan read(List<ComparedLine> lines, ProductionPlaces places) {
        var faults = new ArrayList<FieldError>();
        List<LinePlan> read = lines.stream().map(it -> line(it, places, faults)).toList();
        if (!faults.isEmpty()) {
            throw new RuleViolation("bad-award", "方案有 " + faults.size() + " 处要改，没有提交。", faults);
        }
        return new Plan(read);
    }

    private LinePlan line(ComparedLine line, ProductionPlaces places, List<FieldError> faults) {
        int number = line.asked().number();
        String rest = field(REST + number);
        return new LinePlan(
                number,
                parts(line, faults),
                orNull(field("reason." + number)),
                rest.equals(EndKind.ELSEWHERE.code()) ? elsewhere(number, places, faults) : null,
                rest.equals(EndKind.NOT_BOUGHT.code()) ? notBought(number, faults) : null);
    }

    private @Nullable Elsewhere elsewhere(int line, ProductionPlaces places, List<FieldError> faults) {
        try {
            return ElsewhereForm.of(fields, "." + line).read(places);
        } catch (RuleViolation wrong) {
            for (Record error : wrong.errors()) {
                if (error instanceof FieldError(String field, String detail)) {
                    faults.add(fault(line, "elsewhere." + field, detail));
                }
            }
            return null;
        }
    }

    private @Nullable String notBought(int line, List<FieldError> faults) {
        String why = field("notBought." + line);
        if (why.isEmpty()) {
            faults.add(fault(line, "notBought", "请写明不采购的原因"));
        }
        return orNull(why);
    }

    private List<Part> parts(ComparedLine line, List<FieldError> faults) {
        int number = line.asked().number();
        var parts = new ArrayList<Part>();
        fields.forEach((name, typed) -> {
            if (name.startsWith("qty." + number + ".") && !typed.isEmpty()) {
                part(name, typed)
                        .ifPresentOrElse(
                                parts::add,
                                () -> faults.add(
                                        fault(number, "parts", "“" + shortened(typed) + "”不是数量，应为数字，例如 12 或 0.5")));
            }
        });
        parts.removeIf(it -> it.quantity().signum() == 0);
        parts.sort(Comparator.comparing(Part::quotation));
        return parts;
    }

    private static Optional<Part> part(String name, String typed) {
        try {
            return Optional.of(new Part(Long.parseLong(name.substring(name.lastIndexOf('.') + 1)), number(typed)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** @throws NumberFormatException for what is no number of a usual size */
    static BigDecimal number(String typed) {
        String plain = typed.replaceAll("[,，\\s]", "");
        if (plain.length() > 20 || !plain.matches("\\d+(\\.\\d+)?")) {
            throw new NumberFormatException(plain);
        }
        return new BigDecimal(plain);
    }

    private static FieldError fault(int line, String field, String detail) {
        return new FieldError("lines[" + line + "]." + field, "第 " + line + " 行：" + detail);
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }

    static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    static String plain(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
