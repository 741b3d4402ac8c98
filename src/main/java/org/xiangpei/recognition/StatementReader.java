package org.xiangpei.recognition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Specification;
import org.xiangpei.recognition.Statement.StatedCertificate;
import org.xiangpei.recognition.Statement.StatedGround;
import org.xiangpei.recognition.Statement.Supply;
import org.xiangpei.shared.Labels;

/**
 * Makes values of what was typed, and says what is wrong, missing, doubtful or not stated (核对清单). One reader reads one statement; a
 * filing can be sent when nothing is wrong and every question is answered, if only with 不详.
 */
public final class StatementReader {

    static final String NAME = "name";
    static final String MODEL = "model";
    static final String DESCRIPTION = "description";
    static final String STANDARDS = "standards";
    static final String CERTIFICATES = "certificates";
    static final String CAPACITY = "monthlyCapacity";
    static final String CAPACITY_UNIT = "capacityUnit";
    static final String LEAD_TIME = "leadTimeDays";
    static final String MIN_ORDER = "minOrderQuantity";
    static final String PRICE_LOW = "priceLow";
    static final String PRICE_HIGH = "priceHigh";
    static final String PRICE_UNIT = "priceUnit";
    static final String HOME_LIST = "homeList";
    static final String GROUNDS = "grounds";

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 2000;
    private static final int LONGEST_EVIDENCE = 2000;
    private static final int LONGEST_LEAD_TIME = 3650;
    private static final String STANDARD = "[A-Z]{1,8}(/[A-Z]{1,4})?(\\s?[A-Z]{1,4})?\\s?[0-9].*";

    private final Findings findings;
    private final Statement statement;
    private final CategoryForm form;
    private final Carried carried;
    private final LocalDate today;

    private StatementReader(Statement statement, CategoryForm form, Carried carried, LocalDate today) {
        this.findings = new Findings(carried::isSame);
        this.carried = carried;
        this.statement = statement;
        this.form = form;
        this.today = today;
    }

    /** @param today what has ended before is no proof any more */
    public static Reading read(Statement statement, CategoryForm form, LocalDate today) {
        return read(statement, form, today, Optional.empty());
    }

    /** @param recognised what stands as it was recognised is not asked for again; but what has ended since, is */
    public static Reading read(
            Statement statement, CategoryForm form, LocalDate today, Optional<Statement> recognised) {
        Carried carried =
                recognised.map(before -> new Carried(statement, before)).orElseGet(() -> Carried.nothing(statement));
        return new StatementReader(statement, form, carried, today).read();
    }

    private Reading read() {
        basics();
        Map<String, Specification.Details> specifications = new SpecificationReader(findings).read(statement, form);
        List<String> standards = standards();
        List<StatedProduct.Paper> papers =
                statement.certificates().stream().map(this::certificate).toList();
        if (papers.isEmpty()) {
            findings.unknown(CERTIFICATES, label(CERTIFICATES), "没有填写产品证书。有强制认证、许可或检测报告的，请补上。");
        }
        StatedProduct product = supplied(specifications, standards, papers);
        return new Reading(product, findings.list());
    }

    private void basics() {
        line(statement.name(), NAME, "请填写产品名称。");
        if (statement.model().isEmpty()) {
            findings.unknown(MODEL, label(MODEL), "没有填写型号或系列。");
        } else {
            line(statement.model(), MODEL, "");
        }
        if (statement.description().isEmpty()) {
            findings.missing(DESCRIPTION, label(DESCRIPTION), "请用几句话说明产品是什么、用在哪里。");
        }
        longest(statement.description(), DESCRIPTION, LONGEST_DESCRIPTION);
    }

    private void line(String text, String field, String missing) {
        if (text.isEmpty()) {
            findings.missing(field, label(field), missing);
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            findings.error(field, label(field), "请写在一行之内。");
        }
        longest(text, field, LONGEST_NAME);
    }

    private void longest(String text, String field, int most) {
        if (text.length() > most) {
            findings.error(field, label(field), "最多 " + most + " 字，这里有 " + text.length() + " 字。");
        }
    }

    private List<String> standards() {
        List<String> listed = Arrays.stream(statement.standards().split("[、，,;；|\\r\\n]+"))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        if (listed.isEmpty()) {
            findings.missing(STANDARDS, label(STANDARDS), "请填写产品执行的标准，例如 GB/T 7588.1。");
        }
        listed.stream()
                .filter(it -> !it.matches(STANDARD))
                .forEach(it -> findings.warning(
                        STANDARDS, label(STANDARDS), "“" + it + "”不像标准编号；写作 GB/T 7588.1 或 Q/ABC 001。"));
        listed.forEach(it -> longest(it, STANDARDS, LONGEST_NAME));
        return listed;
    }

