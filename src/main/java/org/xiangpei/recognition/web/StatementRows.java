package org.xiangpei.recognition.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.recognition.CategoryForm;
import org.xiangpei.recognition.CategoryForm.Field;
import org.xiangpei.recognition.Ground;
import org.xiangpei.recognition.Statement;
import org.xiangpei.recognition.Statement.Stated;
import org.xiangpei.recognition.Statement.StatedCertificate;
import org.xiangpei.recognition.Statement.StatedGround;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.units.Units;

import static java.util.stream.Collectors.joining;

/** A statement as it is read: row by row, and beside each what it said in the round before. */
final class StatementRows {

    private static final String UNKNOWN = "不详";
    private static final String MISSING = "未载明";

    /**
     * @param id of the field
     * @param before what stood there in the round before; null where that is the same
     * @param paper the id of a paper; empty for none
     */
    public record Row(
            String id, String label, String text, @Nullable String before, String paper) {}

    /** Rows that belong together. */
    public record Group(String title, List<Row> rows) {}

    private record Line(String title, String id, String label, String text, String paper) {}

    private final Statement statement;
    private final CategoryForm form;
    private final List<Line> lines = new ArrayList<>();

    private StatementRows(Statement statement, CategoryForm form) {
        this.statement = statement;
        this.form = form;
        basics();
        form.fields().forEach(it -> add("参数", it.id(), it.details().name(), specification(it)));
        proof();
        supply();
        grounds();
    }

    static List<Group> of(Statement statement, CategoryForm form) {
        return groups(new StatementRows(statement, form).lines, Map.of(), false);
    }

    /** With what the round before said. What is not stated any more stands at the end of its group. */
    static List<Group> changes(Statement statement, CategoryForm form, Statement earlier, CategoryForm earlierForm) {
        List<Line> now = new StatementRows(statement, form).lines;
        var was = new LinkedHashMap<String, Line>();
        new StatementRows(earlier, earlierForm).lines.forEach(it -> was.put(it.id(), it));
        List<Line> gone = was.values().stream()
                .filter(it -> now.stream().noneMatch(line -> line.id().equals(it.id())))
                .map(it -> new Line(it.title(), it.id(), it.label(), "（已删去）", ""))
                .toList();
        return groups(Stream.concat(now.stream(), gone.stream()).toList(), was, true);
    }

    /** The ids and labels of all fields. */
    static Map<String, String> labels(Statement statement, CategoryForm form) {
        var labels = new LinkedHashMap<String, String>();
        new StatementRows(statement, form).lines.forEach(it -> labels.put(it.id(), it.label()));
        return labels;
    }

    private static List<Group> groups(List<Line> lines, Map<String, Line> earlier, boolean compared) {
        var groups = new LinkedHashMap<String, List<Row>>();
        for (Line line : lines) {
            groups.computeIfAbsent(line.title(), title -> new ArrayList<>())
                    .add(new Row(
                            line.id(),
                            line.label(),
                            line.text(),
                            compared ? before(line, earlier.get(line.id())) : null,
                            line.paper()));
        }
        return groups.entrySet().stream()
                .map(it -> new Group(it.getKey(), it.getValue()))
                .toList();
    }

    private static @Nullable String before(Line line, @Nullable Line earlier) {
        if (earlier == null) {
            return "（没有这一项）";
        }
        if (!earlier.text().equals(line.text())) {
            return earlier.text();
        }
        return earlier.paper().equals(line.paper()) || line.text().equals("（已删去）") ? null : "（另一个文件）";
    }

    private void basics() {
        add("产品", "category", Labels.of("filingField", "category"), form.name());
        plain("产品", "name", statement.name());
        plain("产品", "model", statement.model());
        plain("产品", "description", statement.description());
    }

    private String specification(Field field) {
        Stated stated = statement.specification(field.property());
        if (stated.saysNothing()) {
            return stated.unknown() ? UNKNOWN : MISSING;
        }
        if (!field.isQuantity()) {
            return field.details().kind() == PropertyKind.FLAG ? flag(stated.value()) : stated.value();
        }
        String unit = Units.display(
                stated.unit().isEmpty() ? Objects.toString(field.details().unit(), "") : stated.unit());
        return range(stated.min(), stated.max()) + (unit.isEmpty() ? "" : " " + unit);
    }

    private static String flag(String value) {
        return switch (value) {
            case "true" -> "是";
            case "false" -> "否";
            default -> value;
        };
    }

    private static String range(String min, String max) {
        if (min.isEmpty()) {
            return "≤ " + max;
        }
        if (max.isEmpty()) {
            return "≥ " + min;
        }
        return min.equals(max) ? min : min + "–" + max;
    }

    private void proof() {
        plain("标准和证书", "standards", statement.standards());
        List<StatedCertificate> certificates = statement.certificates();
        if (certificates.isEmpty()) {
            plain("标准和证书", "certificates", "");
        }
        for (int i = 0; i < certificates.size(); i++) {
            StatedCertificate it = certificates.get(i);
            String label = it.type().isEmpty() ? "证书 " + (i + 1) : it.type();
            String text = Stream.of(it.number(), it.issuer(), period(it))
                    .filter(part -> !part.isEmpty())
                    .collect(joining("，"));
            lines.add(new Line("标准和证书", "certificates-" + (i + 1), label, text, it.file()));
        }
    }

    private static String period(StatedCertificate it) {
        if (it.validFrom().isEmpty() && it.validUntil().isEmpty()) {
            return "有效期未载明";
        }
        String until = "至 " + (it.validUntil().isEmpty() ? "未载明" : it.validUntil());
        return it.validFrom().isEmpty() ? until : it.validFrom() + " " + until;
    }

    private void supply() {
        var supply = statement.supply();
        String title = "供货";
        plain(title, "monthlyCapacity", joined(supply.monthlyCapacity(), supply.capacityUnit()));
        plain(title, "leadTimeDays", joined(supply.leadTimeDays(), "天"));
        plain(title, "minOrderQuantity", supply.minOrderQuantity());
        boolean priced = !supply.priceLow().isEmpty() || !supply.priceHigh().isEmpty();
        plain(title, "priceLow", priced ? range(supply.priceLow(), supply.priceHigh()) + " " + supply.priceUnit() : "");
    }

    private static String joined(String number, String unit) {
        return number.isEmpty() ? "" : (number + " " + unit).strip();
    }

    private void grounds() {
        String title = "两型目录和申报理由";
        plain(title, "homeList", statement.homeList());
        for (Ground ground : Ground.values()) {
            StatedGround stated = statement.grounds().get(ground.code());
            if (stated != null) {
                lines.add(new Line(
                        title,
                        "ground-" + ground.code(),
                        Labels.of(ground),
                        stated.evidence().isEmpty() ? MISSING : stated.evidence(),
                        stated.file()));
            }
        }
    }

    private void plain(String title, String field, String text) {
        add(title, field, Labels.of("filingField", field), text);
    }

    private void add(String title, String id, String label, String text) {
        lines.add(new Line(title, id, label, text.isEmpty() ? MISSING : text, ""));
    }
}
