package org.xiangpei.matching.answer;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.xiangpei.fixtures.Sweep;
import org.xiangpei.notification.Outbox;
import org.xiangpei.requirement.CriteriaText;
import org.xiangpei.requirement.KeptLine;

/** Hydraulic cylinders that a test lists itself, of a bore that nobody else makes, and lines that ask for them. */
public final class Cylinders {

    /** Nobody else makes it. */
    public static final String BORE = "333";

    private Cylinders() {}

    /** A line that asks for the bore of ours and this pressure. */
    public static KeptLine.Content asking(String pressure) {
        return asking(pressure, null);
    }

    public static KeptLine.Content asking(String pressure, @Nullable String budget) {
        return line("bore_diameter equals " + BORE + " mm; working_pressure at_least " + pressure + " MPa", budget);
    }

    public static KeptLine.Content line(String clauses, @Nullable String budget) {
        return new KeptLine.Content(
                "试验大缸",
                null,
                "hydraulic_cylinder",
                BigDecimal.TEN,
                "支",
                budget == null ? null : new BigDecimal(budget),
                null,
                CriteriaText.read(clauses));
    }

    /** A firm of 长沙 in the catalogue. */
    public static void firm(String code) {
        firm(code, "430100");
    }

    public static void firm(String code, String city) {
        Outbox.sql(
                "insert into firm (code, name, short_name, city_code, production_sites, provenance, version) values ('"
                        + code + "', '试验缸厂" + code + "', '缸厂" + code + "', '" + city + "', '{" + city
                        + "}', 'ILLUSTRATIVE', 0)");
    }

    /** A cylinder of our bore; its recognition has no end. */
    public static void product(String code, String firm, String pressure) {
        Outbox.sql(
                "insert into product (code, firm_code, name, category_code, standards, grounds, lead_time_days, valid_from,"
                        + " provenance, version) values ('" + code + "', '" + firm
                        + "', '试验大缸" + code
                        + "', 'hydraulic_cylinder', '{}', '{}', 30, '2021-07-22', 'ILLUSTRATIVE', 0)");
        specification(code, "bore_diameter", BORE, "mm");
        specification(code, "working_pressure", pressure, "MPa");
    }

    private static void specification(String product, String property, String value, String unit) {
        Outbox.sql("insert into specification (product_code, property_code, min, max, unit, version) values ('"
                + product + "', '" + property + "', " + value + ", " + value + ", '" + unit + "', 0)");
    }

    public static void pressure(String product, String value) {
        Outbox.sql("update specification set min = " + value + ", max = " + value + " where product_code = '" + product
                + "' and property_code = 'working_pressure'");
    }

    public static void until(String product, @Nullable Object day) {
        Outbox.sql("update product set valid_until = " + (day == null ? "null" : "'" + day + "'") + " where code = '"
                + product + "'");
    }

    /** All of ours: their codes begin with XA. */
    public static void remove() {
        Sweep.products("code like 'XA%'");
        Outbox.sql("delete from firm where code like 'XA%'");
    }
}
