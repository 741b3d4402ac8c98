package org.xiangpei.requirement.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Reads a text to requirement lines (ADR 0100). It never fails: what it does not understand, it says. */
public final class TextReader {

    private static final Pattern ALL_OF_THEM = Pattern.compile(
            "以上(?:货物|设备|产品|各项|物资|全部|均|需|应|须|要)|上述|全部|所有|均(?:须|应|要|需|在|为|按)|统一|各设备|(?:投标|所投|所供|采购|供货)(?:产品|设备|货物|物资)(?:须|应|均|需|必须|要)");
    private static final Pattern ASKS = Pattern.compile("有没有|求购|采购|购买|购置|订购|需要|想买|想要|急需|寻找|现需|询价|要买|加装|更换|需|要|买|找");
    private static final Pattern ALONE = Pattern.compile("\\s*" + ItemNames.COUNTING + "\\s*");
    /** What people add to an amount: 一套就行, 八百米左右. */
    private static final Pattern ENOUGH = Pattern.compile("(?:左右|上下|的?样子|就?够了?|就行|就好|即可|吧|呢|哈|啊)+");

    private static final Pattern OF_ALL = Pattern.compile("(?:货物?|产品|设备|物资)?(?:均|都|皆)");
    private static final Pattern SIZES = Pattern.compile("(?=.*\\d)[A-Za-zΦφØ][A-Za-z0-9ΦφØ.×*/+\\s-]{1,30}");
    private static final Pattern SUBJECT = Pattern.compile("(?:其中)?(?<name>[^:，,。；;]{2,20}):");
    private static final Pattern TITLE_END = Pattern.compile("(?:采购|招标|技术|参数表?|要求|需求|规格书?|规范|清单|明细|[^\\p{L}\\p{N}])*");
    private static final Pattern TOTAL = Pattern.compile("(?:合计|共计|总计|总共)(?:为)?\\s?$");
    private static final Pattern ALIKE =
            Pattern.compile("(?:其余|其他|其它)?(?:技术)?(?:要求|参数|指标|规格)?(?:均)?(?:同上|同前|与上(?:项|款)?相同)");
    private static final Pattern GROUP =
            Pattern.compile("\\s*(?<group>[\\u4e00-\\u9fffA-Z]{1,6}?)(?:具|类|设备|产品)?(?:均|都)?(?:必须|须|应当?|需要?|要)");
    private static final Pattern BETWEEN_MARKS = Pattern.compile("[，,、\\s]*");
    private static final Pattern PRICE_ASKED = Pattern.compile("(?:什么价格?|多少钱|怎么卖|怎么样|有吗|有没有|做吗|做不做|报个价|价格|也?要)+$");
    private static final int LONGEST_HEADING = 24;
    private static final int LONGEST_NAMED = 48;
    private static final int LONGEST_SENTENCE = 300;
    private static final int MOST_COMMON = 20;

    private final Written written;
    private final TradeWords words;
    private final ItemNames names;
    private final List<Item> items = new ArrayList<>();
    private final List<Span> common = new ArrayList<>();
    private final List<Span> deliveries = new ArrayList<>();
    private final List<Span> loose = new ArrayList<>();
    private @Nullable Item current;
    private @Nullable Columns columns;
    private boolean skipping;
    private boolean delivering;
    private @Nullable String lot;
    private @Nullable LooseTable loosely;
    private @Nullable Fields fields;
    private Ordinal ordinal = Ordinal.NONE;
    private Ordinal ordinalOfCurrent = Ordinal.NONE;
    private Ordinal ordinalOfNoise = Ordinal.NONE;
    private boolean afterCommon;
    /** How many rows or paragraphs in succession were a line each. */
    private int listed;
    /** How many lines there were before this paragraph. */
    private int begunBefore;

    private TextReader(String text, TradeWords words) {
        this.written = new Written(text);
        this.words = words;
        this.names = new ItemNames(written, words);
    }

    public static ReadText read(String text, TradeWords words) {
        return new TextReader(text, words).read();
    }

