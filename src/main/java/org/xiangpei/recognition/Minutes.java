package org.xiangpei.recognition;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Organizations;
import org.xiangpei.recognition.MinutesContent.Opinions;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;

import static java.util.stream.Collectors.joining;

/** The minutes of a joint session (会议纪要), of what is known now; a draft until the session is closed, and they say so. */
@ApplicationScoped
public class Minutes {

    static final String AGENDA = "一、议程和决定";
    static final String OPINIONS = "二、各市意见";
    static final String BATCH = "三、本批产品";
    static final String REVOCATIONS = "四、撤销互认";
    static final String SIGNATURES = "五、签字";
    static final String NOTHING = "本次会议没有申报。";
    static final String NOTHING_REVOKED = "本次会议没有撤销事项。";

    private final JointSessions sessions;
    private final RevocationAgenda revocations;
    private final SessionCalendar calendar;
    private final Organizations organizations;
    private final Clock clock;

    Minutes(
            JointSessions sessions,
            RevocationAgenda revocations,
            SessionCalendar calendar,
            Organizations organizations,
            Clock clock) {
        this.sessions = sessions;
        this.revocations = revocations;
        this.calendar = calendar;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** To be finished by the host's office. */
    @Transactional
    public byte[] docx(int number) {
        return MinutesDocx.of(content(number));
    }

    /** To be read, printed and kept. */
    @Transactional
    public byte[] pdf(int number) {
        return MinutesPdf.of(content(number));
    }

    private MinutesContent content(int number) {
        JointSession session = sessions.get(number);
        List<AgendaItem> agenda = sessions.agenda(session);
        return new MinutesContent(
                "长株潭工业产品互认第 " + number + " 批联席会议纪要" + (session.isClosed() ? "" : "（草稿，会议未结束）"),
                facts(session),
                table(agenda),
                agenda.stream().map(this::opinions).toList(),
                batch(session, agenda),
                revocations.of(session).stream().map(Minutes::revocation).toList(),
                Stream.of(City.values())
                        .map(it -> it.label() + "市工业和信息化局：　　　　　　　　　　日期：")
                        .toList());
    }

    private List<String> facts(JointSession session) {
        var facts = new ArrayList<String>();
        facts.add("时间：" + session.heldOn());
        facts.add("地点：" + session.place());
        facts.add("主办：" + session.host().label() + "市工业和信息化局");
        facts.add("召集：" + session.convenedBy().name() + "，" + minute(session.convenedAt()));
        calendar.moves(session).forEach(it -> facts.add("改期：原定 " + it.heldOn() + "，" + it.place() + "。" + it.reason()));
        session.closedAt()
                .ifPresent(at ->
                        facts.add("结束：" + session.closedBy().map(Person::name).orElse("") + "，" + minute(at)));
        return facts;
    }

    private String minute(Instant at) {
        return Moments.minute(at, clock.getZone());
    }

    private List<List<String>> table(List<AgendaItem> agenda) {
        if (agenda.isEmpty()) {
            return List.of();
        }
        Stream<List<String>> head = Stream.of(
                Stream.of(Stream.of("序号", "产品", "企业"), Stream.of(City.values()).map(City::label), Stream.of("决定"))
                        .flatMap(it -> it)
                        .toList());
        return Stream.concat(head, IntStream.range(0, agenda.size()).mapToObj(i -> row(i + 1, agenda.get(i))))
                .toList();
    }

    private List<String> row(int number, AgendaItem item) {
        return Stream.of(
                        Stream.of(String.valueOf(number), spoken(item), firm(item)),
                        Stream.of(City.values()).map(city -> position(item, city)),
                        Stream.of(decision(item)))
                .flatMap(it -> it)
                .toList();
    }

    /** What a city says, in a few words: in writing, or in the session. */
    private static String position(AgendaItem item, City city) {
        Optional<String> inSession = item.position(city).map(it -> it.accepts() ? "会上同意" : "会上不同意");
        return inSession
                .or(() -> item.of().answerOf(city).map(it -> Labels.of(it.answer())))
                .orElse(item.of().silent().contains(city) ? "期限内没有答复" : "没有审查");
    }

    private static String decision(AgendaItem item) {
        return item.decision().map(it -> Labels.of(it.outcome())).orElse("未决定");
    }

    private static String named(AgendaItem item) {
        return item.of().filed().orElseThrow().statement().name();
    }

    private static String spoken(AgendaItem item) {
        return named(item) + "（" + item.of().code() + "）";
    }

    private String firm(AgendaItem item) {
        String code = item.of().applicant().organizationCode();
        return organizations.findByIdOptional(code).map(Organization::name).orElse(code);
    }

    private Opinions opinions(AgendaItem item) {
        var said = new ArrayList<String>();
        item.of()
                .answers()
                .forEach(it -> said.add(it.city().label() + "市（书面，" + it.by().name() + "）：" + Labels.of(it.answer())
                        + sentence(it.reasons().stream().map(Labels::of).collect(joining("、")))
                        + sentence(it.note().orElse(""))));
        silence(item.of()).ifPresent(said::add);
        item.positions()
                .forEach(it -> said.add(it.city().label() + "市（会上，" + it.by().name() + "）："
                        + (it.accepts() ? "同意" : "不同意") + sentence(it.note().orElse(""))));
        item.decision()
                .ifPresent(it -> said.add("决定：" + Labels.of(it.outcome()) + "，由"
                        + it.city().label() + "市" + it.by().name() + "记录"
                        + sentence(it.note().orElse(""))));
        return new Opinions(spoken(item), said);
    }

    private static Optional<String> silence(RecognitionCase of) {
        return of.silent().isEmpty()
                ? Optional.empty()
                : Optional.of(of.silent().stream().map(it -> it.label() + "市").collect(joining("、")) + "没有在期限内答复"
                        + of.formerDueOn().map(day -> "（期限 " + day + "）").orElse(""));
    }

    private static String sentence(String text) {
        return text.isEmpty() ? "" : "。" + text;
    }

    private List<String> batch(JointSession session, List<AgendaItem> agenda) {
        Optional<Batch> made = sessions.batch(session.number());
        if (made.isEmpty()) {
            return List.of("会议结束时成立第 " + session.number() + " 批，有效期 " + session.validityYears() + " 年。");
        }
        List<AgendaItem> recognised = agenda.stream()
                .filter(it -> it.of().state() == CaseState.RECOGNISED
                        && it.of().kind().givesTerm())
                .toList();
        var lines = new ArrayList<String>();
        lines.add("第 " + session.number() + " 批共 " + recognised.size() + " 个产品，有效期 "
                + made.get().validity().from() + " 至 " + made.get().validity().until() + "。");
        recognised.forEach(it -> lines.add("　　" + it.of().productCode().orElse("") + "　" + named(it) + "，" + firm(it)));
        return lines;
    }

    private static MinutesContent.Opinions revocation(RevocationItem item) {
        Revocation of = item.of();
        var said = new ArrayList<String>();
        said.add("理由：" + of.grounds().stream().map(Labels::of).collect(joining("、")) + "。" + of.facts());
        said.add("企业陈述：" + of.replyText().or(() -> of.reply().map(Labels::of)).orElse("期限内没有陈述"));
        item.positions()
                .forEach(it -> said.add(it.city().label() + "市（" + it.by().name() + "）："
                        + (it.revokes() ? "同意撤销" : "不同意撤销")
                        + sentence(it.note().orElse(""))));
        said.add("决定："
                + item.decision()
                        .map(it -> Labels.of(it.choice()) + sentence(it.note()))
                        .orElse("未决定"));
        return new MinutesContent.Opinions(
                of.productCode() + "（" + of.code() + "），" + of.homeCity().label() + "市启动", said);
    }
}
