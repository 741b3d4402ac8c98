package org.xiangpei.recognition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.tabular.BadCell;
import org.xiangpei.shared.tabular.Cells;

/** Collects what the check list says, while a statement is read. */
final class Findings {

    private final List<Finding> found = new ArrayList<>();
    private final Predicate<String> answeredBefore;

    /** @param answeredBefore whether a field stands as it was recognised: then it is not asked for again */
    Findings(Predicate<String> answeredBefore) {
        this.answeredBefore = answeredBefore;
    }

    void error(String field, String label, String detail) {
        found.add(new Finding(Finding.Weight.ERROR, field, label, detail));
    }

    void missing(String field, String label, String detail) {
        if (answeredBefore.test(field)) {
            unknown(field, label, "目录中没有载明，能补的请补上。");
        } else {
            found.add(new Finding(Finding.Weight.MISSING, field, label, detail));
        }
    }

    void warning(String field, String label, String detail) {
        found.add(new Finding(Finding.Weight.WARNING, field, label, detail));
    }

    void unknown(String field, String label, String detail) {
        found.add(new Finding(Finding.Weight.UNKNOWN, field, label, detail));
    }

    List<Finding> list() {
        return List.copyOf(found);
    }

    @Nullable
    BigDecimal decimal(String text, String field, String label) {
        return read(text, field, label, Cells::decimal);
    }

    @Nullable
    BigDecimal money(String text, String field, String label) {
        return read(text, field, label, Cells::money);
    }

    @Nullable
    Integer integer(String text, String field, String label) {
        return read(text, field, label, Cells::integer);
    }

    @Nullable
    LocalDate date(String text, String field, String label) {
        return read(text, field, label, Cells::date);
    }

    private <T> @Nullable T read(String text, String field, String label, Function<String, T> rule) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return rule.apply(text);
        } catch (BadCell wrong) {
            error(field, label, "“" + text + "”：" + wrong.reason() + "。");
            return null;
        }
    }
}