    private ReadText read() {
        new StackedCells(written).joined(new Rows(written).read()).forEach(this::row);
        return new Outcome(written, words, items, common, deliveries, loose).read();
    }

    private void row(Rows.Row row) {
        int begun = items.size();
        ordinal = Ordinal.of(written.text(), row.span().start(), row.span().end());
        Optional<Columns> headings = row.isTable() ? Columns.of(written, row.cells()) : Optional.empty();
        if (headings.isPresent()) {
            columns = headings.get();
            skipping = false;
        } else if (columns != null && isOfTable(row, columns)) {
            tableRow(row, columns);
        } else if (!isOfLooseTable(row) && !isOfFields(row)) {
            columns = row.isTable() ? columns : null;
            paragraph(row);
        }
        boolean line = items.size() > begun
                && items.subList(begun, items.size()).stream().allMatch(it -> it.quantity() != null);
        listed = line ? listed + 1 : 0;
        afterCommon = items.size() == begun && isCommon(row.span().start());
    }

    private boolean isOfLooseTable(Rows.Row row) {
        LooseTable open = loosely;
        Optional<Rows.Row> cells = open == null ? Optional.empty() : open.row(row.span());
        if (open != null && cells.isPresent()) {
            tableRow(cells.get(), open.columns());
            return true;
        }
        loosely =
                row.isTable() ? null : LooseTable.headedBy(written, row.span()).orElse(null);
        skipping = skipping && loosely == null;
        return loosely != null;
    }

    private boolean isOfFields(Rows.Row row) {
        Fields open = fields;
        if (open != null && open.read(row)) {
            return true;
        }
        fields = Fields.begunBy(written, row, new TableRow(written, words, names))
                .orElse(null);
        if (fields != null) {
            fields.items().forEach(this::add);
            skipping = false;
        }
        return fields != null;
    }

    private static boolean isOfTable(Rows.Row row, Columns columns) {
        return row.isTable() && row.cells().size() * 2 >= columns.size();
    }

    private void tableRow(Rows.Row row, Columns of) {
        List<Item> read = new TableRow(written, words, names).read(row, of);
        read.forEach(this::add);
        if (read.isEmpty() && current != null) {
            current.addClauses(row.span());
        }
    }

    private void paragraph(Rows.Row row) {
        int from = row.span().start();
        int to = row.span().end();
        lot = Noise.lot(written.text(), from, to).orElse(lot);
        if (Noise.isChapter(written.text(), from, to) && !heading(from, to)) {
            delivering = Noise.isAboutDelivery(written.text(), from, to);
            if (!skipping || !ordinal.isBelow(ordinalOfNoise)) {
                skipping = !delivering && Noise.isNoiseHeading(written.text(), from, to);
                ordinalOfNoise = ordinal;
            }
            current = skipping ? null : current;
            int behind = Noise.behindOrdinal(written.text(), from, to);
            boolean titleOnly = written.text().substring(behind, to).chars().noneMatch(Character::isDigit)
                    && (current == null || !Noise.isDemand(written.text(), behind, to));
            if (titleOnly && items.size() > 1 && ordinal.isBeside(ordinalOfCurrent)) {
                current = null;
            }
            if (titleOnly || skipping) {
                return;
            }
        }
        if (skipping || isNoise(from, to)) {
            if (FieldClauses.saysDelivery(written, row.span()) && deliveries.size() < MOST_COMMON) {
                deliveries.add(row.span());
            }
            return;
        }
        boolean title = items.isEmpty() && Noise.isTitleOfAnnouncement(written.text(), from, to);
        if (title || Noise.isBracketed(written.text(), from, to) || isCount(from, to)) {
            return;
        }
        if (row.isTable()
                && new TableRow(written, words, names).read(row).map(this::add).isPresent()) {
            return;
        }
        prose(from, to);
    }

