package org.xiangpei.recognition.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organizations;
import org.xiangpei.recognition.CaseKind;
import org.xiangpei.recognition.CaseState;
import org.xiangpei.recognition.CategoryForm;
import org.xiangpei.recognition.CategoryForms;
import org.xiangpei.recognition.Disagreement;
import org.xiangpei.recognition.Filing;
import org.xiangpei.recognition.Filings;
import org.xiangpei.recognition.JointSessions;
import org.xiangpei.recognition.KeyChange;
import org.xiangpei.recognition.KeyChanges;
import org.xiangpei.recognition.LightFilings;
import org.xiangpei.recognition.OwnListing;
import org.xiangpei.recognition.RecognitionCase;
import org.xiangpei.recognition.SessionDecision;
import org.xiangpei.recognition.Statement;
import org.xiangpei.recognition.web.FilingView.Fact;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.PageLinks;

import static java.util.stream.Collectors.joining;

/** Puts a firm's filings into words. */
@ApplicationScoped
class FilingViews {

    private static final int LISTED = 20;

    private final Filings filings;
    private final CategoryForms forms;
    private final OwnListing listing;
    private final Organizations organizations;
    private final JointSessions sessions;
    private final LightFilings light;
    private final KeyChanges keys;
    private final Words words;

    FilingViews(
            Filings filings,
            CategoryForms forms,
            OwnListing listing,
            Organizations organizations,
            JointSessions sessions,
            LightFilings light,
            KeyChanges keys,
            Words words) {
        this.filings = filings;
        this.forms = forms;
        this.listing = listing;
        this.organizations = organizations;
        this.sessions = sessions;
        this.light = light;
        this.keys = keys;
        this.words = words;
    }

    @Transactional
    FilingListView list(Actor actor, int number) {
        var page = filings.page(actor, number, LISTED);
        Map<String, String> names = categoryNames();
        return new FilingListView(
                Figures.number(page.total()),
                page.items().stream().map(it -> row(it, names)).toList(),
                PageLinks.of(page, Address.of("/filings")));
    }

    private Map<String, String> categoryNames() {
        var names = new LinkedHashMap<String, String>();
        forms.choices().forEach(it -> names.put(it.code(), it.name()));
        return names;
    }

    private FilingListView.Row row(RecognitionCase of, Map<String, String> categories) {
        Statement statement = of.statement();
        return new FilingListView.Row(
                of.code(),
                spoken(statement),
                Words.kind(of),
                categories.getOrDefault(statement.category(), statement.category()),
                Labels.of(of.state()),
                Words.tone(of.state()),
                Words.round(of),
                awaited(of),
                words.time(of.savedAt()),
                "/filings/" + of.code());
    }

    private String awaited(RecognitionCase of) {
        return switch (of.state()) {
            case DRAFT, RETURNED -> "本企业";
            case FILED, CIRCULATED -> Words.cities(of.awaited()) + "，" + words.due(of);
            case READY, ESCALATED -> "联席会议";
            case WITHDRAWN, RECOGNISED, REFUSED -> "";
        };
    }

    /** Name and model, or that there is none yet. */
    static String spoken(Statement statement) {
        String name = (statement.name() + " " + statement.model()).strip();
        return name.isEmpty() ? "未命名的申报" : name;
    }

    /** @param chosen code of the product that was asked for; empty for none */
    @Transactional
    NewFilingView begin(Actor actor, @Nullable RuleViolation refused, String chosen) {
        return new NewFilingView(
                refused == null ? null : refused.detail(),
                chains(forms.choices(), ""),
                listing.products(organizations.get(String.valueOf(actor.organization()))),
                light.renewable(actor).stream()
                        .map(it -> new NewFilingView.Renewable(
                                it.code(),
                                it.name(),
                                (it.until().isBefore(words.today()) ? "已于 " : "有效至 ")
                                        + it.until()
                                        + (it.until().isBefore(words.today()) ? " 到期" : ""),
                                it.filing()))
                        .toList(),
                chosen);
    }

    static List<NewFilingView.Chain> chains(List<CategoryForms.Choice> choices, String chosen) {
        var chains = new LinkedHashMap<String, List<NewFilingView.Option>>();
        choices.forEach(it -> chains.computeIfAbsent(it.chain(), chain -> new ArrayList<>())
                .add(new NewFilingView.Option(it.code(), it.name(), it.code().equals(chosen))));
        return chains.entrySet().stream()
                .map(it -> new NewFilingView.Chain(it.getKey(), it.getValue()))
                .toList();
    }

