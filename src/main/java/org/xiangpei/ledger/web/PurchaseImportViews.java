package org.xiangpei.ledger.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Categories;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Reach;
import org.xiangpei.ledger.Foreseen;
import org.xiangpei.ledger.Place;
import org.xiangpei.ledger.PurchaseUpload;
import org.xiangpei.ledger.PurchaseUploads;
import org.xiangpei.ledger.PurchaseUploads.Doing;
import org.xiangpei.ledger.PurchaseUploads.FileColumn;
import org.xiangpei.ledger.PurchaseUploads.Shown;
import org.xiangpei.ledger.PurchaseUploads.Task;
import org.xiangpei.ledger.PurchaseWords;
import org.xiangpei.ledger.web.PurchaseImportView.Column;
import org.xiangpei.ledger.web.PurchaseImportView.Example;
import org.xiangpei.ledger.web.PurchaseImportView.Field;
import org.xiangpei.ledger.web.PurchaseImportView.Progress;
import org.xiangpei.ledger.web.PurchaseImportView.Word;
import org.xiangpei.ledger.web.PurchaseView.Fact;
import org.xiangpei.ledger.web.PurchasesView.SumRow;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.Rate;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.UploadState;
import org.xiangpei.shared.tabular.ColumnGuesser.Target;
import org.xiangpei.shared.tabular.RowError;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.Option;
import org.xiangpei.shared.web.PageLinks;

/** Puts uploads of purchases into words for their pages. */
@ApplicationScoped
class PurchaseImportViews {

    static final String ABSENT = "-1";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LISTED = 20;
    private static final int ERRORS = 50;
    private static final int WORDS = 20;
    private static final String NONE = "—";

    private final PurchaseUploads uploads;
    private final Categories categories;

    PurchaseImportViews(PurchaseUploads uploads, Categories categories) {
        this.uploads = uploads;
        this.categories = categories;
    }

    @Transactional
    PurchaseImportsView list(Actor actor, int page, @Nullable String wrong) {
        var found = uploads.page(actor, page, LISTED);
        Map<String, Task> doing = uploads.doing(found.items());
        boolean all =
                actor.reach(Action.IMPORT_PURCHASES).filter(Reach.ALL::equals).isPresent();
        return new PurchaseImportsView(
                all ? "您可以登记任何采购单位的采购：文件里要有采购单位的代码、名称和所在市。" : "只登记本单位（" + actor.organizationName() + "）的采购，文件里不用写采购单位。",
                wrong,
                found.items().stream()
                        .map(it -> row(it, Optional.ofNullable(doing.get(it.code()))))
                        .toList(),
                Figures.number(found.total()),
                PageLinks.of(found, Address.of("/purchases/imports")));
    }

    private static PurchaseImportsView.Row row(PurchaseUpload upload, Optional<Task> doing) {
        Foreseen result = upload.foreseen();
        return new PurchaseImportsView.Row(
                upload.code(),
                upload.fileName(),
                doing.map(Labels::of).orElseGet(() -> Labels.of(upload.state())),
                doing.isPresent()
                        ? "documented"
                        : switch (upload.state()) {
                            case PREVIEWED -> "documented";
                            case APPLIED -> "pass";
                            case UNDONE -> "unknown";
                        },
                result.rows() == 0
                        ? NONE
                        : Figures.number(result.records()) + " 笔"
                                + (result.errorCount() == 0 ? "" : "，错误 " + Figures.number(result.errorCount())),
                Figures.money(result.amount().yuan()),
                upload.uploadedByName(),
                time(upload.uploadedAt()),
                upload.state() == UploadState.APPLIED && doing.isEmpty());
    }

    @Transactional
    PurchaseImportView one(Actor actor, String code, @Nullable RuleViolation refused, @Nullable String notice) {
        Shown shown = uploads.show(actor, code);
        PurchaseUpload upload = shown.upload();
        Foreseen result = upload.foreseen();
        return new PurchaseImportView(
                row(upload, shown.doing().map(Doing::task)),
                facts(upload),
                upload.digest(),
                upload.isPreview(),
                shown.doing().map(PurchaseImportViews::progress).orElse(null),
                result.rows() > 0 || !shown.columns().isEmpty(),
                result.applicable() && shown.twin().isEmpty(),
                notice(shown, refused, notice),
                refused == null ? shown.faults().stream().limit(ERRORS).toList() : faults(refused),
                shown.twin().map(PurchaseUpload::code).orElse(null),
                fields(shown),
                columns(shown),
                Figures.number(result.rows()),
                Figures.number(result.wrong()),
                Figures.number(result.records()),
                Figures.number(result.outside()),
                Figures.number(result.firms()),
                sums(result),
                Figures.money(result.amount().yuan()),
                words(result),
                result.alike().stream()
                        .map(it -> new PurchaseImportView.Alike(
                                Integer.toString(it.row()), it.item(), it.code(), it.day()))
                        .toList(),
                Figures.number(result.alikeCount()),
                examples(result),
                Figures.number(result.errorCount()),
                result.errors().stream().limit(ERRORS).toList(),
                result.errorCount() > ERRORS ? Figures.number(result.errorCount() - ERRORS) : "");
    }