    /** 数量(套): 6 on a line of its own counts the line that is open. */
    private boolean isCount(int from, int to) {
        Item open = current;
        int start = Noise.behindOrdinal(written.text(), from, to);
        int colon = written.text().indexOf(':', start, Math.max(start, to));
        if (open == null || colon < 0 || colon >= to) {
            return false;
        }
        String label = written.text().substring(start, colon);
        String value = written.text().substring(colon + 1, to).strip();
        if ("".equals(open.unit())
                && Columns.roleOf(label).equals(Optional.of(Columns.Role.UNIT))
                && Amounts.isUnit(value)) {
            open.countedIn(value);
            return true;
        }
        if (open.quantity() != null) {
            return false;
        }
        Optional<RowReader.Counted> counted = Columns.roleOf(label).equals(Optional.of(Columns.Role.QUANTITY))
                ? Fields.count(value, Columns.counted(label).orElse(""))
                : Optional.empty();
        counted.ifPresent(it -> open.counted(it.number(), it.unit()));
        return counted.isPresent();
    }

    private boolean isNoise(int from, int to) {
        boolean noise = Noise.isNoise(written.text(), from, to);
        return noise
                && !(Noise.isAboutDelivery(written.text(), from, to)
                        && !written.text().substring(from, to).contains("地点"));
    }

    private Item add(Item item) {
        item.letIn(lot);
        if (ordinal.number() != null) {
            item.numbered(ordinal.number());
        }
        items.add(item);
        current = item;
        ordinalOfCurrent = ordinal;
        return item;
    }

    /** A heading that names a category begins the line, or goes on with the one that it names. */
    private boolean heading(int from, int to) {
        int start = Noise.behindOrdinal(written.text(), from, to);
        int end = names.end(start, to);
        return end - start <= LONGEST_HEADING && names.alone(start, end).isPresent();
    }

    private void prose(int from, int to) {
        int begun = items.size();
        begunBefore = begun;
        int at = headed(from, to);
        for (Amounts.Amount amount : Amounts.in(written.text(), at, to).toList()) {
            if (amount.span().start() >= at) {
                at = amount(amount, from, at, to);
            }
        }
        boolean endsList = listed > 1 && (!ordinal.isThere() || ordinal.isBeside(ordinalOfCurrent));
        if (items.size() == begun && endsList) {
            current = null;
        }
        rest(from, at, to, begun);
    }

    /** @return behind what is read */
    private int headed(int from, int to) {
        int start = Noise.behindOrdinal(written.text(), from, to);
        int end = withoutCount(start, names.end(start, to));
        boolean titled = end - start <= LONGEST_NAMED && isHeading(start, end);
        Optional<ItemNames.Name> name = (titled ? names.alone(start, end) : Optional.<ItemNames.Name>empty())
                .or(() -> titled ? firstWord(from, start, end) : Optional.empty())
                .or(() -> asked(from, to));
        if (name.isEmpty() && titled && Noise.isNamed(written.text(), from, to)) {
            Span said = written.trimmed(start, end);
            begin(new ItemNames.Name(said, Optional.empty()), said, null);
            return said.end();
        }
        if (name.isEmpty() || !hasNoAmount(name.get().span())) {
            return written.isChat(from, to) ? bare(from, to) : from;
        }
        String category = name.get().category().map(TradeWords.Named::code).orElse(null);
        Optional<Item> same = (titled ? known(category, name.get()) : Optional.<Item>empty())
                .filter(it -> it.quantity() == null
                        || !isCountedAgain(name.get().span().end(), to));
        if (same.isPresent()) {
            current = same.get();
        } else {
            begin(name.get(), name.get().span(), null);
        }
        return name.get().span().end();
    }

    /** 1 螺杆式冷水机组 制冷量1200kW: the first word of a numbered paragraph, where that is known. */
    private Optional<ItemNames.Name> firstWord(int from, int start, int end) {
        int blank = written.text().indexOf(' ', start, Math.max(start, end));
        return !ordinal.isThere() || start == from || blank < 0 || blank >= end
                ? Optional.empty()
                : names.alone(start, blank);
    }

