package org.xiangpei.recognition.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import jakarta.ws.rs.core.MultivaluedMap;

import org.xiangpei.recognition.CategoryForm;
import org.xiangpei.recognition.Ground;
import org.xiangpei.recognition.Statement;
import org.xiangpei.recognition.Statement.Stated;
import org.xiangpei.recognition.Statement.StatedGround;
import org.xiangpei.recognition.Statement.Supply;

/** One page of the form as a browser sends it, put into the statement. What it does not ask for stays. */
record StepForm(MultivaluedMap<String, String> sent) {

    Statement into(Statement statement, FilingStep step, CategoryForm form) {
        return switch (step) {
            case BASICS -> statement.withBasics(text("category"), text("name"), text("model"), text("description"));
            case SPECIFICATIONS -> statement.withSpecifications(specifications(statement, form));
            case PROOF -> statement.withStandards(text("standards"));
            case SUPPLY -> statement.withSupply(supply());
            case GROUNDS -> statement.withGrounds(text("homeList"), grounds(statement));
            case CHECK -> statement;
        };
    }

    /** Values of properties that only another category has are kept, until somebody files under it again. */
    private Map<String, Stated> specifications(Statement statement, CategoryForm form) {
        var stated = new HashMap<>(statement.specifications());
        form.fields().forEach(field -> {
            String id = field.id();
            stated.put(
                    field.property(),
                    new Stated(
                            text(id + ".min"),
                            text(id + ".max"),
                            text(id + ".value"),
                            text(id + ".unit"),
                            sent.containsKey(id + ".unknown")));
        });
        return stated;
    }

    private Supply supply() {
        return new Supply(
                text("monthlyCapacity"),
                text("capacityUnit"),
                text("leadTimeDays"),
                text("minOrderQuantity"),
                text("priceLow"),
                text("priceHigh"),
                text("priceUnit"));
    }

    private Map<String, StatedGround> grounds(Statement statement) {
        var chosen = new HashMap<String, StatedGround>();
        for (Ground ground : Ground.values()) {
            if (sent.containsKey("ground-" + ground.code())) {
                StatedGround before = statement.grounds().get(ground.code());
                chosen.put(
                        ground.code(),
                        new StatedGround(
                                text("ground-" + ground.code() + ".evidence"), before == null ? "" : before.file()));
            }
        }
        return chosen;
    }

    private String text(String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "").strip().replace("\r\n", "\n");
    }
}
