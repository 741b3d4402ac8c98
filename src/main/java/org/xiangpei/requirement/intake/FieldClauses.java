package org.xiangpei.requirement.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.xiangpei.requirement.Operator;
import org.xiangpei.shared.units.Units;

/** Reads the clauses that are about no property: standards, certificates, delivery, supply, price. */
final class FieldClauses {

    private static final Pattern CERTIFICATE = Pattern.compile(
            "(?<![A-Z0-9])(?<type>(?:ISO|GB/?T)\\s?/?(?:IEC\\s?)?(?:9001|14001|45001|50001|13485|27001|22163|19001|24001|22080|23331)(?:[-:]\\d{4})?|IATF\\s?16949"
                    + "|CCC|CRCC|IRIS|AS9100[A-D]?|[A-Z]{2,8}(?=\\s?认证)|(?<=认证\\()[A-Z]{2,8}(?=\\))|(?:3C|CE|UL|CQC|CNAS|CMA|TUV|TÜV|RoHS|ROHS|MA|KA)(?=\\s?(?:认证|证书|标志|标识))"
                    + "|煤安|矿用产品安全标志|特种设备(?:制造|生产)许可|绿色(?:产品|建材)|节能产品|环境标志产品|消防产品|强制性产品"
                    + "|质量管理体系|环境管理体系|职业健康安全管理体系|能源管理体系|医疗器械注册证|防爆合格证|型式试验报告)(?![0-9])"
                    + "(?:\\s?(?:质量|环境|职业健康安全)?(?:管理)?(?:体系)?(?:认证证书|认证|证书|标志|标识|许可证|证))?");

    private static final Pattern STANDARD = Pattern.compile(
            "(?<![A-Z0-9])(?:GB\\s?/?[TZ]?|(?:JB|DL|NB|TB|QC|YB|HG|CJ|JG|JC|MT|YY|YS|SH|SY|JT|XF|GA|LY|HJ|CECS|WS)\\s?(?:/?T)?|TSG\\s?T?|CJJ|JGJ|T/[A-Z]{2,8}|IEC|ISO|EN|DIN|ASTM|IEEE)"
                    + "\\s?[A-Z]?\\d{2,6}(?:\\.\\d{1,3}){0,2}(?:[-:]\\d{1,4}){0,2}(?![\\dA-Z])(?:标准|规定)?");

    private static final String NUMBER = "(?<![\\d月])(?<n>" + Numerals.DIGITS + "|" + Numerals.HAN + "|半(?=个月|年))";
    private static final String PERIOD = "\\s?个?(?<unit>(?<=半)年|日历天|日历日|工作日|自然日|天|日|周|星期|礼拜|个月|月(?=之内|以内|内))";
    private static final String DELIVER =
            "(?:交货|到货|供货|交付|送达|送到|发货|发出|能发|交齐|交完|供齐|到位|运抵|运到|到厂|到现场|交期|货期|到(?:校|场|达现场|工地)|到[\\u4e00-\\u9fff]{1,4}(?:工地|现场|仓库)|(?<=[要得须需能])到(?![\\d一二三四五六七八九十])|交)";

    /** 30日内交货; 合同签订后两周内送到现场. */
    private static final Pattern DELIVERED_WITHIN =
            Pattern.compile("(?:[^，,。；;\\n]{0,12}后)?\\s?(?:的)?(?:不超过|最迟|最多|≤)?\\s?" + NUMBER + PERIOD
                    + "\\s?(?:之内|以内|内|前)?\\s?(?!首批|第一批|先到)(?:完成|全部|要|能|必须|须|可以|需|分批|将货物|运|开始)?[^，,。；;\\n\\d首]{0,4}?"
                    + DELIVER
                    + "(?:完毕|到位|至现场|到现场)?");

