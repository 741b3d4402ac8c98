package org.xiangpei.recognition.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Organizations;
import org.xiangpei.recognition.Answer;
import org.xiangpei.recognition.CaseHandler;
import org.xiangpei.recognition.CaseHandling;
import org.xiangpei.recognition.CaseKind;
import org.xiangpei.recognition.CaseState;
import org.xiangpei.recognition.CategoryForm;
import org.xiangpei.recognition.CategoryForms;
import org.xiangpei.recognition.Disagreement;
import org.xiangpei.recognition.Examination;
import org.xiangpei.recognition.Filing;
import org.xiangpei.recognition.Finding.Weight;
import org.xiangpei.recognition.Reading;
import org.xiangpei.recognition.RecognitionCase;
import org.xiangpei.recognition.Statement;
import org.xiangpei.recognition.StatementReader;
import org.xiangpei.recognition.VerdictReason;
import org.xiangpei.recognition.web.ExaminationListView.Filter;
import org.xiangpei.recognition.web.ExaminationView.Chosen;
import org.xiangpei.recognition.web.ExaminationView.Note;
import org.xiangpei.recognition.web.ExaminationView.Option;
import org.xiangpei.recognition.web.ExaminationView.Within;
import org.xiangpei.recognition.web.FilingView.Fact;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.PageLinks;

/** Puts filings into words for who examines them. */
@ApplicationScoped
class ExaminationViews {

    private static final int LISTED = 20;
    private static final Set<CaseState> ALL = EnumSet.complementOf(EnumSet.of(CaseState.DRAFT));

    private final Examination examination;
    private final CategoryForms forms;
    private final Organizations organizations;
    private final SimilarTable similar;
    private final FilingViews filings;
    private final CaseHandling handling;
    private final Words words;

    ExaminationViews(
            Examination examination,
            CategoryForms forms,
            Organizations organizations,
            SimilarTable similar,
            FilingViews filings,
            CaseHandling handling,
            Words words) {
        this.examination = examination;
        this.forms = forms;
        this.organizations = organizations;
        this.similar = similar;
        this.filings = filings;
        this.handling = handling;
        this.words = words;
    }

    @Transactional
    ExaminationListView list(Actor actor, Optional<CaseState> state, boolean mine, int number) {
        Map<String, String> names = new LinkedHashMap<>();
        forms.choices().forEach(it -> names.put(it.code(), it.name()));
        Set<CaseState> states = state.<Set<CaseState>>map(EnumSet::of).orElse(ALL);
        var page = examination.page(actor, states, mine, number, LISTED);
        List<RecognitionCase> waiting = examination.listWaiting(actor);
        Map<String, CaseHandler> handlers = handling.handlers(
                actor,
                Stream.concat(waiting.stream(), page.items().stream())
                        .map(RecognitionCase::code)
                        .toList());
        boolean answers = actor.may(Action.ANSWER_FILINGS);
        String city = actor.city().map(City::label).orElse("");
        return new ExaminationListView(
                answers ? city + "市企业的申报，和已提交三市审查的申报" : "三市的全部申报",
                answers,
                waiting.stream()
                        .filter(it -> !mine || isOf(actor, handlers.get(it.code())))
                        .map(it -> row(it, names, handlers))
                        .toList(),
                List.of(
                        new Filter("全部经办人", address(state, false), !mine),
                        new Filter("我经办的", address(state, true), mine)),
                filters(state, mine),
                Figures.number(page.total()),
                page.items().stream().map(it -> row(it, names, handlers)).toList(),
                PageLinks.of(
                        page,
                        Address.of("/examinations")
                                .and("state", state.map(CaseState::code).orElse(null))
                                .and("mine", mine ? "true" : null)),
                words.calendarSources());
    }

    private static boolean isOf(Actor actor, @Nullable CaseHandler handler) {
        return handler != null && handler.handler().login().equals(actor.login());
    }

