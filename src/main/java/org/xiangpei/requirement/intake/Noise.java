package org.xiangpei.requirement.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the paragraphs of a notice that ask nothing of goods: who tenders, money, dates, qualification, how bids are judged. */
final class Noise {

    private static final Pattern ORDINAL = Pattern.compile(
            "\\s*(?:第?[一二三四五六七八九十]{1,3}(?:[、.．章节]|部分)|[(（][一二三四五六七八九十\\d]{1,3}[)）]|\\d{1,2}[、)]|\\d{1,2}(?:[.．]\\d{1,2}){0,3}[、.．)）]?(?![\\dA-Za-z.]|\\s?[×x*%~℃]|\\s?(?:台|套|吨|米|公里|千|万|个月|天|日|毫米|平方))\\s?|[a-zA-Z][)）]|[#№]\\s?\\d{1,3}[.、:：]?\\s|(?i:item)\\s?\\d{1,3}\\s?[.、:：]?\\s?|[①-⑳]|[-*•·●◆■★▲]\\s?)");

    private static final String NUMBER = "(?:[一二三四五六七八九十]{1,3}|\\d{1,3}|[A-Z])";

    /** What stands before the name of a thing and says only which one it is: 第2包：, 设备一：, 标的一, 货物名称：. */
    private static final Pattern ITEM_LABEL =
            Pattern.compile("\\s*(?:(?:" + Lots.LABEL + "|(?:标的|标项|品目|子项|子目|分项|条目|品种|序号|项次|货号)" + NUMBER
                    + ")(?:\\([^()\\n]{0,40}\\))?\\s?[:：、]?|(?:设备|货物|产品|物资|材料|物料|商品)" + NUMBER
                    + "(?:\\s?[:：、]|\\s)|(?:设备|货物|产品|物资|材料|物料|商品|标的物?|采购)?(?:名称|品名)\\s?[:：])\\s*");

    private static final Pattern NAMED = Pattern.compile("\\s*(?:设备|货物|产品|物资|材料|物料|商品|标的物?|采购)?(?:名称|品名)\\s?[:：]");

    private static final Pattern LABEL = Pattern.compile("[^:：，,。；;\\n|\\t]{1,24}(?:[，,](?:包括|如下|具体)(?:如下)?)?[:：]");
    private static final Pattern WORDS = Pattern.compile(Dictionary.alternatives("noise-labels.txt"));
    private static final Pattern DELIVERY = Pattern.compile(
            "需用(?:日期|时间)|交货(?!地点)|供货|到货|到[\\u4e00-\\u9fff]{0,4}(?:工地|现场)|到校|到场|(?i:lead time|delivery)|送达|送到|送货|发货|能发|运抵|运到|到厂|交付(?!地点)|货期|交期");
    private static final Pattern CHAPTER = Pattern.compile(
            "\\s*(?:第?[一二三四五六七八九十]{1,3}(?:[、.．章节]|部分)|\\d{1,2}[、.．](?!\\d)).{0,30}|\\s*\\d{1,2}\\s{1,3}[\\u4e00-\\u9fff、]{2,14}\\s*");
    private static final Pattern GONE = Pattern.compile("拆除|拆卸|报废|利旧|(?<!热)回收|现有|原有|已有|已建");
    private static final Pattern CANCELLED = Pattern.compile(
            "取消|作废|(?:先|暂时?)?不(?:用|需|必)?要?(?:报|采购|买|订)了?(?![\\u4e00-\\u9fff])|(?:先|暂)不要|不要了|另行采购|甲供|不在(?:本次)?(?:采购)?范围");
    private static final Pattern INTRODUCTION = Pattern.compile("已具备招标条件|进行公开招标|欢迎.{0,20}(?:投标|报名|参加)|项目总投资|批准建设|项目业主");
    private static final Pattern SCOPE = Pattern.compile("范围|内容|清单|需求|技术|参数|明细");
    private static final Pattern TITLE = Pattern.compile(".{0,60}(?:公告|公示|通知书?|项目|招标文件|询价函|函|说明书?|清单|需求书?|工程|采购)\\s*");
    private static final Pattern ANNOUNCEMENT = Pattern.compile(".{4,80}(?:公告|公示|通知书?|招标文件|邀请(?:书|函)?)\\s*");
    private static final Pattern DEMANDS = Pattern.compile("具有|具备|符合|满足|必须|须|采用|支持|配备|提供|通过|取得");
    private static final Pattern CERTIFICATES = Pattern.compile("认证|证书|(?i:certificat)|许可证|注册证|检验报告|合格证");
    private static final int LONGEST_HEADING = 30;

