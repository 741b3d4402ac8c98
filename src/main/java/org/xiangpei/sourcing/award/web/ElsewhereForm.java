package org.xiangpei.sourcing.award.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.ledger.ProductionPlaces;
import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.award.ElsewhereReason;
import org.xiangpei.sourcing.award.Plan.Elsewhere;

/** A purchase beside an inquiry as it is typed. */
public record ElsewhereForm(String supplier, String place, String why, String amount, String day, String note) {

    static final ElsewhereForm EMPTY = new ElsewhereForm("", "", "", "", "", "");

    /** @param suffix of the names of the fields */
    static ElsewhereForm of(Map<String, String> fields, String suffix) {
        return new ElsewhereForm(
                fields.getOrDefault("supplier" + suffix, ""),
                fields.getOrDefault("place" + suffix, ""),
                fields.getOrDefault("why" + suffix, ""),
                fields.getOrDefault("amount" + suffix, ""),
                fields.getOrDefault("day" + suffix, ""),
                fields.getOrDefault("note" + suffix, ""));
    }

    static Map<String, String> fields(Elsewhere said, String suffix) {
        return Map.of(
                "supplier" + suffix, said.supplier(),
                "place" + suffix, Objects.requireNonNullElse(said.region(), ""),
                "why" + suffix, said.why().code(),
                "amount" + suffix, PlanForm.plain(said.amount()),
                "day" + suffix, PlanForm.plain(said.boughtOn()),
                "note" + suffix, Objects.requireNonNullElse(said.note(), ""));
    }

    /** @throws RuleViolation {@code bad-outcome} with all that is wrong, each under the name of its field */
    Elsewhere read(ProductionPlaces places) {
        var wrong = new ArrayList<FieldError>();
        if (supplier.isEmpty()) {
            wrong.add(new FieldError("supplier", "请写供应商名称"));
        }
        ElsewhereReason reason = reason(wrong);
        LocalDate on = day(wrong);
        BigDecimal money = amount(wrong);
        String region = region(places, wrong);
        if (reason == null || on == null || !wrong.isEmpty()) {
            throw new RuleViolation("bad-outcome", "没有保存，请改好标出的地方。", wrong);
        }
        return new Elsewhere(supplier, region, reason, money, on, PlanForm.orNull(note));
    }

    private @Nullable ElsewhereReason reason(List<FieldError> wrong) {
        Optional<ElsewhereReason> reason = Arrays.stream(ElsewhereReason.values())
                .filter(it -> it.code().equals(why))
                .findFirst();
        if (reason.isEmpty()) {
            wrong.add(new FieldError("why", "请选择另行采购的原因"));
        }
        return reason.orElse(null);
    }

    private @Nullable LocalDate day(List<FieldError> wrong) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            wrong.add(new FieldError("boughtOn", "请写采购日期，例如 2026-11-22"));
            return null;
        }
    }

    private @Nullable BigDecimal amount(List<FieldError> wrong) {
        try {
            return amount.isEmpty() ? null : PlanForm.number(amount);
        } catch (NumberFormatException e) {
            wrong.add(new FieldError("amount", "金额不是数字，应为例如 12800.50；不知道就留空"));
            return null;
        }
    }

    private @Nullable String region(ProductionPlaces places, List<FieldError> wrong) {
        try {
            return places.read(place).orElse(null);
        } catch (RuleViolation unknown) {
            wrong.add(new FieldError("region", unknown.detail()));
            return null;
        }
    }
}
