package org.xiangpei.recognition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Organizations;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;

import static java.util.stream.Collectors.joining;

/**
 * The minutes of a joint session (会议纪要) as DOCX. The host's office finishes them in its own form: number, red head, seal, signatures.
 * Fonts are named and not embedded: those that GB/T 9704-2012 asks of official documents (仿宋, 黑体) come with the offices' own software
 * and may not be passed on.
 */
@ApplicationScoped
public class Minutes {

    private static final String BODY = "仿宋";
    private static final String HEAD = "黑体";
    private static final int BODY_POINTS = 12;
    private static final int CELL_POINTS = 10;
    private static final int TITLE_POINTS = 18;

    private final JointSessions sessions;
    private final RevocationAgenda revocations;
    private final Organizations organizations;
    private final Clock clock;

    Minutes(JointSessions sessions, RevocationAgenda revocations, Organizations organizations, Clock clock) {
        this.sessions = sessions;
        this.revocations = revocations;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Of what is known now; a draft until the session is closed, and says so. */
    @Transactional
    public byte[] of(int number) {
        JointSession session = sessions.get(number);
        List<AgendaItem> agenda = sessions.agenda(session);
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            title(document, "长株潭工业产品互认第 " + number + " 批联席会议纪要" + (session.isClosed() ? "" : "（草稿，会议未结束）"));
            facts(document, session);
            head(document, "一、议程和决定");
            table(document, agenda);
            head(document, "二、各市意见");
            agenda.forEach(it -> opinions(document, it));
            head(document, "三、本批产品");
            batch(document, session, agenda);
            revocations(document, session);
            signatures(document);
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void facts(XWPFDocument document, JointSession session) {
        text(document, "时间：" + session.heldOn());
        text(document, "地点：" + session.place());
        text(document, "主办：" + session.host().label() + "市工业和信息化局");
        text(
                document,
                "召集：" + session.convenedBy().name() + "，" + Moments.minute(session.convenedAt(), clock.getZone()));
        session.closedAt()
                .ifPresent(at -> text(
                        document,
                        "结束：" + session.closedBy().map(Person::name).orElse("") + "，"
                                + Moments.minute(at, clock.getZone())));
    }

    private void table(XWPFDocument document, List<AgendaItem> agenda) {
        if (agenda.isEmpty()) {
            text(document, "本次会议没有申报。");
            return;
        }
        XWPFTable table = document.createTable();
        table.setWidth("100%");
        row(
                table.getRow(0),
                Stream.concat(
                                Stream.of("序号", "产品", "企业"),
                                Stream.concat(Stream.of(City.values()).map(City::label), Stream.of("决定")))
                        .toList());
        for (int i = 0; i < agenda.size(); i++) {
            AgendaItem item = agenda.get(i);
            row(
                    table.createRow(),
                    Stream.concat(
                                    Stream.of(
                                            String.valueOf(i + 1),
                                            named(item) + "（" + item.of().code() + "）",
                                            firm(item)),
                                    Stream.concat(
                                            Stream.of(City.values()).map(city -> position(item, city)),
                                            Stream.of(decision(item))))
                            .toList());
        }
    }

    /** What a city says, in one or two words: in writing, or in the session. */
    private static String position(AgendaItem item, City city) {
        Function<SessionPosition, String> said = it -> it.accepts() ? "会上同意" : "会上不同意";
        return item.position(city)
                .map(said)
                .or(() -> item.of().answerOf(city).map(it -> Labels.of(it.answer())))
                .orElse("未表态");
    }

    private static String decision(AgendaItem item) {
        return item.decision().map(it -> Labels.of(it.outcome())).orElse("未决定");
    }

    private static String named(AgendaItem item) {
        return item.of().filed().orElseThrow().statement().name();
    }

    private String firm(AgendaItem item) {
        String code = item.of().applicant().organizationCode();
        return organizations.findByIdOptional(code).map(Organization::name).orElse(code);
    }

    private void opinions(XWPFDocument document, AgendaItem item) {
        text(document, named(item) + "（" + item.of().code() + "）");
        item.of()
                .answers()
                .forEach(it -> text(
                        document,
                        "　　" + it.city().label() + "市（书面，" + it.by().name() + "）：" + Labels.of(it.answer())
                                + sentence(it.reasons().stream().map(Labels::of).collect(joining("、")))
                                + sentence(it.note().orElse(""))));
        item.positions()
                .forEach(it -> text(
                        document,
                        "　　" + it.city().label() + "市（会上，" + it.by().name() + "）：" + (it.accepts() ? "同意" : "不同意")
                                + sentence(it.note().orElse(""))));
        item.decision()
                .ifPresent(it -> text(
                        document,
                        "　　决定：" + Labels.of(it.outcome()) + "，由" + it.city().label() + "市"
                                + it.by().name() + "记录" + sentence(it.note().orElse(""))));
    }

    private static String sentence(String text) {
        return text.isEmpty() ? "" : "。" + text;
    }

    private void batch(XWPFDocument document, JointSession session, List<AgendaItem> agenda) {
        Optional<Batch> made = sessions.batch(session.number());
        if (made.isEmpty()) {
            text(document, "会议结束时成立第 " + session.number() + " 批，有效期 " + session.validityYears() + " 年。");
            return;
        }
        List<AgendaItem> recognised = agenda.stream()
                .filter(it -> it.of().state() == CaseState.RECOGNISED
                        && it.of().kind().givesTerm())
                .toList();
        text(
                document,
                "第 " + session.number() + " 批共 " + recognised.size() + " 个产品，有效期 "
                        + made.get().validity().from() + " 至 "
                        + made.get().validity().until() + "。");
        recognised.forEach(
                it -> text(document, "　　" + it.of().productCode().orElse("") + "　" + named(it) + "，" + firm(it)));
    }

    private void revocations(XWPFDocument document, JointSession session) {
        List<RevocationItem> items = revocations.of(session);
        head(document, "四、撤销互认");
        if (items.isEmpty()) {
            text(document, "本次会议没有撤销事项。");
        }
        items.forEach(it -> revocation(document, it));
    }

    private void revocation(XWPFDocument document, RevocationItem item) {
        Revocation of = item.of();
        text(document, of.productCode() + "（" + of.code() + "），" + of.homeCity().label() + "市启动");
        text(document, "　　理由：" + of.grounds().stream().map(Labels::of).collect(joining("、")) + "。" + of.facts());
        text(
                document,
                "　　企业陈述：" + of.replyText().or(() -> of.reply().map(Labels::of)).orElse("期限内没有陈述"));
        item.positions()
                .forEach(it -> text(
                        document,
                        "　　" + it.city().label() + "市（" + it.by().name() + "）：" + (it.revokes() ? "同意撤销" : "不同意撤销")
                                + sentence(it.note().orElse(""))));
        text(
                document,
                "　　决定："
                        + item.decision()
                                .map(it -> Labels.of(it.choice()) + sentence(it.note()))
                                .orElse("未决定"));
    }

    private static void signatures(XWPFDocument document) {
        head(document, "五、签字");
        Stream.of(City.values()).forEach(it -> text(document, it.label() + "市工业和信息化局：　　　　　　　　　　日期："));
    }

    private static void title(XWPFDocument document, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingAfter(240);
        run(paragraph, text, HEAD, TITLE_POINTS);
    }

    private static void head(XWPFDocument document, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingBefore(240);
        run(paragraph, text, HEAD, BODY_POINTS);
    }

    private static void text(XWPFDocument document, String text) {
        run(document.createParagraph(), text, BODY, BODY_POINTS);
    }

    private static void row(XWPFTableRow row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            var cell = row.getCell(i) == null ? row.createCell() : row.getCell(i);
            run(cell.getParagraphs().getFirst(), cells.get(i), BODY, CELL_POINTS);
        }
    }

    private static void run(XWPFParagraph paragraph, String text, String font, int points) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontFamily(font, XWPFRun.FontCharRange.ascii);
        run.setFontSize(points);
        run.setText(text);
    }
}