    private static String address(Optional<CaseState> state, boolean mine) {
        return Address.of("/examinations")
                .and("state", state.map(CaseState::code).orElse(null))
                .and("mine", mine ? "true" : null)
                .toString();
    }

    private static List<Filter> filters(Optional<CaseState> chosen, boolean mine) {
        var filters = new ArrayList<Filter>();
        filters.add(new Filter("全部状态", address(Optional.empty(), mine), chosen.isEmpty()));
        ALL.forEach(it -> filters.add(new Filter(
                Labels.of(it),
                address(Optional.of(it), mine),
                chosen.filter(it::equals).isPresent())));
        return filters;
    }

    private ExaminationListView.Row row(
            RecognitionCase of, Map<String, String> categories, Map<String, CaseHandler> handlers) {
        Statement statement = sent(of);
        return new ExaminationListView.Row(
                of.code(),
                FilingViews.spoken(statement),
                Words.kind(of),
                firm(of),
                of.applicant().homeCity().label(),
                categories.getOrDefault(statement.category(), statement.category()),
                Labels.of(of.state()),
                Words.tone(of.state()),
                Words.round(of),
                Words.cities(of.awaited()),
                words.due(of),
                words.isUrgent(of),
                Optional.ofNullable(handlers.get(of.code()))
                        .map(it -> it.handler().name())
                        .orElse(""));
    }

    private String firm(RecognitionCase of) {
        return organizations
                .findByIdOptional(of.applicant().organizationCode())
                .map(Organization::name)
                .orElse(of.applicant().organizationCode());
    }

    private static Statement sent(RecognitionCase of) {
        return of.filed().map(Filing::statement).orElse(of.statement());
    }

    /**
     * @param refused why an answer does not count; null for none
     * @param typed a note for the own bureau that was refused; empty for none
     * @throws NotFound when there is none, or the actor may not know of it
     */
    @Transactional
    ExaminationView one(Actor actor, String code, @Nullable RuleViolation refused, Chosen chosen, String typed) {
        RecognitionCase of = examination.get(actor, code);
        Statement statement = sent(of);
        CategoryForm form = form(statement);
        Reading reading = StatementReader.read(statement, form, words.today(), of.baseline());
        String files = "/examinations/" + code + "/files/";
        Map<String, String> labels = StatementRows.labels(statement, form);
        return new ExaminationView(
                code,
                files,
                FilingViews.spoken(statement),
                Labels.of(of.state()),
                Words.tone(of.state()),
                of.round(),
                refused == null ? null : refused.detail(),
                facts(of, form),
                groups(of, statement, form),
                of.comparedWith().isPresent(),
                Words.comparedWith(of),
                reading.of(Weight.WARNING).stream()
                        .map(it -> it.label() + "：" + it.detail())
                        .toList(),
                reading.of(Weight.UNKNOWN).stream()
                        .map(it -> it.label())
                        .distinct()
                        .toList(),
                similar.of(of, statement, form),
                examination.answersFor(actor, of).stream()
                        .map(it -> VerdictView.of(it, labels, files, words))
                        .toList()
                        .reversed(),
                examination.isAwaited(actor, of),
                note(of),
                actor.city().filter(of::hasReturned).isEmpty(),
                options(Answer.RETURN, chosen),
                options(Answer.OBJECT, chosen),
                chosen,
                actor.may(Action.ANSWER_FILINGS) ? within(actor, of, typed) : null,
                words.today().toString());
    }

