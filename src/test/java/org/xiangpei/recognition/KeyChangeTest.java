package org.xiangpei.recognition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.xiangpei.catalog.Better;
import org.xiangpei.catalog.Property;
import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.catalog.Specification;

import static org.assertj.core.api.Assertions.assertThat;

/** Which changes of specifications reopen a recognition. */
class KeyChangeTest {

    private static final CategoryForm FORM = new CategoryForm(
            "elevator",
            "电梯",
            "电梯",
            List.of(
                    field("load_capacity", "额定载重", PropertyKind.QUANTITY, "kg", true),
                    field("machine_roomless", "无机房", PropertyKind.FLAG, null, true),
                    field("noise", "噪声", PropertyKind.QUANTITY, "dB(A)", false)));

    private static CategoryForm.Field field(
            String code, String name, PropertyKind kind, @Nullable String unit, boolean required) {
        return new CategoryForm.Field(
                code,
                new Property.Details(name, List.of(), kind, unit, Better.NONE, required, 1),
                List.of(),
                Optional.empty());
    }

    @Test
    void anotherValueOfAKeySpecificationIsAChange() {
        assertThat(between(Map.of("load_capacity", kg("1000")), Map.of("load_capacity", kg("1150"))))
                .extracting(KeyChange::text)
                .containsExactly("额定载重 1,000 kg → 1,150 kg");
    }

    @Test
    void theSameInAnotherUnitIsNone() {
        assertThat(between(
                        Map.of("load_capacity", kg("1000")),
                        Map.of("load_capacity", new Specification.Details(number("1"), number("1.0"), null, "t"))))
                .isEmpty();
    }

    @Test
    void otherSpecificationsAreNotKey() {
        assertThat(between(Map.of("noise", quantity("52", "dB(A)")), Map.of("noise", quantity("60", "dB(A)"))))
                .isEmpty();
    }

    @Test
    void whatIsNotStatedAnyMoreOrIsNewIsAChange() {
        assertThat(between(Map.of("load_capacity", kg("1000")), Map.of()))
                .extracting(KeyChange::after)
                .containsExactly("未载明");
        assertThat(between(Map.of(), Map.of("machine_roomless", value("true"))))
                .extracting(KeyChange::text)
                .containsExactly("无机房 未载明 → 是");
    }

    @Test
    void aRangeThatGrowsIsAChange() {
        assertThat(between(
                        Map.of("load_capacity", kg("1000")),
                        Map.of("load_capacity", new Specification.Details(number("800"), number("1000"), null, "kg"))))
                .hasSize(1);
    }

    private static List<KeyChange> between(
            Map<String, Specification.Details> before, Map<String, Specification.Details> after) {
        return KeyChange.between(before, after, FORM);
    }

    private static Specification.Details kg(String number) {
        return quantity(number, "kg");
    }

    private static Specification.Details quantity(String number, String unit) {
        return new Specification.Details(number(number), number(number), null, unit);
    }

    private static Specification.Details value(String value) {
        return new Specification.Details(null, null, value, null);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
