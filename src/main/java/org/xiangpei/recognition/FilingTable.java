package org.xiangpei.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.recognition.CategoryForm.Field;
import org.xiangpei.recognition.Statement.Stated;
import org.xiangpei.recognition.Statement.StatedCertificate;
import org.xiangpei.recognition.Statement.StatedGround;
import org.xiangpei.recognition.Statement.Supply;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.tabular.Columns;
import org.xiangpei.shared.tabular.Columns.Column;
import org.xiangpei.shared.tabular.Row;

/** The columns of the workbook in which a firm lists several products of one category, and what a row of it states. */
final class FilingTable {

    static final String UNKNOWN = "不详";

    private static final String NAME = "产品名称";
    private static final String MODEL = "型号或系列";
    private static final String DESCRIPTION = "产品说明";
    private static final String STANDARDS = "执行标准";
    private static final String CERTIFICATE_TYPE = "证书类型";
    private static final String CERTIFICATE_NUMBER = "证书编号";
    private static final String CERTIFICATE_ISSUER = "发证机构";
    private static final String CERTIFICATE_FROM = "证书有效期起";
    private static final String CERTIFICATE_UNTIL = "证书有效期止";
    private static final String CAPACITY = "月产能";
    private static final String CAPACITY_UNIT = "产能单位";
    private static final String LEAD_TIME = "交货期（天）";
    private static final String MIN_ORDER = "起订量";
    private static final String PRICE_LOW = "最低价（元）";
    private static final String PRICE_HIGH = "最高价（元）";
    private static final String PRICE_UNIT = "价格单位";
    private static final String HOME_LIST = "本市两型产品目录";

    /**
     * @param heading of the column
     * @param field of the statement that it belongs to
     * @param hint how it is filled in
     */
    record Heading(String heading, String field, String hint) {}

    private final CategoryForm form;
    private final List<Heading> headings = new ArrayList<>();

    FilingTable(CategoryForm form) {
        this.form = form;
        add(NAME, StatementReader.NAME, "必填，一行一个产品");
        add(MODEL, StatementReader.MODEL, "");
        add(DESCRIPTION, StatementReader.DESCRIPTION, "几句话：是什么、用在哪里");
        form.fields().forEach(this::add);
        add(STANDARDS, StatementReader.STANDARDS, "几个之间用顿号隔开");
        add(CERTIFICATE_TYPE, StatementReader.CERTIFICATES, "一张证书；更多的和文件，导入后在草稿里添加");
        add(CERTIFICATE_NUMBER, StatementReader.CERTIFICATES, "");
        add(CERTIFICATE_ISSUER, StatementReader.CERTIFICATES, "");
        add(CERTIFICATE_FROM, StatementReader.CERTIFICATES, "写作 2026-01-31");
        add(CERTIFICATE_UNTIL, StatementReader.CERTIFICATES, "写作 2026-01-31");
        add(CAPACITY, StatementReader.CAPACITY, "数字");
        add(CAPACITY_UNIT, StatementReader.CAPACITY_UNIT, "写作 台/月");
        add(LEAD_TIME, StatementReader.LEAD_TIME, "整数");
        add(MIN_ORDER, StatementReader.MIN_ORDER, "数字");
        add(PRICE_LOW, StatementReader.PRICE_LOW, "含税");
        add(PRICE_HIGH, StatementReader.PRICE_HIGH, "含税");
        add(PRICE_UNIT, StatementReader.PRICE_UNIT, "写作 元/台");
        add(HOME_LIST, StatementReader.HOME_LIST, "列入的写目录名称和年份");
        for (Ground ground : Ground.values()) {
            add(evidence(ground), StatementReader.groundField(ground), "选这项理由的写依据，不选的留空");
        }
    }

    private void add(Field field) {
        String name = field.details().name();
        if (field.isQuantity()) {
            String unit = Objects.requireNonNull(field.details().unit());
            add(least(name), field.id(), "数字；不知道的写“不详”");
            add(most(name), field.id(), "数字；定值与最小值相同");
            add(unit(name), field.id(), unit + " 或能与之换算的单位；留空即 " + unit);
        } else {
            add(name, field.id(), choices(field));
        }
    }

