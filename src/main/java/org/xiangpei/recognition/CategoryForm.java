package org.xiangpei.recognition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.xiangpei.catalog.Property;
import org.xiangpei.catalog.PropertyKind;

/** What is asked of a product of a category: a field for every property. */
public record CategoryForm(String code, String name, String chain, List<Field> fields) {

    /** The id of the field of a property, on pages and in answers. */
    public static String fieldId(String property) {
        return "spec-" + property;
    }

    /**
     * @param options what can be chosen, in order; empty where anything can be written
     * @param seen the values of the products of this category in the catalogue; empty where there are none
     */
    public record Field(String property, Property.Details details, List<String> options, Optional<Seen> seen) {

        public String id() {
            return fieldId(property);
        }

        public boolean isQuantity() {
            return details.kind() == PropertyKind.QUANTITY;
        }
    }

    /** The least and the most that the catalogue has, in the unit of the property. */
    public record Seen(BigDecimal least, BigDecimal most) {}

    public Optional<Field> field(String property) {
        return fields.stream().filter(it -> it.property().equals(property)).findFirst();
    }
}
