package org.xiangpei.recognition;

import java.util.List;
import java.util.Map;

/**
 * What a firm states of its product, as it was typed: a draft may be half of anything. {@link StatementReader} makes values of it.
 *
 * @param category the code of a category; empty while none is chosen
 * @param specifications by the code of the property
 * @param standards parted by 、 or on lines of their own
 * @param homeList how the product stands in the home city's 两型产品 list; empty when it does not
 * @param grounds by the code of the {@link Ground}, with the evidence in words
 */
public record Statement(
        String category,
        String name,
        String model,
        String description,
        Map<String, Stated> specifications,
        String standards,
        List<StatedCertificate> certificates,
        Supply supply,
        String homeList,
        Map<String, StatedGround> grounds) {

    /**
     * A value of one property.
     *
     * @param min of a quantity; a single value has both ends equal, or only one of them typed
     * @param value of any other kind
     * @param unknown the firm says that it does not know
     */
    public record Stated(String min, String max, String value, String unit, boolean unknown) {
        public static final Stated NOTHING = new Stated("", "", "", "", false);

        /** Not called {@code isEmpty}: that would be written into the JSON as if it were stated. */
        public boolean saysNothing() {
            return min.isEmpty() && max.isEmpty() && value.isEmpty();
        }
    }

    /** @param file the id of a {@link CaseFile}; empty for none */
    public record StatedCertificate(
            String type, String number, String issuer, String validFrom, String validUntil, String file) {}

    /** @param monthlyCapacity how many {@code capacityUnit} a month; prices in CNY per {@code priceUnit} */
    public record Supply(
            String monthlyCapacity,
            String capacityUnit,
            String leadTimeDays,
            String minOrderQuantity,
            String priceLow,
            String priceHigh,
            String priceUnit) {
        public static final Supply NOTHING = new Supply("", "", "", "", "", "", "");
    }

    /** @param file the id of a {@link CaseFile}; empty for none */
    public record StatedGround(String evidence, String file) {}

    public Statement {
        specifications = Map.copyOf(specifications);
        certificates = List.copyOf(certificates);
        grounds = Map.copyOf(grounds);
    }

    /** Nothing typed yet. */
    public static Statement of(String category) {
        return new Statement(category, "", "", "", Map.of(), "", List.of(), Supply.NOTHING, "", Map.of());
    }

    /** What is stated of properties that another category has too is kept. */
    public Statement withBasics(String categorised, String named, String modelled, String described) {
        return new Statement(
                categorised,
                named,
                modelled,
                described,
                specifications,
                standards,
                certificates,
                supply,
                homeList,
                grounds);
    }

    public Statement withSpecifications(Map<String, Stated> stated) {
        return new Statement(
                category, name, model, description, stated, standards, certificates, supply, homeList, grounds);
    }

    public Statement withStandards(String stated) {
        return new Statement(
                category, name, model, description, specifications, stated, certificates, supply, homeList, grounds);
    }

    public Statement withCertificates(List<StatedCertificate> stated) {
        return new Statement(
                category, name, model, description, specifications, standards, stated, supply, homeList, grounds);
    }

    public Statement withSupply(Supply stated) {
        return new Statement(
                category, name, model, description, specifications, standards, certificates, stated, homeList, grounds);
    }

    public Statement withGrounds(String listed, Map<String, StatedGround> stated) {
        return new Statement(
                category, name, model, description, specifications, standards, certificates, supply, listed, stated);
    }

    public Stated specification(String property) {
        return specifications.getOrDefault(property, Stated.NOTHING);
    }
}
