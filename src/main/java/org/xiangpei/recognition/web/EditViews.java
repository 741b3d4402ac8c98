package org.xiangpei.recognition.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Better;
import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.identity.Actor;
import org.xiangpei.recognition.Answer;
import org.xiangpei.recognition.CaseKind;
import org.xiangpei.recognition.CaseState;
import org.xiangpei.recognition.CategoryForm;
import org.xiangpei.recognition.CategoryForms;
import org.xiangpei.recognition.Filings;
import org.xiangpei.recognition.Finding;
import org.xiangpei.recognition.Finding.Weight;
import org.xiangpei.recognition.Ground;
import org.xiangpei.recognition.KeyChange;
import org.xiangpei.recognition.KeyChanges;
import org.xiangpei.recognition.Reading;
import org.xiangpei.recognition.RecognitionCase;
import org.xiangpei.recognition.Statement;
import org.xiangpei.recognition.Statement.Stated;
import org.xiangpei.recognition.Statement.StatedCertificate;
import org.xiangpei.recognition.Statement.StatedGround;
import org.xiangpei.recognition.Verdict;
import org.xiangpei.recognition.web.EditView.Body;
import org.xiangpei.recognition.web.EditView.CertificateRow;
import org.xiangpei.recognition.web.EditView.Check;
import org.xiangpei.recognition.web.EditView.FieldView;
import org.xiangpei.recognition.web.EditView.GroundRow;
import org.xiangpei.recognition.web.EditView.Mark;
import org.xiangpei.recognition.web.EditView.Remark;
import org.xiangpei.recognition.web.EditView.Saved;
import org.xiangpei.recognition.web.EditView.StepLink;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.units.Units;

/** Builds the pages of the form. */
@ApplicationScoped
class EditViews {

    private final Filings filings;
    private final CategoryForms forms;
    private final FilingViews views;
    private final KeyChanges keys;
    private final Words words;

    EditViews(Filings filings, CategoryForms forms, FilingViews views, KeyChanges keys, Words words) {
        this.filings = filings;
        this.forms = forms;
        this.views = views;
        this.keys = keys;
        this.words = words;
    }

    /**
     * @param refused why what was just tried does not count; null for none
     * @param typed a certificate that was refused, as it was typed
     * @return empty for what is not written any more: others examine it
     * @throws NotFound when there is none, or another organisation's
     */
    @Transactional
    Optional<EditView> of(
            Actor actor, String code, FilingStep step, @Nullable String refused, StatedCertificate typed) {
        RecognitionCase of = filings.get(actor, code);
        return of.state().isWritable() ? Optional.of(view(of, step, refused, typed)) : Optional.empty();
    }

    private EditView view(RecognitionCase of, FilingStep step, @Nullable String refused, StatedCertificate typed) {
        Reading reading = filings.read(of);
        CategoryForm form = views.form(of.statement());
        List<Verdict> returned = returned(of);
        return new EditView(
                of.code(),
                FilingViews.spoken(of.statement()),
                step.code(),
                Labels.of(step),
                steps(of.code(), step, reading),
                saved(of, step, reading),
                marks(reading, returned),
                returned.stream()
                        .map(it -> VerdictView.of(
                                it,
                                StatementRows.labels(of.statement(), form),
                                "/filings/" + of.code() + "/files/",
                                words))
                        .toList(),
                refused,
                typed,
                body(of, form, step, reading),
                of.baseline().map(before -> light(of, form, before)).orElse(null));
    }

    private EditView.Light light(RecognitionCase of, CategoryForm form, Statement before) {
        return new EditView.Light(
                Labels.of(of.kind()),
                of.kind() == CaseKind.RENEWAL,
                StatementRows.changes(of.statement(), form, before, views.form(before)).stream()
                        .flatMap(group -> group.rows().stream())
                        .filter(row -> row.before() != null)
                        .toList(),
                keys.of(of, of.statement()).stream().map(KeyChange::text).toList());
    }

    /** When it was saved, and what of the page is wrong or doubtful. */
    @Transactional
    Saved saved(RecognitionCase of, FilingStep step) {
        return saved(of, step, filings.read(of));
    }

    private Saved saved(RecognitionCase of, FilingStep step, Reading reading) {
        List<Finding> here = reading.findings().stream()
                .filter(it -> step != FilingStep.CHECK && FilingStep.of(it.field()) == step)
                .filter(it -> it.weight() == Weight.ERROR || it.weight() == Weight.WARNING)
                .toList();
        return new Saved(
                words.time(of.savedAt()),
                here.stream().anyMatch(Finding::isInTheWay),
                here.stream()
                        .map(it -> new Remark(it.label(), it.detail(), "#" + it.field()))
                        .toList());
    }

    private static List<Verdict> returned(RecognitionCase of) {
        return of.state() == CaseState.RETURNED
                ? of.answers().stream()
                        .filter(it -> it.answer() == Answer.RETURN)
                        .toList()
                : List.of();
    }

