package org.xiangpei.insight.gap;

/**
 * One thing that keeps lines of a gap from being met.
 *
 * @param property what it is about: the code of a property, {@code holds:} and a type of certificates, {@code conforms_to:} and a standard,
 *     or the code of an operator that needs none
 * @param cell what tells this lack from others of the property: which way, and the place on the {@link Grid}
 * @param label its name, for example 额定载重量
 * @param asked what is asked, as far as lines of one gap agree, for example 不低于 1024～2048 kg
 */
public record Lack(String property, String cell, String label, String asked) {

    String key() {
        return property + " " + cell;
    }
}