    private StatedProduct.Paper certificate(StatedCertificate stated) {
        String label = stated.type().isEmpty() ? "证书" : stated.type();
        if (!carried.isSame(stated)) {
            asked(stated.type(), label, "请填写证书类型。");
            asked(stated.number(), label, "请填写证书编号。");
            asked(stated.issuer(), label, "请填写发证机构。");
            asked(stated.file(), label, "请上传证书的扫描件或 PDF。");
        }
        LocalDate from = findings.date(stated.validFrom(), CERTIFICATES, label);
        LocalDate until = findings.date(stated.validUntil(), CERTIFICATES, label);
        if (from != null && until != null && until.isBefore(from)) {
            findings.error(CERTIFICATES, label, "有效期止 " + until + " 早于有效期起 " + from + "。");
        } else if (until != null && until.isBefore(today)) {
            findings.error(CERTIFICATES, label, "证书已于 " + until + " 过期，请换用有效的证书，或删去它。");
        }
        if (from != null && from.isAfter(today)) {
            findings.warning(CERTIFICATES, label, "证书自 " + from + " 起才有效，请核对。");
        }
        if (stated.validUntil().isEmpty()) {
            findings.unknown(CERTIFICATES, label, "没有填写有效期止。");
        }
        return new StatedProduct.Paper(stated.type(), stated.number(), stated.issuer(), from, until);
    }

    private void asked(String text, String label, String missing) {
        if (text.isEmpty()) {
            findings.missing(CERTIFICATES, label, missing);
        } else if (text.length() > LONGEST_NAME) {
            findings.error(CERTIFICATES, label, "每一项最多 " + LONGEST_NAME + " 字。");
        }
    }

    private StatedProduct supplied(
            Map<String, Specification.Details> specifications,
            List<String> standards,
            List<StatedProduct.Paper> papers) {
        Supply supply = statement.supply();
        BigDecimal capacity = positive(findings.decimal(supply.monthlyCapacity(), CAPACITY, label(CAPACITY)), CAPACITY);
        BigDecimal least =
                positive(findings.decimal(supply.minOrderQuantity(), MIN_ORDER, label(MIN_ORDER)), MIN_ORDER);
        BigDecimal low = positive(findings.money(supply.priceLow(), PRICE_LOW, label(PRICE_LOW)), PRICE_LOW);
        BigDecimal high = positive(findings.money(supply.priceHigh(), PRICE_HIGH, label(PRICE_HIGH)), PRICE_HIGH);
        if (low != null && high != null && low.compareTo(high) > 0) {
            findings.error(
                    PRICE_HIGH, label(PRICE_HIGH), "最高价 " + supply.priceHigh() + " 低于最低价 " + supply.priceLow() + "。");
        }
        boolean priced = !supply.priceLow().isEmpty() || !supply.priceHigh().isEmpty();
        notStated(supply.monthlyCapacity(), CAPACITY);
        notStated(supply.leadTimeDays(), LEAD_TIME);
        notStated(supply.minOrderQuantity(), MIN_ORDER);
        notStated(supply.priceLow() + supply.priceHigh(), PRICE_LOW);
        notStated(statement.homeList(), HOME_LIST);
        longest(statement.homeList(), HOME_LIST, LONGEST_NAME);
        return new StatedProduct(
                form.code(),
                statement.name(),
                orNull(statement.model()),
                statement.description(),
                specifications,
                standards,
                papers,
                capacity,
                unit(capacity != null, supply.capacityUnit(), CAPACITY_UNIT, "[^/]+/月", "月产能须有单位，写作“台/月”。"),
                leadTime(supply.leadTimeDays()),
                least,
                low,
                high,
                unit(priced, supply.priceUnit(), PRICE_UNIT, "元/[^/]+", "价格须有单位，写作“元/台”。"),
                orNull(statement.homeList()),
                grounds());
    }

    private @Nullable Integer leadTime(String text) {
        Integer days = findings.integer(text, LEAD_TIME, label(LEAD_TIME));
        if (days != null && (days < 0 || days > LONGEST_LEAD_TIME)) {
            findings.error(LEAD_TIME, label(LEAD_TIME), "应为 0 到 " + LONGEST_LEAD_TIME + " 之间的天数。");
        }
        return days;
    }

    private @Nullable BigDecimal positive(@Nullable BigDecimal number, String field) {
        if (number != null && number.signum() <= 0) {
            findings.error(field, label(field), "应大于 0；不知道的请留空。");
        }
        return number;
    }

    private @Nullable String unit(boolean needed, String unit, String field, String form, String detail) {
        if (needed && !unit.matches(form)) {
            findings.error(field, label(field), detail);
        }
        return needed ? unit : null;
    }

    private void notStated(String text, String field) {
        if (text.isEmpty()) {
            findings.unknown(field, label(field), "没有填写，将显示为“未载明”。");
        }
    }

    private List<String> grounds() {
        List<Ground> stated = Arrays.stream(Ground.values())
                .filter(it -> statement.grounds().containsKey(it.code()))
                .toList();
        if (stated.isEmpty()) {
            findings.missing(GROUNDS, label(GROUNDS), "至少选一项申报理由，并写明依据。");
        }
        stated.forEach(ground -> Optional.ofNullable(statement.grounds().get(ground.code()))
                .map(StatedGround::evidence)
                .ifPresent(evidence -> evidence(ground, evidence)));
        return stated.stream().map(Labels::of).toList();
    }

    private void evidence(Ground ground, String text) {
        if (text.isEmpty()) {
            findings.missing(groundField(ground), Labels.of(ground), "选了这一项，请写明依据（事实、数字、文件）。");
        }
        if (text.length() > LONGEST_EVIDENCE) {
            findings.error(
                    groundField(ground),
                    Labels.of(ground),
                    "最多 " + LONGEST_EVIDENCE + " 字，这里有 " + text.length() + " 字。");
        }
    }

    /** The id of the field of a ground. */
    static String groundField(Ground ground) {
        return "ground-" + ground.code();
    }

    private static String label(String field) {
        return Labels.of("filingField", field);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
