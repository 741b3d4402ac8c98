package org.xiangpei.recognition.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A filing, for a bureau: what is stated, what has changed, what is like it, what was answered, and the form of the own answer.
 *
 * @param files the address under which papers are saved
 * @param tone of the badge
 * @param refused why the answer that was just given does not count; null for none
 * @param compared whether there is a round before, or what was recognised
 * @param comparedWith which of them
 * @param asked whether the own city is asked now
 * @param note what a reader must know who is not asked
 * @param mayReturn whether the city still has its return
 * @param within what is the reader's bureau's alone; null for who is of none
 * @param today when it is printed
 */
record ExaminationView(
        String code,
        String files,
        String name,
        String state,
        String tone,
        int round,
        @Nullable String refused,
        List<FilingView.Fact> facts,
        List<StatementRows.Group> groups,
        boolean compared,
        String comparedWith,
        List<String> doubts,
        List<String> unknown,
        Similar similar,
        List<VerdictView> verdicts,
        boolean asked,
        String note,
        boolean mayReturn,
        List<Option> returnReasons,
        List<Option> objectReasons,
        Chosen chosen,
        @Nullable Within within,
        String today) {

    /**
     * How a bureau shares the case.
     *
     * @param handler who looks after it
     * @param since by whom and when that was said; null for nobody
     * @param mayTake whether the reader is not the one already
     * @param typed a note that was refused
     */
    record Within(
            String handler,
            @Nullable String since,
            List<Option> colleagues,
            boolean mayTake,
            String reader,
            List<Note> notes,
            String typed) {}

    record Note(String text, String by) {}

    /** Products that are recognised already, beside what is filed. */
    record Similar(List<Head> heads, List<Line> lines) {}

    record Head(String code, String name, String firm, String validity, String tone) {}

    /** @param filed what is filed; {@code others} in the order of the heads */
    record Line(String label, String filed, List<String> others) {}

    record Option(String code, String label, boolean chosen) {}

    /** What was chosen before it was refused. */
    record Chosen(String answer, List<String> reasons, List<String> fields, String note) {
        static final Chosen NOTHING = new Chosen("", List.of(), List.of(), "");
    }

    /** Whether a field was chosen as what is meant. */
    public boolean isMeant(String field) {
        return chosen.fields().contains(field);
    }
}