    private static @Nullable String notice(Shown shown, @Nullable RuleViolation refused, @Nullable String notice) {
        if (refused != null) {
            return refused.detail();
        }
        return notice == null ? shown.failure() : notice;
    }

    private static Progress progress(Doing doing) {
        return new Progress(
                Labels.of(doing.task()),
                Labels.of(doing.stage()),
                doing.percent(),
                doing.stopping(),
                switch (doing.task()) {
                    case READ -> "台账没有改动。";
                    case APPLY -> "全部登记或一笔也不登记：完成之前台账没有改动，停止就当没有确认过。";
                    case UNDO -> "全部撤销或一笔也不撤销：完成之前台账没有改动，停止就当没有撤销过。";
                });
    }

    /** All errors that are kept. */
    @Transactional
    List<RowError> errors(Actor actor, String code) {
        return uploads.show(actor, code).upload().foreseen().errors();
    }

    private static List<RowError> faults(@Nullable RuleViolation refused) {
        return refused == null
                ? List.of()
                : refused.errors().stream()
                        .filter(RowError.class::isInstance)
                        .map(RowError.class::cast)
                        .limit(ERRORS)
                        .toList();
    }

    private static List<Fact> facts(PurchaseUpload upload) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("上传", upload.uploadedByName() + "，" + time(upload.uploadedAt())));
        facts.add(new Fact("单位", upload.organizationName()));
        upload.appliedAt()
                .ifPresent(at -> facts.add(new Fact("导入", upload.appliedByName().orElse("") + "，" + time(at))));
        upload.undoneAt()
                .ifPresent(at -> facts.add(new Fact("撤销", upload.undoneByName().orElse("") + "，" + time(at))));
        return facts;
    }

    private static List<Field> fields(Shown shown) {
        return shown.targets().stream().map(target -> field(target, shown)).toList();
    }

    private static Field field(Target target, Shown shown) {
        Integer chosen = shown.upload().columns().get(target.name());
        boolean mayBeAbsent = target.name().equals("production_region");
        var options = new ArrayList<Option>();
        if (mayBeAbsent) {
            options.add(new Option(ABSENT, "文件里没有，全部记为未知", chosen != null && chosen < 0));
        }
        for (FileColumn column : shown.columns()) {
            options.add(new Option(
                    Integer.toString(column.position()),
                    letter(column.position()) + " " + (column.heading().isEmpty() ? "（没有列名）" : column.heading()),
                    chosen != null && chosen == column.position()));
        }
        return new Field(
                target.name(),
                PurchaseWords.column(target.name()),
                target.required(),
                mayBeAbsent,
                options,
                shown.missing().contains(target.name()));
    }

    private static List<Column> columns(Shown shown) {
        Map<Integer, String> holds = new HashMap<>();
        shown.upload().columns().forEach((name, position) -> holds.put(position, PurchaseWords.column(name)));
        return shown.columns().stream()
                .map(it -> new Column(
                        letter(it.position()),
                        it.heading(),
                        String.join("、", it.samples()),
                        holds.getOrDefault(it.position(), "")))
                .toList();
    }

    /** As spreadsheets count: A, B, …, AA. */
    private static String letter(int position) {
        return (position >= 26 ? letter(position / 26 - 1) : "") + (char) ('A' + position % 26);
    }

    private static List<SumRow> sums(Foreseen result) {
        Money all = result.amount();
        return result.places().stream()
                .map(it -> new SumRow(
                        Labels.of(it.place()),
                        Figures.number(it.records()),
                        Figures.money(it.amount().yuan()),
                        Rate.ofMoney(it.amount(), all, Money.ZERO, it.records())
                                .value()
                                .map(Figures::percent)
                                .orElse(NONE)))
                .toList();
    }

    private static List<Word> words(Foreseen result) {
        return result.words().entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<String, Integer>::getValue)
                        .reversed())
                .limit(WORDS)
                .map(it -> new Word(it.getKey(), Figures.number(it.getValue())))
                .toList();
    }

    private List<Example> examples(Foreseen result) {
        return result.first().stream()
                .map(it -> new Example(
                        Integer.toString(it.row()),
                        it.day(),
                        it.item(),
                        it.category() == null
                                ? "目录外"
                                : categories
                                        .findByIdOptional(it.category())
                                        .map(found -> found.details().name())
                                        .orElse(it.category()),
                        it.amount(),
                        it.supplier(),
                        it.firm() == null ? NONE : it.firm(),
                        Labels.of(Place.of(it.region())) + (it.region() == null ? "" : "（" + it.region() + "）")))
                .toList();
    }

    private static String time(Instant at) {
        return Moments.minute(at, ZONE);
    }
}