    private Noise() {}

    /** Behind 一、, 2.1, （3） and bullets, and behind what says only which thing it is. */
    static int behindOrdinal(String text, int from, int to) {
        int at = behind(ORDINAL, text, from, to);
        return behind(ITEM_LABEL, text, at, to);
    }

    /** Whether a line says 名称： before a name: then it is one, known or not. */
    static boolean isNamed(String text, int from, int to) {
        int at = behind(ORDINAL, text, from, to);
        return NAMED.matcher(text).region(at, to).lookingAt();
    }

    /** The lot that a line begins with. */
    static Optional<String> lot(String text, int from, int to) {
        return Lots.at(text, behind(ORDINAL, text, from, to), to);
    }

    private static int behind(Pattern pattern, String text, int from, int to) {
        Matcher found = pattern.matcher(text).region(from, to);
        return found.lookingAt() ? found.end() : from;
    }

    static boolean isChapter(String text, int from, int to) {
        return to - from <= LONGEST_HEADING
                && CHAPTER.matcher(text).region(from, to).matches()
                && text.substring(from, to).indexOf('；') < 0;
    }

    static boolean isNoiseHeading(String text, int from, int to) {
        return WORDS.matcher(text).region(from, to).find()
                && !SCOPE.matcher(text).region(from, to).find();
    }

    /** 【机器人】 alone on a line: a title within the text. */
    static boolean isBracketed(String text, int from, int to) {
        return to - from <= LONGEST_HEADING
                && "【[〔「=".indexOf(text.charAt(from)) >= 0
                && "】]〕」=".indexOf(text.charAt(to - 1)) >= 0;
    }

    /** A paragraph with a label such as 最高限价：, or one that introduces the tender. */
    static boolean isNoise(String text, int from, int to) {
        int start = behindOrdinal(text, from, to);
        Matcher label = LABEL.matcher(text).region(start, to);
        if (label.lookingAt() && WORDS.matcher(text).region(start, label.end()).find()) {
            return true;
        }
        return INTRODUCTION.matcher(text).region(from, to).find();
    }

    /** 某某设备采购公告: it says what the text is, not what is asked. */
    static boolean isTitle(String text, int from, int to) {
        return TITLE.matcher(text).region(from, to).matches();
    }

    /** As {@link #isTitle}, of an announcement: what its title names is asked for further down. */
    static boolean isTitleOfAnnouncement(String text, int from, int to) {
        return ANNOUNCEMENT.matcher(text).region(from, to).matches();
    }

    static boolean isAboutDelivery(String text, int from, int to) {
        return DELIVERY.matcher(text).region(from, to).find();
    }

    /** A sentence that asks for certificates. */
    static boolean isAboutCertificates(String text, int from, int to) {
        return CERTIFICATES.matcher(text).region(from, to).find();
    }

    /** 5. 具有医疗器械注册证: numbered like a chapter, and a clause. */
    static boolean isDemand(String text, int from, int to) {
        return DEMANDS.matcher(text).region(from, to).find();
    }

    /** What was asked for once and is no more: 汇流箱4台取消. */
    static boolean isCancelled(String text, int from, int to) {
        return CANCELLED.matcher(text).region(from, to).find();
    }

    /** What is to be taken away, or is there already, is not asked for. */
    static boolean isGone(String text, int from, int to) {
        return GONE.matcher(text).region(from, to).find();
    }
}