    /** 交货期：合同签订后30日内. */
    private static final Pattern DELIVERY_TIME = Pattern.compile("(?:(?:需用|" + DELIVER
            + ")(?:期限|日期|期|时间|周期|要求)?|货期|交期|工期要求)[^，,。；;\\n\\d首]{0,24}?" + NUMBER + PERIOD + "\\s?(?:之内|以内|内|前|以下)?");

    /** 合同签订后60天, where nothing else is said to happen then. */
    private static final Pattern AFTER_CONTRACT =
            Pattern.compile("(?:自)?(?:合同|协议|订单)[^，,。；;\\n\\d]{0,6}(?:签订|生效|签署|签字|签约)[^，,。；;\\n\\d]{0,6}?(?:后|起)的?\\s?"
                    + NUMBER + PERIOD + "\\s?(?:之内|以内|内)?(?!.{0,12}(?:付|缴|提交|开票|质保|保修))");

    /** A duration in a place that is about delivery. */
    private static final Pattern DURATION =
            Pattern.compile("[^\\d，,。；;]{0,16}?" + NUMBER + PERIOD + "\\s?(?:之内|以内|内|前|以下)?\\D{0,8}");

    /** Lead time: 4 weeks; delivery within 30 days. */
    private static final Pattern IN_ENGLISH = Pattern.compile(
            "(?i)(?:lead time|delivery(?: time)?|deliver(?:ed)?)[^\\d\\n；;。]{0,24}(?<n>\\d{1,3})\\s?(?<unit>day|week|month)s?");

    private static final Pattern SUPPLY =
            Pattern.compile("(?<per>月|年|日)(?:均)?(?:供货|供应|生产|供|产)?(?:能力|产能|产量|量|能)?\\s?[:：]?\\s?(?:应|须|要)?(?:"
                    + Comparison.BEFORE + ")?\\s?(?<n>" + Numerals.DIGITS + ")\\s?(?<wan>万)?(?<unit>" + Measures.UNIT
                    + ")(?!以)(?:\\s?" + Comparison.AFTER + ")?(?=[^\\d]|$)");

    private static final Pattern CAPACITY_WORD = Pattern.compile("供货|供应|产能|生产能力|产量");

    private static final Pattern PRICE = Pattern.compile(
            "(?:单价|单台价|单套价|每[台套米吨个件]价|价格|报价|含税价)(?:格)?(?:限价|最高限价|控制)?\\s?[:：]?\\s?(?:应|须|要|为)?(?:" + Comparison.BEFORE
                    + ")?\\s?(?:人民币|¥|￥)?\\s?(?<n>" + Numerals.DIGITS + ")\\s?(?<unit>万?元)(?:\\s?(?:/|每|一)\\s?(?<per>"
                    + Measures.UNIT + "))?(?:\\s?" + Comparison.AFTER + ")?");

    /** What happens when delivery is early or late asks for no time of delivery. */
    private static final Pattern OTHERWISE = Pattern.compile("提前|逾期|延迟|延误|迟延|迟交|评分|得分|加分|扣|违约|罚|每天|每日|每延");

    private static final BigDecimal DAYS_OF_WEEK = BigDecimal.valueOf(7);
    private static final BigDecimal WORKING_DAYS = BigDecimal.valueOf(5);
    private static final BigDecimal HALF_A_MONTH = BigDecimal.valueOf(15);
    private static final BigDecimal HALF_A_YEAR = BigDecimal.valueOf(6);

    private FieldClauses() {}

    static void read(Segment segment) {
        certificates(segment);
        standards(segment);
        delivery(segment, DELIVERY_TIME);
        delivery(segment, DELIVERED_WITHIN);
        delivery(segment, AFTER_CONTRACT);
        delivery(segment, IN_ENGLISH);
        price(segment);
        supply(segment);
    }

    /** Whether a sentence among what else is said of a purchase says how long delivery may take. */
    static boolean saysDelivery(Written written, Span sentence) {
        return !OTHERWISE
                        .matcher(written.text())
                        .region(sentence.start(), sentence.end())
                        .find()
                && Stream.of(DELIVERY_TIME, DELIVERED_WITHIN).anyMatch(it -> it.matcher(written.text())
                        .region(sentence.start(), sentence.end())
                        .find());
    }

