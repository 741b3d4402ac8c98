package org.xiangpei.recognition;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.xiangpei.recognition.Statement.StatedCertificate;

/**
 * What of a statement stands as it was recognised: it need not be answered or proven again.
 *
 * @param now what is stated
 * @param before what was recognised; nothing for a product that is not
 */
record Carried(Statement now, Statement before) {

    private static final String GROUND = "ground-";

    private static final Map<String, Function<Statement, Object>> FIELDS = Map.of(
            StatementReader.NAME, Statement::name,
            StatementReader.DESCRIPTION, Statement::description,
            StatementReader.STANDARDS, Statement::standards,
            StatementReader.GROUNDS, Statement::grounds);

    static Carried nothing(Statement now) {
        return new Carried(now, Statement.of(""));
    }

    private boolean isOfRecognised() {
        return !before.category().isEmpty() && before.category().equals(now.category());
    }

    /** Whether the field says what was recognised. */
    boolean isSame(String field) {
        if (!isOfRecognised()) {
            return false;
        }
        if (field.startsWith(CategoryForm.fieldId(""))) {
            String property = field.substring(CategoryForm.fieldId("").length());
            return isSame(now.specification(property), before.specification(property));
        }
        if (field.startsWith(GROUND)) {
            String ground = field.substring(GROUND.length());
            return Objects.equals(now.grounds().get(ground), before.grounds().get(ground));
        }
        Function<Statement, Object> value = FIELDS.get(field);
        return value != null && value.apply(now).equals(value.apply(before));
    }

    /** A form sends the unit that it proposes also where nothing is stated. */
    private static boolean isSame(Statement.Stated one, Statement.Stated other) {
        return (one.saysNothing() && other.saysNothing()) || one.equals(other);
    }

    /** Whether the certificate was recognised like that; its paper was seen then. */
    boolean isSame(StatedCertificate certificate) {
        return isOfRecognised() && before.certificates().contains(certificate);
    }
}
