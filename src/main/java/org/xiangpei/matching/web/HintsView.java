package org.xiangpei.matching.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.matching.Narrowing;
import org.xiangpei.matching.Narrowing.Left;
import org.xiangpei.matching.NeutralityHints.Hints;
import org.xiangpei.matching.Pointer;
import org.xiangpei.shared.Labels;

/**
 * Advice on one line.
 *
 * @param problem why there is none
 * @param before how many firms and products there are without any clause
 */
public record HintsView(@Nullable String problem, String before, List<StepRow> steps, List<Advice> advice) {

    public record StepRow(
            String label,
            String required,
            boolean mandatory,
            String left,
            String meeting,
            boolean narrow,
            boolean none) {}

    /** @param reason why, by which rule */
    public record Advice(String text, String reason) {}

    static HintsView refused(String problem) {
        return new HintsView(problem, "", List.of(), List.of());
    }

    static HintsView of(Hints hints) {
        Optional<Narrowing> narrowing = hints.narrowing();
        List<StepRow> steps = narrowing
                .map(it -> it.steps().stream().map(HintsView::row).toList())
                .orElse(List.of());
        var advice = new ArrayList<Advice>();
        hints.pointers().forEach(it -> advice.add(advice(it)));
        narrowing.ifPresent(it -> it.steps().forEach(step -> step.narrow()
                .ifPresent(narrow -> advice.add(new Advice(
                        "“" + step.label() + " " + step.required() + "”：" + Labels.of(narrow),
                        Labels.of("narrowReason", narrow.code()))))));
        return new HintsView(
                null,
                narrowing
                        .map(it -> count(it.before().firms(), it.before().products()))
                        .orElse(""),
                steps,
                advice);
    }

    private static StepRow row(Narrowing.Step step) {
        Left left = step.left();
        return new StepRow(
                step.label(),
                step.required(),
                step.mandatory(),
                count(left.firms(), left.products()),
                count(left.meetingFirms(), left.meetingProducts()),
                step.narrow().isPresent(),
                left.firms() == 0);
    }

    private static Advice advice(Pointer pointer) {
        return new Advice(
                Labels.of("pointer", pointer.kind().code()) + "“" + pointer.words() + "”",
                Labels.of("pointerReason", pointer.kind().code()));
    }

    private static String count(int firms, int products) {
        return firms + " 家 " + products + " 个";
    }
}