    /** @return whether it says how long delivery may take */
    static boolean readDelivery(Segment segment) {
        Matcher found = segment.matcher(DURATION);
        found.useAnchoringBounds(true);
        if (!found.matches()) {
            return false;
        }
        delivery(segment, found, segment.span());
        return true;
    }

    private static void certificates(Segment segment) {
        Matcher found = segment.matcher(CERTIFICATE);
        while (found.find()) {
            var span = new Span(found.start(), found.end());
            if (segment.isFree(span)) {
                segment.found(null, Operator.HOLDS, found.group("type"), null, span);
            }
        }
    }

    private static void standards(Segment segment) {
        Matcher found = segment.matcher(STANDARD);
        while (found.find()) {
            var span = new Span(found.start(), found.end());
            if (segment.isFree(span)) {
                segment.found(null, Operator.CONFORMS_TO, found.group().replaceFirst("(?:标准|规定)$", ""), null, span);
            }
        }
    }

    private static void delivery(Segment segment, Pattern pattern) {
        if (segment.matcher(OTHERWISE).find()) {
            return;
        }
        Matcher found = segment.matcher(pattern);
        while (found.find()) {
            var span = new Span(found.start(), found.end());
            if (segment.isFree(span)) {
                delivery(segment, found, span);
            }
        }
    }

    private static void delivery(Segment segment, Matcher found, Span span) {
        boolean half = found.group("n").equals("半");
        String said = found.group("unit");
        BigDecimal number = half ? HALF_A_MONTH : Numerals.read(found.group("n"));
        if (said.equals("年")) {
            within(segment, HALF_A_YEAR, "mo", span);
        } else {
            within(segment, said.equals("工作日") ? calendarDays(number) : number, half ? "d" : unit(said), span);
        }
    }

    private static void within(Segment segment, BigDecimal number, String unit, Span span) {
        segment.found(null, Operator.DELIVERS_WITHIN, Measure.plain(number), unit, span);
    }

    private static String unit(String said) {
        return switch (said) {
            case "周", "星期", "礼拜", "week", "WEEK", "Week" -> "wk";
            case "月", "个月", "month", "MONTH", "Month" -> "mo";
            default -> "d";
        };
    }

    /** Lead times are stated in calendar days; five working days are a week. */
    private static BigDecimal calendarDays(BigDecimal workingDays) {
        return workingDays.multiply(DAYS_OF_WEEK).divide(WORKING_DAYS, 0, RoundingMode.CEILING);
    }

    private static void price(Segment segment) {
        Matcher found = segment.matcher(PRICE);
        while (found.find()) {
            var span = new Span(found.start(), found.end());
            if (Comparison.of(found) == Bound.AT_MOST && segment.isFree(span)) {
                String per = found.group("per");
                String unit = found.group("unit") + (per == null ? "" : "/" + per);
                segment.found(null, Operator.PRICE_AT_MOST, Measure.plain(Numerals.read(found.group("n"))), unit, span);
            }
        }
    }

    private static void supply(Segment segment) {
        Matcher found = segment.matcher(SUPPLY);
        while (found.find()) {
            var span = new Span(found.start(), found.end());
            boolean said =
                    CAPACITY_WORD.matcher(found.group()).find() || found.group().startsWith("月产");
            if (said && segment.isFree(span) && Units.known(found.group("unit"))) {
                BigDecimal number = Numerals.read(found.group("n"));
                BigDecimal amount = found.group("wan") == null ? number : number.multiply(BigDecimal.valueOf(10_000));
                segment.found(
                        null,
                        Operator.SUPPLIES,
                        Measure.plain(amount),
                        found.group("unit") + per(found.group("per")),
                        span);
            }
        }
    }

    private static String per(String word) {
        return switch (word) {
            case "年" -> "/a";
            case "日" -> "/d";
            default -> "/mo";
        };
    }
}