    /**
     * @param done a code of what was just done, or anything else for nothing
     * @throws NotFound when there is none, or another organisation's
     */
    @Transactional
    FilingView one(Actor actor, String code, @Nullable RuleViolation refused, String done) {
        RecognitionCase of = filings.get(actor, code);
        Statement shown = of.filed().map(Filing::statement).orElse(of.statement());
        CategoryForm form = form(shown);
        String files = "/filings/" + code + "/files/";
        Map<String, String> labels = StatementRows.labels(shown, form);
        return new FilingView(
                code,
                files,
                spoken(shown),
                Labels.of(of.state()),
                Words.tone(of.state()),
                next(of),
                refused == null ? null : refused.detail(),
                done.equals("sent") && of.state() == CaseState.FILED ? "申报已提交，受理编号 " + code : null,
                facts(of, form),
                of.answersForFirm().stream()
                        .map(it -> VerdictView.of(it, labels, files, words))
                        .toList()
                        .reversed(),
                groups(of, shown, form),
                of.comparedWith().isPresent(),
                Words.comparedWith(of),
                of.state() == CaseState.RECOGNISED ? of.productCode().orElse(null) : null,
                of.state() == CaseState.RECOGNISED && of.kind().givesTerm()
                        ? sessions.outcome(code).map(SessionDecision::session).orElse(null)
                        : null,
                of.state().isWritable() ? "/filings/" + code + "/edit/basics" : null,
                of.state().isUnderWay(),
                of.state() == CaseState.DRAFT);
    }

    /** An empty form where no category is chosen. */
    CategoryForm form(Statement statement) {
        return forms.find(statement.category())
                .orElseGet(() -> new CategoryForm(statement.category(), "未选择", "", List.of()));
    }

    private List<StatementRows.Group> groups(RecognitionCase of, Statement shown, CategoryForm form) {
        return of.comparedWith()
                .map(earlier -> StatementRows.changes(shown, form, earlier, form(earlier)))
                .orElseGet(() -> StatementRows.of(shown, form));
    }

    private List<Fact> facts(RecognitionCase of, CategoryForm form) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(of.round() == 0 ? "申报编号" : "受理编号", of.code()));
        if (of.kind() != CaseKind.NEW) {
            facts.add(new Fact("种类", Labels.of(of.kind())));
            facts.add(new Fact("关键参数改动", keys(of)));
        }
        facts.add(new Fact("品类", form.name()));
        facts.add(new Fact("属地", Words.bureau(of.applicant().homeCity())));
        of.productCode().ifPresent(product -> facts.add(new Fact("目录中的产品", product)));
        of.filed()
                .ifPresent(filing -> facts.add(new Fact(
                        "提交",
                        words.time(filing.at()) + "，" + filing.by().name()
                                + (of.round() > 1 ? "，" + Words.round(of) : ""))));
        facts.addAll(words.term(of));
        sessions.outcome(of.code())
                .ifPresent(it -> facts.add(new Fact(
                        "联席会议",
                        "第 " + it.session() + " 批：" + Labels.of(it.outcome())
                                + it.note().map(note -> "。" + note).orElse(""))));
        of.withdrawnAt().ifPresent(at -> facts.add(new Fact("撤回", words.time(at))));
        of.withdrawnReason().ifPresent(why -> facts.add(new Fact("撤回原因", why)));
        return facts;
    }

    /** In words, of what was sent or is being written. */
    String keys(RecognitionCase of) {
        Statement shown = of.state().isWritable()
                ? of.statement()
                : of.filed().map(Filing::statement).orElse(of.statement());
        String changes = keys.of(of, shown).stream().map(KeyChange::text).collect(joining("；"));
        return changes.isEmpty() ? "没有" : changes;
    }

    private String next(RecognitionCase of) {
        return switch (of.state()) {
            case DRAFT -> "草稿只有本企业看得到，改动自动保存。填好后在“核对并提交”一步提交。";
            case FILED -> Words.bureau(of.applicant().homeCity()) + "正在审查；同意后转另外两市。期限内没有答复的，转联席会议决定，不会当作同意。";
            case CIRCULATED -> "属地已同意，" + Words.cities(of.awaited()) + "正在审查。期限内没有答复的，转联席会议决定，不会当作同意。";
            case RETURNED -> "请按“审查意见”修改后重新提交，编号不变，已填的内容都还在。每市只退回一次，改后由三市重新审查。";
            case READY -> "三市都已同意，等下一次联席会议公布。";
            case ESCALATED -> Disagreement.of(of) + "，由下一次联席会议决定。";
            case RECOGNISED ->
                switch (of.kind()) {
                    case NEW -> "三市已互认这个产品，在目录里可以查到。";
                    case RENEWAL -> "三市已同意续期，新的有效期接着原来的有效期。";
                    case CHANGE -> "三市已同意变更，目录已按新的内容更新，有效期不变。";
                };
            case REFUSED -> "联席会议决定不予互认，理由见“办理”。补足以后可以重新申报。";
            case WITHDRAWN -> "这份申报已撤回，不再审查。需要时可以重新申报。";
        };
    }
}
