package org.xiangpei.requirement.intake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the name of what an amount counts, before it or behind it. */
final class ItemNames {

    private static final String MARKS = "<>，,；;。、\n:：|\t！!？?";
    private static final int LONGEST = 60;

    /** Up to and with the last of these, words before a name say only that it is wanted. */
    private static final Pattern WANTED = Pattern.compile(
            "^.*(?:采购|购置|购买|订购|求购|选用|新装|新增|新建|更换|加装|供应|需要|需求|急需|现需|包括|包含|含有|拟购|配置|采用|想买|想要|想订|寻找|寻求|询价|询|计划买|找|买|另购|购|订|要|需|共|为|通过|安装|由|利用|以(?!太|上|下|内|及)|和|以及|及|与)");

    private static final Pattern ARTICLE = Pattern.compile(
            "^(?:想问一下|请问|问一下|那个|这个|那种|[一二三四五六]是|首先|其次|然后|对了|就是|其中|另外|配套?(?!电)|另配|还有|再(?!生)|另|以及|及|和|与|并(?!网|联)|或|的|了|本次|我们|我司|我厂|我院|厂里|公司|单位|一批|该|主要|设备|以下|如下|约|共|各|总计|合计|大概)+");
    private static final Pattern BEHIND_NAME = Pattern.compile("(?:共计|合计|总计|各|共|约|数量|需|要|大概|一共|每|不少于|至少)+$");

    /** What stands before the next thing: 12面低压柜和2台断路器. */
    private static final Pattern JOINED = Pattern.compile("(?:以及|和|及|与|、|还有|另外?|再)\\s*$");

    /** Where the name of what was counted before it ends, and the sentence goes on: 3台冷水机组为主的系统, 2台计量箱的形式接入…. */
    private static final Pattern BEHIND_COUNTED = Pattern.compile("为主|作为|(?:的|等)(?:形式|方式)|接入|(?<!合|总)组成|构成");

    private static final Pattern COUNTER = Pattern.compile(
            "^(?:采购|购置|拟购|拟采购|购买|需求|需要|需用|所需|订货|订购|供货|配置|使用|总|计划)?(?:数量|台数|套数|件数|数|总数|数目|总量|用量|购量)(?:约|大约|共|共计|为|合计)?(?:\\([^()]{0,6}\\))?$|^(?i:qty|quantity)[.]?$");
    /** Words that only say that something is counted, and for whom or when: 本批, 拟购, 全厂共, 今年暂定. */
    static final String COUNTING =
            "(?:我们|我|本|此|该|首|当|今|全|整|总|各|每)?(?:批次?|次|期|年度?|月|周|季度?|单|院|厂|校|司|处|部门|项目部?|标段|工程|站)?(?:大概|大约|约|共计?|合计|总共|总计|一共|统共|总|拟|计划|预计|最终|最后|确定|改为|暂?定|先|来|拿|铺|给|需要?|所需|需求|要|用|订|购|采购|购置|购买|订购|订货|招标|数量|用量|为|[:：\\s])*";

    /** 路缘石 1000×300×150 的 names what nobody knows, and a size. */
    private static final Pattern NAME_AND_SIZE = Pattern.compile(
            "(?<name>[\\u4e00-\\u9fff]{2,12})\\s+[\\dΦφØA-Z][\\dA-Za-z.×xX*/ΦφØ-]*(?:mm|MM)?\\s?(?:的|型|规格)?");

    private static final Pattern WORD = Pattern.compile("[\\u4e00-\\u9fffA-Za-z-]{2,16}");
    private static final Pattern OF = Pattern.compile("[^，,。；;()、]{0,40}\\d[^，,。；;()、]{0,12}的");
    private static final String A_SIZE = "[A-Za-zΦφØ]{0,3}\\s?\\d[\\d.×xX*/-]*(?:mm|MM|平方)?";
    private static final Pattern ONE_SIZE = Pattern.compile(A_SIZE);
    private static final Pattern OTHER_SIZES = Pattern.compile("(?:" + A_SIZE + "\\s?[、和及]\\s?)+$");
    private static final Pattern SIZE = Pattern.compile("\\s[\\dA-Za-z]");
    private static final Pattern ONLY_COUNTING = Pattern.compile(COUNTING);

    private static final Pattern NO_NAME = Pattern.compile(
            "[≥≤><]|元$|超过|不[低小少大高]于|至少|^(?:就行|就好|就够|即可|左右|够了)|^(?:每|附|随机|随|带|含|备用|第|其中每)|数量$|人员|工程师|售后|技术人员|保安|专家|标段|项目负责|业绩|证书|复印件|原件|文件|份|合同$|质保|年限|车位|楼|层|栋|面积|长度|高度|宽度|深度|距离|容积|间距|总长|直径|的$|^(?:[一二三四]期)?(?:再|另|又)?(?:增加?|追加|补充|预留)$");

    /** A name with where it stands. */
    record Name(Span span, Optional<TradeWords.Named> category) {}