    /** Before a bracket that counts: 弧焊机器人(数量：8台). */
    private int withoutCount(int start, int end) {
        int bracket = written.text().indexOf('(', start, Math.max(start, end));
        return bracket > start
                        && Amounts.in(written.text(), bracket, end).findAny().isPresent()
                ? bracket
                : end;
    }

    /**
     * The name of a category that stands for itself between two marks of a chat line.
     *
     * @return behind it
     */
    private int bare(int from, int to) {
        for (int start = from; start < to; start = names.end(start, to) + 1) {
            int end = names.end(start, to);
            int blank = written.text().indexOf(' ', start);
            Optional<ItemNames.Name> name = bareName(start, end);
            if (name.isEmpty() && blank > start && blank < end) {
                name = bareName(start, blank);
            }
            if (name.isPresent()) {
                begin(name.get(), name.get().span(), null);
                return name.get().span().end();
            }
        }
        return from;
    }

    private Optional<ItemNames.Name> bareName(int start, int end) {
        Matcher asked = PRICE_ASKED.matcher(written.text()).region(start, end);
        int last = asked.find() ? asked.start() : end;
        return hasNoAmount(new Span(start, end)) ? names.alone(start, last) : Optional.empty();
    }

    private boolean isHeading(int start, int end) {
        return start < end && Amounts.in(written.text(), start, end).findAny().isEmpty();
    }

    /** The line that a heading goes on with: one of its category that it does not tell from by another name (叉取AGV is no 背负型AGV). */
    private Optional<Item> known(@Nullable String category, ItemNames.Name name) {
        String said = names.text(name.span());
        boolean general = name.category()
                .filter(it -> it.span().length() == said.length())
                .isPresent();
        List<Item> ofCategory = items.reversed().stream()
                .limit(MOST_COMMON)
                .filter(item -> category != null && category.equals(item.category()))
                .toList();
        return ofCategory.stream()
                .filter(item -> item.name().contains(said) || said.contains(item.name()))
                .findFirst()
                .or(() -> general ? ofCategory.stream().findFirst() : Optional.empty());
    }

    /** 还要闸阀，DN200，10只: what has an amount of its own is another line. */
    private boolean isCountedAgain(int from, int to) {
        return Amounts.in(written.text(), from, to)
                .anyMatch(it -> !it.measured() && !it.loose() && standsAlone(it, from, to));
    }

    /** 求购无缝钢管: a verb and the name of a category, without an amount. */
    private Optional<ItemNames.Name> asked(int from, int to) {
        Matcher asks = ASKS.matcher(written.text()).region(from, Math.min(to, from + LONGEST_HEADING));
        if (!asks.find() || (current != null && current.quantity() == null)) {
            return Optional.empty();
        }
        int end = names.end(asks.end(), to);
        boolean counted = Amounts.in(written.text(), from, Math.min(to, end + LONGEST_HEADING))
                .anyMatch(amount -> names.of(amount, from, to, false).isPresent());
        return counted ? Optional.empty() : names.alone(asks.end(), end);
    }

    private boolean hasNoAmount(Span span) {
        return Amounts.in(written.text(), span.start(), span.end()).findAny().isEmpty();
    }