    private static String choices(Field field) {
        return switch (field.details().kind()) {
            case ENUM -> "以下之一：" + String.join("、", field.options()) + "；不知道的写“不详”";
            case FLAG -> "是 或 否；不知道的写“不详”";
            case TEXT, QUANTITY -> "文字；不知道的写“不详”";
        };
    }

    private void add(String heading, String field, String hint) {
        headings.add(new Heading(heading, field, hint));
    }

    private static String least(String name) {
        return name + " 最小";
    }

    private static String most(String name) {
        return name + " 最大";
    }

    private static String unit(String name) {
        return name + " 单位";
    }

    private static String evidence(Ground ground) {
        return Labels.of(ground) + " 依据";
    }

    List<Heading> headings() {
        return List.copyOf(headings);
    }

    /** Only the name must be there: who has nothing to say of a property may leave its column out. */
    Columns columns() {
        return Columns.of(headings.stream()
                .map(it -> it.heading().equals(NAME) ? Column.required(NAME) : Column.optional(it.heading()))
                .toArray(Column[]::new));
    }

    /** The first column of a field. */
    String heading(String field) {
        return headings.stream()
                .filter(it -> it.field().equals(field))
                .map(Heading::heading)
                .findFirst()
                .orElse(NAME);
    }

    /** What a row states; what is wrong with that, the {@link StatementReader} says. */
    Statement statement(Row row) {
        Map<String, Stated> specifications = new LinkedHashMap<>();
        form.fields().forEach(field -> specifications.put(field.property(), stated(row, field)));
        return new Statement(
                form.code(),
                row.cell(NAME),
                row.cell(MODEL),
                row.cell(DESCRIPTION),
                specifications,
                row.cell(STANDARDS),
                certificates(row),
                new Supply(
                        row.cell(CAPACITY),
                        row.cell(CAPACITY_UNIT),
                        row.cell(LEAD_TIME),
                        row.cell(MIN_ORDER),
                        row.cell(PRICE_LOW),
                        row.cell(PRICE_HIGH),
                        row.cell(PRICE_UNIT)),
                row.cell(HOME_LIST),
                grounds(row));
    }

    private static Stated stated(Row row, Field field) {
        String name = field.details().name();
        if (!field.isQuantity()) {
            String cell = row.cell(name);
            return cell.equals(UNKNOWN) ? unknown("", "") : new Stated("", "", flag(cell, field), "", false);
        }
        String min = row.cell(least(name));
        String max = row.cell(most(name));
        boolean unknown = min.equals(UNKNOWN) || max.equals(UNKNOWN);
        return unknown
                ? unknown(min.equals(UNKNOWN) ? "" : min, max.equals(UNKNOWN) ? "" : max)
                : new Stated(min, max, "", row.cell(unit(name)), false);
    }

    private static Stated unknown(String min, String max) {
        return new Stated(min, max, "", "", true);
    }

    private static String flag(String cell, Field field) {
        if (field.details().kind() != PropertyKind.FLAG) {
            return cell;
        }
        return switch (cell) {
            case "是" -> "true";
            case "否" -> "false";
            default -> cell;
        };
    }

    private static List<StatedCertificate> certificates(Row row) {
        return row.empty(CERTIFICATE_TYPE) && row.empty(CERTIFICATE_NUMBER)
                ? List.of()
                : List.of(new StatedCertificate(
                        row.cell(CERTIFICATE_TYPE),
                        row.cell(CERTIFICATE_NUMBER),
                        row.cell(CERTIFICATE_ISSUER),
                        row.cell(CERTIFICATE_FROM),
                        row.cell(CERTIFICATE_UNTIL),
                        ""));
    }

    private static Map<String, StatedGround> grounds(Row row) {
        var grounds = new HashMap<String, StatedGround>();
        for (Ground ground : Ground.values()) {
            if (!row.empty(evidence(ground))) {
                grounds.put(ground.code(), new StatedGround(row.cell(evidence(ground)), ""));
            }
        }
        return grounds;
    }
}