    private final Written written;
    private final TradeWords words;

    ItemNames(Written written, TradeWords words) {
        this.written = written;
        this.words = words;
    }

    /** The words before an amount where they are a label such as 数量. */
    Optional<Span> counter(int floor, int amountStart) {
        int end = amountStart;
        while (end > floor && ":： \t|".indexOf(written.text().charAt(end - 1)) >= 0) {
            end--;
        }
        int from = start(floor, end);
        int start = from + written.text().substring(from, end).lastIndexOf("- ") + 1;
        Span label = written.trimmed(Math.max(floor, start), end);
        return isCounter(written.text().substring(label.start(), label.end())) ? Optional.of(label) : Optional.empty();
    }

    static boolean isCounter(String text) {
        return COUNTER.matcher(text.strip()).matches();
    }

    /** @param inList whether the paragraph is numbered: then what is measured out (焊条 500公斤) may be a thing that nobody knows */
    Optional<Name> of(Amounts.Amount amount, int floor, int limit, boolean inList) {
        return before(amount, floor, inList && endsClause(amount, limit)).or(() -> after(amount, limit));
    }

    private boolean endsClause(Amounts.Amount amount, int limit) {
        int end = amount.span().end();
        return end >= limit || MARKS.indexOf(written.text().charAt(end)) >= 0;
    }

    /** 玻璃钢内装件，30套: what stands between the marks before an amount that stands alone. */
    Optional<Name> before(Amounts.Amount amount, int floor) {
        int end = start(floor, amount.span().start()) - 1;
        if (end <= floor || ",，".indexOf(written.text().charAt(end)) < 0) {
            return Optional.empty();
        }
        Span span = stripped(start(floor, end), end);
        String text = written.text().substring(span.start(), span.end());
        boolean word = WORD.matcher(text).matches() && !words.isProperty(text) && !isCounter(text);
        return word ? plausible(span, amount, false) : Optional.empty();
    }

    /**
     * Where the words begin that say what the thing is like before it is named: 风量8000m³/h、机外余压300Pa的新风机组. They are parted by 、 from one
     * another, and 的 ends the last.
     */
    int saidBefore(Name name, int floor) {
        int start = name.span().start();
        boolean attributed = OF.matcher(written.text())
                .region(start, Math.max(start, name.span().end()))
                .lookingAt();
        while (attributed && start > floor && written.text().charAt(start - 1) == '、') {
            start = stripped(start(floor, start - 1), start - 1).start();
        }
        return start;
    }

    /** The sizes before a name of which so many each are wanted: DN80、DN100蝶阀各20只; but for the last, which is part of the name. */
    List<Span> otherSizes(Name name, Amounts.Amount amount, int floor) {
        boolean each =
                amount.span().start() > 0 && written.text().charAt(amount.span().start() - 1) == '各';
        Matcher sizes =
                OTHER_SIZES.matcher(written.text()).region(floor, name.span().start());
        if (!each || !sizes.find()) {
            return List.of();
        }
        return ONE_SIZE.matcher(written.text())
                .region(sizes.start(), sizes.end())
                .results()
                .map(it -> new Span(it.start(), it.end()))
                .toList();
    }

    /** What a numbered paragraph begins with, where a label behind it says how many: Item 3 罗茨鼓风机 (roots blower) … qty: 4 pcs. */
    Optional<Name> leading(int from, int floor, int limit) {
        int start = Noise.behindOrdinal(written.text(), from, limit);
        if (start == from || floor > start) {
            return Optional.empty();
        }
        int end = end(start, limit);
        int bracket = written.text().indexOf('(', start, Math.max(start, end));
        Matcher size = SIZE.matcher(written.text()).region(start, bracket > start && bracket < end ? bracket : end);
        Span span = written.trimmed(start, size.find() ? size.start() : size.regionEnd());
        String text = written.text().substring(span.start(), span.end());
        boolean named = text.chars().filter(c -> isLetter((char) c)).count() >= 2
                && text.length() <= LONGEST / 2
                && !isCounter(text)
                && !words.isProperty(text);
        return named
                ? beforeSizes(span)
                        .or(() ->
                                Optional.of(new Name(span, words.category(written.upper(), span.start(), span.end()))))
                : Optional.empty();
    }

    private Optional<Name> before(Amounts.Amount amount, int floor, boolean inList) {
        int end = amount.span().start();
        int start = start(floor, end);
        Span inner = written.trimmed(start, end);
        if (inner.length() == 0 && start > floor && written.text().charAt(start - 1) == '(') {
            end = start - 1;
            start = start(floor, end);
        }
        return plausible(stripped(start, end), amount, inList);
    }