    private int amount(Amounts.Amount amount, int from, int at, int to) {
        int sentence = sentenceStart(from, amount.span().start());
        if (Noise.isGone(written.text(), sentence, amount.span().start())
                || Noise.isCancelled(
                        written.text(),
                        amount.span().end(),
                        clauseEnd(amount.span().end(), to))) {
            return amount.span().end();
        }
        Optional<Span> counter = names.counter(at, amount.span().start());
        Item open = current;
        if (counter.isPresent() && items.size() == begunBefore) {
            Optional<ItemNames.Name> leading =
                    names.leading(from, at, counter.get().start());
            if (leading.isPresent()) {
                begin(leading.get(), leading.get().span(), amount);
                Objects.requireNonNull(current).addClauses(between(leading.get().span(), counter.get()));
                return amount.span().end();
            }
        }
        if (counter.isPresent() && open != null) {
            open.addClauses(new Span(at, counter.get().start()));
            if (open.quantity() == null) {
                open.counted(amount.number(), amount.unit());
            }
            return amount.span().end();
        }
        if (open != null && isTotalOf(open, amount, from)) {
            open.counted(amount.number(), amount.unit());
            return amount.span().end();
        }
        if (open != null && isCountOf(open, amount, at, to)) {
            open.counted(amount.number(), amount.unit());
            return amount.span().end();
        }
        Optional<ItemNames.Name> counted = isOfThemAll(amount, to)
                ? Optional.empty()
                : names.of(amount, at, to, ordinal.isThere() && items.size() == begunBefore);
        Optional<ItemNames.Name> name = counted.isEmpty()
                        && standsAlone(amount, at, to)
                        && !isOfThemAll(amount, to)
                        && (open == null || open.quantity() != null)
                ? names.before(amount, at)
                : counted;
        if (name.isEmpty()) {
            if (open != null && isOfThemAll(amount, to)) {
                return at;
            }
            Optional<Span> sizes = open == null ? Optional.empty() : sizes(amount, at);
            if (open != null && sizes.isPresent()) {
                sized(open, sizes.get(), amount);
                return amount.span().end();
            }
            boolean own = open != null
                    && open.quantity() == null
                    && !amount.loose()
                    && (standsAlone(amount, at, to) || endsChat(open, amount, from, to));
            if (own && open != null) {
                closeAt(at, amount.span().start());
                open.counted(amount.number(), amount.unit());
                return amount.span().end();
            }
            return at;
        }
        Span whole = new Span(
                Math.min(name.get().span().start(), amount.span().start()),
                Math.max(name.get().span().end(), amount.span().end()));
        int said = names.saidBefore(name.get(), at);
        closeAt(at, said);
        begin(name.get(), whole, amount);
        if (said < whole.start()) {
            Objects.requireNonNull(current).addClauses(new Span(said, whole.start()));
        }
        Item first = Objects.requireNonNull(current);
        for (Span size : names.otherSizes(name.get(), amount, from)) {
            Item other = add(new Item(first.name(), size, first.category(), false));
            other.counted(amount.number(), amount.unit());
            name.get().category().ifPresent(it -> other.addClauses(it.span()));
            other.addClauses(size);
            first.shares(other);
        }
        current = first;
        int behind = name.get().span().end();
        int until = amount.span().start();
        if (current != null && behind < until) {
            current.addClauses(new Span(behind, until));
        }
        return whole.end();
    }

    /** 一期12台、二期再增8台，合计20台: the sum is what is wanted. */
    private boolean isTotalOf(Item open, Amounts.Amount amount, int from) {
        String before = written.text()
                .substring(
                        Math.max(from, amount.span().start() - 4), amount.span().start());
        return amount.unit().equals(open.unit()) && TOTAL.matcher(before).find();
    }

    /** 箱变，一台，500kVA: right behind the name, and between two marks. */
    private boolean isCountOf(Item open, Amounts.Amount amount, int at, int to) {
        String between = written.text()
                .substring(Math.min(at, amount.span().start()), amount.span().start());
        return open.quantity() == null
                && open.span().end() == at
                && BETWEEN_MARKS.matcher(between).matches()
                && standsAlone(amount, at, to);
    }

    /** 两件货均要…: that is said of what was named before. */
    private boolean isOfThemAll(Amounts.Amount amount, int to) {
        int end = Math.min(amount.span().end(), to);
        return OF_ALL.matcher(written.text()).region(end, to).lookingAt();
    }

    /** Sizes alone before an amount: DN500 SN8 3200米, under a name that stands before all of them. */
    private Optional<Span> sizes(Amounts.Amount amount, int at) {
        int start = names.start(at, amount.span().start());
        Span span = written.trimmed(start, amount.span().start());
        return SIZES.matcher(written.text()).region(span.start(), span.end()).matches()
                ? Optional.of(span)
                : Optional.empty();
    }

    /** The open line gets its amount; behind it, another size is another line of the same name. */
    private void sized(Item open, Span sizes, Amounts.Amount amount) {
        Item of = open;
        if (open.quantity() != null) {
            of = add(open.again(new Span(sizes.start(), amount.span().end())));
        }
        of.counted(amount.number(), amount.unit());
        of.addClauses(sizes);
    }