    private static List<StepLink> steps(String code, FilingStep current, Reading reading) {
        return Arrays.stream(FilingStep.values())
                .map(step -> new StepLink(
                        Labels.of(step),
                        "/filings/" + code + "/edit/" + step.code(),
                        step == current,
                        step == FilingStep.CHECK ? 0 : open(step, reading)))
                .toList();
    }

    private static int open(FilingStep step, Reading reading) {
        return (int) reading.findings().stream()
                .filter(it -> it.isInTheWay() && FilingStep.of(it.field()) == step)
                .count();
    }

    private static Map<String, List<Mark>> marks(Reading reading, List<Verdict> returned) {
        var marks = new LinkedHashMap<String, List<Mark>>();
        for (Verdict verdict : returned) {
            for (String field : verdict.fields()) {
                add(
                        marks,
                        field.replaceFirst("^certificates-.*", "certificates"),
                        new Mark("meant", verdict.city().label() + "市退回所指"));
            }
        }
        for (Finding finding : reading.findings()) {
            if (finding.weight() == Weight.ERROR) {
                add(marks, finding.field(), new Mark("wrong", finding.detail()));
            } else if (finding.weight() == Weight.WARNING) {
                add(marks, finding.field(), new Mark("doubt", "请核对：" + finding.detail()));
            }
        }
        return marks;
    }

    private static void add(Map<String, List<Mark>> marks, String field, Mark mark) {
        marks.merge(field, List.of(mark), (old, more) -> Stream.concat(old.stream(), more.stream())
                .distinct()
                .toList());
    }

    private Body body(RecognitionCase of, CategoryForm form, FilingStep step, Reading reading) {
        Statement statement = of.statement();
        String code = of.code();
        return new Body(
                step == FilingStep.BASICS ? FilingViews.chains(forms.choices(), statement.category()) : List.of(),
                statement.name(),
                statement.model(),
                statement.description(),
                fields(statement, form),
                statement.standards(),
                certificates(code, statement),
                statement.supply(),
                statement.homeList(),
                grounds(code, statement),
                check(code, reading));
    }

    private static List<FieldView> fields(Statement statement, CategoryForm form) {
        return form.fields().stream()
                .map(it -> field(it, statement.specification(it.property())))
                .toList();
    }

    private static FieldView field(CategoryForm.Field field, Stated stated) {
        String canonical = Objects.requireNonNullElse(field.details().unit(), "");
        String unit = stated.unit().isEmpty() ? canonical : stated.unit();
        return new FieldView(
                field.id(),
                field.details().name(),
                field.details().required(),
                field.details().kind().code(),
                field.isQuantity() ? hint(field.details().better()) : "",
                unit,
                Units.display(canonical),
                stated.min(),
                stated.max(),
                stated.value(),
                stated.unknown(),
                field.details().kind() == PropertyKind.ENUM ? field.options() : List.of());
    }

    private static String hint(Better better) {
        return switch (better) {
            case HIGHER -> "越高越好：写能保证的最小值。";
            case LOWER -> "越低越好：写能保证的最大值。";
            case WIDER -> "写能适应的范围，两端都填。";
            case NONE -> "定值两格填同一个数；系列产品填最小到最大。";
        };
    }

    private static List<CertificateRow> certificates(String code, Statement statement) {
        List<StatedCertificate> stated = statement.certificates();
        return IntStream.range(0, stated.size())
                .mapToObj(i -> {
                    StatedCertificate it = stated.get(i);
                    String until = it.validUntil().isEmpty() ? "未载明" : it.validUntil();
                    return new CertificateRow(
                            i,
                            it.type(),
                            it.number(),
                            it.issuer(),
                            it.validFrom() + " 至 " + until,
                            paper(code, it.file()));
                })
                .toList();
    }

    private static List<GroundRow> grounds(String code, Statement statement) {
        return Arrays.stream(Ground.values())
                .map(ground -> {
                    StatedGround stated = statement.grounds().get(ground.code());
                    return new GroundRow(
                            ground.code(),
                            Labels.of(ground),
                            stated != null,
                            stated == null ? "" : stated.evidence(),
                            stated == null ? null : paper(code, stated.file()));
                })
                .toList();
    }

    private static @Nullable String paper(String code, String file) {
        return file.isEmpty() ? null : "/filings/" + code + "/files/" + file;
    }

    private static Check check(String code, Reading reading) {
        return new Check(
                reading.isSendable(),
                remarks(
                        code,
                        reading.findings().stream().filter(Finding::isInTheWay).toList()),
                remarks(code, reading.of(Weight.WARNING)),
                remarks(code, reading.of(Weight.UNKNOWN)));
    }

    private static List<Remark> remarks(String code, List<Finding> findings) {
        return findings.stream()
                .map(it -> new Remark(
                        it.label(),
                        it.detail(),
                        "/filings/" + code + "/edit/"
                                + FilingStep.of(it.field()).code() + "#" + it.field()))
                .toList();
    }
}