    private Optional<Name> after(Amounts.Amount amount, int limit) {
        int from = amount.span().end();
        int next = Amounts.in(written.text(), from, end(from, limit))
                .filter(it -> !it.measured() && !it.loose())
                .mapToInt(it -> it.span().start())
                .findFirst()
                .orElse(end(from, limit));
        Matcher goesOn = BEHIND_COUNTED.matcher(written.text()).region(from, next);
        int last = goesOn.find() ? goesOn.start() : goesOn.regionEnd();
        Matcher joined = JOINED.matcher(written.text()).region(from, last);
        int to = joined.find() ? joined.start() : last;
        return beforeSizes(written.trimmed(from, to)).or(() -> plausible(stripped(from, to), amount, false));
    }

    private Optional<Name> plausible(Span span, Amounts.Amount amount, boolean inList) {
        String text = written.text().substring(span.start(), span.end());
        if (text.length() < 2 || text.length() > LONGEST || text.chars().noneMatch(c -> isLetter((char) c))) {
            return Optional.empty();
        }
        Optional<TradeWords.Named> category = words.category(written.upper(), span.start(), span.end());
        if (category.isEmpty()) {
            Optional<Name> sized = beforeSizes(span);
            if (sized.isPresent()) {
                return sized;
            }
        }
        Matcher sized = NAME_AND_SIZE.matcher(text);
        if (category.isEmpty() && !amount.measured() && sized.matches()) {
            return plausible(new Span(span.start(), span.start() + sized.end("name")), amount, inList);
        }
        boolean sure = category.isPresent();
        boolean possible = !amount.loose()
                && (!amount.measured() || (inList && !words.isProperty(firstWord(text))))
                && !NO_NAME.matcher(text).find()
                && !ONLY_COUNTING.matcher(text).matches()
                && !words.isProperty(leadingWord(text))
                && text.chars().filter(c -> CategoryWords.isHan((char) c)).count() >= 2
                && text.length() <= LONGEST / 2;
        return sure || possible ? Optional.of(new Name(span, category)) : Optional.empty();
    }

    /** 法兰闸阀DN200 PN16 球墨铸铁的: the name ends at a blank, and what follows is said of it. */
    private Optional<Name> beforeSizes(Span span) {
        for (int at = span.start(); at < span.end(); at++) {
            if (written.text().charAt(at) == ' ') {
                Span first = new Span(span.start(), at);
                Optional<TradeWords.Named> category = words.category(written.upper(), first.start(), first.end());
                if (category.isPresent()) {
                    return Optional.of(new Name(first, category));
                }
            }
        }
        return Optional.empty();
    }

    private static String leadingWord(String text) {
        int end = 0;
        while (end < text.length() && CategoryWords.isHan(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    private static String firstWord(String text) {
        int blank = text.indexOf(' ');
        return blank < 0 ? text : text.substring(0, blank);
    }

    /** A name without an amount: it must be of a category. 绝缘子要求 and 治疗仪采购参数 name one too, though 要 and 采购 mostly stand before a name. */
    Optional<Name> alone(int from, int to) {
        Span whole = written.trimmed(Noise.behindOrdinal(written.text(), from, to), to);
        return alone(stripped(from, to)).or(() -> alone(whole));
    }

    private Optional<Name> alone(Span span) {
        return span.length() < 2
                ? Optional.empty()
                : words.category(written.upper(), span.start(), span.end())
                        .map(category -> new Name(
                                new Span(span.start(), Math.max(category.span().end(), span.start() + 1)),
                                Optional.of(category)));
    }

    /** A name as people would write it in a table. */
    String text(Span span) {
        return written.said(span).strip();
    }

    int start(int floor, int end) {
        int depth = 0;
        int start = end;
        while (start > floor && end - start < LONGEST) {
            char c = written.text().charAt(start - 1);
            depth += c == ')' ? 1 : c == '(' ? -1 : 0;
            if (depth < 0 || (depth == 0 && MARKS.indexOf(c) >= 0)) {
                break;
            }
            start--;
        }
        return start;
    }

    int end(int from, int limit) {
        int depth = 0;
        int end = from;
        while (end < limit && end - from < LONGEST) {
            char c = written.text().charAt(end);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0 || (depth == 0 && MARKS.indexOf(c) >= 0)) {
                break;
            }
            end++;
        }
        return end;
    }

    private Span stripped(int from, int to) {
        Span span = written.trimmed(from, to);
        int start = Noise.behindOrdinal(written.text(), span.start(), span.end());
        Matcher tail = BEHIND_NAME.matcher(written.text()).region(start, span.end());
        int end = tail.find() ? tail.start() : span.end();
        int bracket = written.text().indexOf('(', start, Math.max(start, end));
        int within = bracket > start && bracket < end ? bracket : end;
        start += behind(WANTED, start, within);
        start += behind(ARTICLE, start, within);
        return written.trimmed(start, end);
    }

    private int behind(Pattern pattern, int from, int to) {
        Matcher found = pattern.matcher(written.text()).region(from, to);
        return found.find() ? found.end() - from : 0;
    }

    private static boolean isLetter(char c) {
        return CategoryWords.isHan(c) || CategoryWords.isLatin(c);
    }
}