    /** 法兰闸阀DN200，球墨铸铁的 10个: the amount ends the line of a chat that began with the name. */
    private boolean endsChat(Item open, Amounts.Amount amount, int from, int to) {
        return !amount.measured()
                && open.span().start() >= from
                && isLast(amount, from, to)
                && (written.isChat(from, to)
                        || (ordinal.isThere()
                                && Character.isWhitespace(
                                        written.text().charAt(amount.span().start() - 1))));
    }

    private static Span between(Span one, Span other) {
        int start = one.end();
        int end = other.start();
        return new Span(start, end);
    }

    private boolean isLast(Amounts.Amount amount, int from, int to) {
        int end = written.trimmed(from, to).end();
        return amount.span().end() == end
                || (amount.span().end() == end - 1
                        && "。；;，,".indexOf(written.text().charAt(end - 1)) >= 0);
    }

    /** An amount between two marks, with nothing but 约 or 共 before it. */
    private boolean standsAlone(Amounts.Amount amount, int at, int to) {
        int start = names.start(at, amount.span().start());
        String before = written.text().substring(start, amount.span().start());
        Matcher enough =
                ENOUGH.matcher(written.text()).region(Math.min(amount.span().end(), to), to);
        int end = enough.lookingAt() ? enough.end() : amount.span().end();
        boolean ends = end == to || "，,；;。、\n|\t ()".indexOf(written.text().charAt(end)) >= 0;
        return ends && ALONE.matcher(before).matches();
    }

    /** What stands before the next item still belongs to the one before. */
    private void closeAt(int at, int start) {
        boolean said = !TITLE_END
                .matcher(written.text().substring(Math.min(at, start), start))
                .matches();
        if (current != null && said && at >= current.span().end()) {
            current.addClauses(new Span(at, start));
        }
    }

    /** Up to the next mark. */
    private int clauseEnd(int from, int to) {
        return names.end(from, to);
    }

