package org.xiangpei.recognition;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.catalog.Specification;
import org.xiangpei.recognition.CategoryForm.Field;
import org.xiangpei.recognition.Statement.Stated;
import org.xiangpei.shared.units.Units;

/** Reads the specifications of a statement by the properties of its category. */
final class SpecificationReader {

    private static final int LONGEST_TEXT = 200;

    private final Findings findings;

    SpecificationReader(Findings findings) {
        this.findings = findings;
    }

    Map<String, Specification.Details> read(Statement statement, CategoryForm form) {
        var values = new LinkedHashMap<String, Specification.Details>();
        for (Field field : form.fields()) {
            Specification.Details details = read(statement.specification(field.property()), field);
            if (details != null) {
                values.put(field.property(), details);
            }
        }
        return values;
    }

    /** Null where the findings say why. */
    Specification.@Nullable Details read(Stated stated, Field field) {
        String label = field.details().name();
        if (stated.unknown()) {
            if (stated.saysNothing()) {
                findings.unknown(
                        field.id(), label, field.details().required() ? "勾选了“不详”。这是该品类的关键参数，采购人多半会问。" : "勾选了“不详”。");
            } else {
                findings.error(field.id(), label, "既填了值又勾选了“不详”，请只留一样。");
            }
            return null;
        }
        if (stated.saysNothing()) {
            findings.missing(field.id(), label, "请填写；确实不知道的，勾选“不详”。");
            return null;
        }
        return field.isQuantity() ? quantity(stated, field) : value(stated, field);
    }

    private Specification.@Nullable Details quantity(Stated stated, Field field) {
        String label = field.details().name();
        String canonical = Objects.requireNonNull(field.details().unit());
        String unit = stated.unit().isEmpty() ? canonical : stated.unit();
        BigDecimal min = findings.decimal(stated.min(), field.id(), label);
        BigDecimal max = findings.decimal(stated.max(), field.id(), label);
        if (!isUnitRight(unit, canonical, field) || (min == null && max == null)) {
            return null;
        }
        if (min != null && max != null && min.compareTo(max) > 0) {
            findings.error(field.id(), label, "最小值 " + stated.min() + " 大于最大值 " + stated.max() + "，请核对。");
            return null;
        }
        PhysicalSense.check(min, max, unit, field, findings);
        return new Specification.Details(min, max, null, unit);
    }

    private boolean isUnitRight(String unit, String canonical, Field field) {
        String right = "应为 " + canonical + " 或能与之换算的单位。";
        if (!Units.known(unit)) {
            findings.error(field.id(), field.details().name(), "不认识单位“" + unit + "”，" + right);
            return false;
        }
        if (!Units.compatible(unit, canonical)) {
            findings.error(field.id(), field.details().name(), "单位“" + unit + "”不能用于这项参数，" + right);
            return false;
        }
        return true;
    }

    private Specification.@Nullable Details value(Stated stated, Field field) {
        String label = field.details().name();
        String value = stated.value();
        if (field.details().kind() == PropertyKind.ENUM && !field.options().contains(value)) {
            findings.error(field.id(), label, "“" + value + "”不在可选值之中：" + String.join("、", field.options()) + "。");
            return null;
        }
        if (field.details().kind() == PropertyKind.FLAG && !value.equals("true") && !value.equals("false")) {
            findings.error(field.id(), label, "应选“是”或“否”。");
            return null;
        }
        if (value.length() > LONGEST_TEXT) {
            findings.error(field.id(), label, "最多 " + LONGEST_TEXT + " 字，这里有 " + value.length() + " 字。");
            return null;
        }
        return new Specification.Details(null, null, value, null);
    }
}
