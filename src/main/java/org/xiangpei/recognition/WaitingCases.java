package org.xiangpei.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.DeskSource;
import org.xiangpei.shared.Labels;

/** On the desk of a bureau: what waits for its city's answer, by the last day. On a firm's: what was returned, and drafts. */
@ApplicationScoped
class WaitingCases implements DeskSource {

    private static final int SHOWN = 8;

    private final Examination examination;
    private final CaseHandling handling;
    private final Filings filings;

    WaitingCases(Examination examination, CaseHandling handling, Filings filings) {
        this.examination = examination;
        this.handling = handling;
        this.filings = filings;
    }

    @Override
    @Transactional
    public List<Section> sections(Actor actor) {
        var sections = new ArrayList<Section>();
        if (actor.may(Action.ANSWER_FILINGS)) {
            List<RecognitionCase> waiting = examination.listWaiting(actor);
            Map<String, CaseHandler> handlers = handling.handlers(
                    actor, waiting.stream().map(RecognitionCase::code).toList());
            sections.add(section("待审查的互认申报", waiting, handlers, "/examinations", "/examinations/"));
        }
        if (actor.may(Action.FILE_PRODUCTS)) {
            sections.add(section("退回修改和未提交的互认申报", filings.listWaiting(actor), Map.of(), "/filings", "/filings/"));
        }
        return sections;
    }

    private static Section section(
            String title, List<RecognitionCase> waiting, Map<String, CaseHandler> handlers, String all, String one) {
        List<Item> items = waiting.stream()
                .limit(SHOWN)
                .map(it -> new Item(named(it), detail(it, handlers), one + it.code(), Labels.of(it.state())))
                .toList();
        return new Section(Place.WAITING, title, waiting.size(), items, all);
    }

    private static String named(RecognitionCase of) {
        String name = of.statement().name();
        return name.isBlank() ? "未命名的申报" : name;
    }

    private static String detail(RecognitionCase of, Map<String, CaseHandler> handlers) {
        CaseHandler handler = handlers.get(of.code());
        return of.dueOn().map(day -> "答复期限 " + day).orElse(of.code())
                + (handler == null ? "" : "，" + handler.handler().name() + "经办");
    }
}