    private int sentenceStart(int from, int at) {
        int start = at;
        while (start > from
                && at - start < LONGEST_SENTENCE
                && "。；;\n".indexOf(written.text().charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }

    private void begin(ItemNames.Name name, Span whole, Amounts.@Nullable Amount amount) {
        String category = name.category().map(TradeWords.Named::code).orElse(null);
        var item = new Item(withoutBracket(names.text(name.span())), whole, category, false);
        if (amount != null) {
            item.counted(amount.number(), amount.unit());
        }
        if (category != null) {
            item.addClauses(name.span());
        }
        replaceOpenOf(category, amount);
        add(item);
    }

    /** What stands in brackets behind a name is said of the thing, and is read as that. */
    private static String withoutBracket(String name) {
        int bracket = Math.max(name.indexOf('('), name.indexOf('（'));
        return bracket > 1 ? name.substring(0, bracket).strip() : name;
    }

    /** A heading of the same category that had no amount and no clause was only the title of this line. */
    private void replaceOpenOf(@Nullable String category, Amounts.@Nullable Amount amount) {
        if (amount != null
                && current != null
                && current.quantity() == null
                && category != null
                && category.equals(current.category())
                && current.clauses().size() == 1) {
            items.remove(current);
        }
    }

    /** What follows the last item of a paragraph, sentence by sentence. */
    private void rest(int from, int at, int to, int begun) {
        int start = Math.max(from, at);
        for (int end = start; end <= to; end++) {
            if (end == to || "。；;".indexOf(written.text().charAt(end)) >= 0) {
                sentence(from, new Span(start, end), begun);
                start = end + 1;
            }
        }
    }

    /** The line that a sentence names again: 绝缘子要求：额定电压110kV. */
    private Optional<Item> subject(Span sentence) {
        Matcher label = SUBJECT.matcher(written.text()).region(sentence.start(), sentence.end());
        if (!label.lookingAt()) {
            return Optional.empty();
        }
        Optional<String> category = names.alone(label.start("name"), label.end("name"))
                .flatMap(ItemNames.Name::category)
                .map(TradeWords.Named::code);
        return items.reversed().stream()
                .limit(MOST_COMMON)
                .filter(item -> category.isPresent() && category.get().equals(item.category()))
                .findFirst();
    }

    private boolean isCommon(int from) {
        return Stream.concat(common.stream(), deliveries.stream()).anyMatch(it -> it.start() >= from);
    }

    /** 灯具须通过CCC认证: said of those lines whose names have that in them, where others have not. */
    private List<Item> group(Span sentence) {
        Matcher said = GROUP.matcher(written.text()).region(sentence.start(), sentence.end());
        if (!said.lookingAt()) {
            return List.of();
        }
        List<Item> called = items.stream()
                .filter(it -> it.name().contains(said.group("group")))
                .toList();
        return called.size() < items.size() ? called : List.of();
    }

    /** 第1包、第2包合同签订后60天，第3包120天: each lot gets what is said of it. */
    private boolean saidOfLots(Span sentence) {
        boolean found = false;
        boolean about = delivering || Noise.isAboutDelivery(written.text(), sentence.start(), sentence.end());
        for (Lots.Said said : Lots.in(written.text(), sentence)) {
            for (Item item : items.reversed()) {
                if (item.isOneOf(said.lots())) {
                    found = true;
                    if (about) {
                        item.addDelivery(said.span());
                    } else {
                        item.addClauses(said.span());
                    }
                }
            }
        }
        return found;
    }

    /** A sentence that ends with the delivery of all and says more of its last line before that. */
    private void parted(Span sentence, Item last) {
        int start = sentence.start();
        for (int end = start; end <= sentence.end(); end++) {
            if (end == sentence.end() || "，,".indexOf(written.text().charAt(end)) >= 0) {
                if (!Noise.isAboutDelivery(written.text(), start, end)) {
                    last.addClauses(new Span(start, end));
                } else if (deliveries.size() < MOST_COMMON) {
                    deliveries.add(new Span(start, end));
                }
                start = end + 1;
            }
        }
    }

    private void sentence(int from, Span span, int begun) {
        boolean ownParagraph = items.size() == begun;
        if (ownParagraph && saidOfLots(span)) {
            return;
        }
        if (ownParagraph && Noise.isGone(written.text(), span.start(), span.end())) {
            return;
        }
        if (ALIKE.matcher(written.text()).region(span.start(), span.end()).find() && current != null) {
            items.reversed().stream().filter(it -> it != current).findFirst().ifPresent(current::asksAs);
        }
        List<Item> group = ownParagraph ? group(span) : List.of();
        if (!group.isEmpty()) {
            group.forEach(it -> it.addClauses(span));
            return;
        }
        Optional<Item> named = subject(span);
        if (named.isPresent()) {
            current = named.get();
            named.get().addClauses(span);
            return;
        }
        if (current == null && items.size() == 1) {
            current = items.getFirst();
        }
        boolean delivery = Noise.isAboutDelivery(written.text(), span.start(), span.end());
        boolean all = ALL_OF_THEM
                .matcher(written.text())
                .region(span.start(), span.end())
                .find();
        boolean forAll = all || ownParagraph || items.size() - begun > 1;
        boolean several = items.size() > 1 || current == null;
        boolean goesOn = ownParagraph
                && (isCommon(from) || afterCommon)
                && Noise.isAboutCertificates(written.text(), span.start(), span.end());
        boolean ofList = ownParagraph && current == null && items.size() > 1;
        if (delivery && forAll && !all && !ownParagraph && current != null) {
            parted(span, current);
            return;
        }
        if (((delivery && forAll) || all || goesOn || ofList)
                && several
                && common.size() + deliveries.size() < MOST_COMMON) {
            (delivery ? deliveries : common).add(span);
        } else if (current != null) {
            current.addClauses(span);
        } else if (!Noise.isTitle(written.text(), from, span.end())) {
            loose.add(span);
        }
    }
}
