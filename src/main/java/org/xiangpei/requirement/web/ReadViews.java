package org.xiangpei.requirement.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.web.CatalogOptions;
import org.xiangpei.requirement.CheckedLine;
import org.xiangpei.requirement.KeptLine.Content;
import org.xiangpei.requirement.RequirementLine;
import org.xiangpei.requirement.RequirementReader;
import org.xiangpei.requirement.StatedLine;
import org.xiangpei.requirement.Vocabularies;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.requirement.intake.NotUnderstood;
import org.xiangpei.requirement.intake.ReadLine;
import org.xiangpei.requirement.intake.ReadText;
import org.xiangpei.requirement.web.LineFields.Doubt;
import org.xiangpei.requirement.web.MarkedText.Kind;
import org.xiangpei.requirement.web.MarkedText.Mark;
import org.xiangpei.requirement.web.ReadForm.Line;
import org.xiangpei.requirement.web.ReadView.Reading;
import org.xiangpei.shared.web.Figures;

/** Puts the page of a text together: the text with its marks beside the lines as they stand in the form. */
@ApplicationScoped
class ReadViews {

    private static final int SHOWN = 200_000;
    private static final int MOST_DOUBTS = 200;

    private final CatalogOptions catalogue;
    private final Vocabularies vocabularies;

    ReadViews(CatalogOptions catalogue, Vocabularies vocabularies) {
        this.catalogue = catalogue;
        this.vocabularies = vocabularies;
    }

    /** Before anything was read, or where it could not be. */
    ReadView of(ReadForm form, @Nullable String problem) {
        return new ReadView(form.text(), form.title(), problem, null);
    }

    /** @param read the text of the form, as it is read now */
    @Transactional
    ReadView of(ReadForm form, ReadText read, LineProblems problems, @Nullable String problem) {
        boolean changed = form.isTextChanged();
        List<Line> lines = form.lines();
        Vocabulary vocabulary = vocabularies.load();
        var doubts = new Doubts();
        List<LineFields> fields = IntStream.range(0, lines.size())
                .mapToObj(place -> {
                    Line line = lines.get(place);
                    ReadLine source = changed ? null : source(read, line.number());
                    return new LineFieldsReader(line, source, vocabulary, doubts)
                            .read(problems.of(place), problems.clausesOf(place));
                })
                .toList();
        List<Doubt> others = changed
                ? List.of()
                : read.unparsed().stream()
                        .limit(MOST_DOUBTS)
                        .map(it -> doubts.add(it, null))
                        .toList();
        int more = changed ? 0 : Math.max(0, read.lines().size() - ReadForm.EDITABLE);
        List<Mark> marks = changed ? List.of() : marks(read, fields, doubts);
        return new ReadView(
                form.text(),
                form.title(),
                problem,
                new Reading(
                        summary(fields, more),
                        ReadForm.digest(changed ? read.text() + " " : read.text()),
                        MarkedText.of(read.text(), marks, SHOWN),
                        Math.max(0, read.text().length() - SHOWN),
                        fields,
                        more,
                        others,
                        catalogue.of(null, null).categories(),
                        changed));
    }

    static @Nullable ReadLine source(ReadText read, int number) {
        return number >= 1 && number <= Math.min(read.lines().size(), ReadForm.EDITABLE)
                ? read.lines().get(number - 1)
                : null;
    }

    private static String summary(List<LineFields> lines, int more) {
        if (lines.isEmpty()) {
            return "没有读出需求行";
        }
        long clauses = lines.stream().mapToLong(line -> line.clauses().size()).sum();
        long doubtful = lines.stream().filter(LineFields::doubtful).count();
        String all = "读出 " + Figures.number(lines.size() + (long) more) + " 行需求";
        String shown = more > 0 ? "，前 " + lines.size() + " 行列在这里，有 " : "、";
        return all + shown + Figures.number(clauses) + " 条条款" + (doubtful > 0 ? "；" + doubtful + " 行有没读懂或需要核对的地方" : "");
    }

    /** Numbers what was not understood, through the whole text. */
    static final class Doubts {

        private final List<Mark> marks = new ArrayList<>();

        /** @param line of it, null where it belongs to none */
        Doubt add(NotUnderstood it, @Nullable Integer line) {
            String label = "?" + (marks.size() + 1);
            String key = "d" + (marks.size() + 1);
            marks.add(new Mark(it.source().start(), it.source().end(), Kind.DOUBT, label, key));
            return new Doubt(label, key, it.source().text(), it.reason());
        }
    }

    private static List<Mark> marks(ReadText read, List<LineFields> lines, Doubts doubts) {
        var marks = new ArrayList<>(doubts.marks);
        for (LineFields line : lines) {
            ReadLine source = source(read, line.number());
            if (source != null) {
                marks.add(new Mark(
                        source.source().start(),
                        source.source().end(),
                        Kind.LINE,
                        String.valueOf(line.number()),
                        line.key()));
                for (var clause : line.clauses()) {
                    if (!clause.key().isEmpty()) {
                        var words = source.criteria().get(clause.number()).source();
                        marks.add(new Mark(words.start(), words.end(), Kind.CLAUSE, clause.mark(), clause.key()));
                    }
                }
            }
        }
        return marks;
    }

    /** What is wrong with the lines of a form, once their comparisons are complete. */
    @Transactional
    LineProblems problems(ReadForm form) {
        Vocabulary vocabulary = vocabularies.load();
        form.lines().forEach(line -> line.form().complete(vocabulary));
        return LineProblems.of(stated(form), vocabulary);
    }

    /** The lines of a form that has no problems, as they are kept. */
    @Transactional
    List<Content> contents(ReadForm form) {
        List<StatedLine> stated = stated(form);
        if (stated.isEmpty()) {
            return List.of();
        }
        List<CheckedLine> checked = RequirementReader.read(stated, vocabularies.load());
        List<Line> lines = form.lines();
        return IntStream.range(0, lines.size())
                .mapToObj(place -> content(
                        checked.get(place).line(), lines.get(place).form().text("words")))
                .toList();
    }

    private static Content content(RequirementLine line, String words) {
        return new Content(
                line.name(), null, line.category(), line.quantity(), line.unit(), null, words, line.criteria());
    }

    private static List<StatedLine> stated(ReadForm form) {
        return form.lines().stream().map(Line::stated).toList();
    }
}