    private Within within(Actor actor, RecognitionCase of, String typed) {
        Optional<CaseHandler> handler = handling.handler(actor, of);
        String login = handler.map(it -> it.handler().login()).orElse("");
        List<Option> colleagues = handling.colleagues(actor).stream()
                .map(it -> new Option(it.login(), it.name(), it.login().equals(login)))
                .toList();
        boolean gone = !login.isEmpty() && colleagues.stream().noneMatch(Option::chosen);
        return new Within(
                handler.map(it -> it.handler().name() + (gone ? "（已不在本局）" : "")).orElse("没有指定"),
                handler.map(it -> it.givenBy() + "，" + words.time(it.givenAt())).orElse(null),
                colleagues,
                !login.equals(actor.login()),
                actor.login(),
                handling.notes(actor, of).stream()
                        .map(it -> new Note(it.text(), it.by().name() + "，" + words.time(it.at())))
                        .toList(),
                typed);
    }

    /**
     * The fields that an answer can mean.
     *
     * @throws NotFound as {@link #one}
     */
    @Transactional
    Set<String> fields(Actor actor, String code) {
        Statement statement = sent(examination.get(actor, code));
        return StatementRows.labels(statement, form(statement)).keySet();
    }

    private CategoryForm form(Statement statement) {
        return forms.find(statement.category()).orElseThrow(() -> new NotFound("品类 " + statement.category() + " "));
    }

    private List<StatementRows.Group> groups(RecognitionCase of, Statement statement, CategoryForm form) {
        return of.comparedWith()
                .map(earlier -> StatementRows.changes(statement, form, earlier, form(earlier)))
                .orElseGet(() -> StatementRows.of(statement, form));
    }

    private List<Fact> facts(RecognitionCase of, CategoryForm form) {
        var facts = new ArrayList<Fact>();
        if (of.kind() != CaseKind.NEW) {
            facts.add(new Fact(
                    "种类", Labels.of(of.kind()) + (of.isLight() ? "，关键参数没有改动，按较短的期限审查" : "，关键参数有改动，按首次申报的期限审查")));
            facts.add(new Fact("关键参数改动", filings.keys(of)));
        }
        if (of.kind() == CaseKind.RENEWAL) {
            facts.add(new Fact("企业声明", "除列出的改动外，产品没有其他变化，证书仍然有效"));
        }
        facts.add(new Fact("企业", firm(of)));
        facts.add(new Fact("属地", Words.bureau(of.applicant().homeCity())));
        facts.add(new Fact("品类", form.name() + "（" + form.chain() + "）"));
        of.productCode().ifPresent(product -> facts.add(new Fact("目录中的产品", product)));
        of.filed()
                .ifPresent(filing -> facts.add(
                        new Fact("提交", words.time(filing.at()) + (of.round() > 1 ? "，" + Words.round(of) : ""))));
        if (of.state().isExamined()) {
            facts.add(new Fact("等待", Words.cities(of.awaited())));
        }
        facts.addAll(words.term(of));
        of.withdrawnAt().ifPresent(at -> facts.add(new Fact("撤回", words.time(at))));
        of.withdrawnReason().ifPresent(why -> facts.add(new Fact("撤回原因", why)));
        return facts;
    }

    private static String note(RecognitionCase of) {
        return switch (of.state()) {
            case FILED, CIRCULATED -> "正在等" + Words.cities(of.awaited()) + "答复。";
            case RETURNED -> "已退回企业修改，改后由三市重新审查。";
            case READY -> "三市都已同意，等下一次联席会议。";
            case ESCALATED -> Disagreement.of(of) + "，已转联席会议决定。";
            case WITHDRAWN -> "企业已撤回这份申报。";
            case RECOGNISED ->
                switch (of.kind()) {
                    case NEW -> "三市已在联席会议上互认这个产品。";
                    case RENEWAL -> "三市已在联席会议上同意续期。";
                    case CHANGE -> "三市已在联席会议上同意变更。";
                };
            case REFUSED -> "联席会议已决定不予互认。";
            case DRAFT -> "";
        };
    }

    private static List<Option> options(Answer answer, Chosen chosen) {
        return VerdictReason.of(answer).stream()
                .map(it -> new Option(
                        it.code(), Labels.of(it), chosen.reasons().contains(answer.code() + "." + it.code())))
                .toList();
    }
}
