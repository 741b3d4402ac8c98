package org.xiangpei.recognition;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.City;

import static java.util.stream.Collectors.joining;

/** Tells the bureaus, and the firms whose filings are on the agenda, when a joint session is held, moved or called off, and what it made. */
@ApplicationScoped
class SessionNotices {

    private static final String SUBJECT = "joint_session";

    private final Notices notices;

    SessionNotices(Notices notices) {
        this.notices = notices;
    }

    void convened(JointSession session, List<AgendaItem> agenda) {
        String when = session.heldOn() + "，" + session.place();
        bureaus(session, "召集第 " + session.number() + " 批联席会议", when + "。" + count(agenda), path(session));
        firms(agenda, "列入联席会议：", "第 " + session.number() + " 批联席会议 " + session.heldOn() + " 举行，决定这份申报。");
    }

    /** Which cities have let their time pass is what they have to prepare for. */
    private static String count(List<AgendaItem> agenda) {
        long silent = agenda.stream().filter(it -> !it.of().silent().isEmpty()).count();
        return "议程 " + agenda.size() + " 份申报"
                + (silent == 0 ? "。" : "，其中 " + silent + " 份有市没有答复：" + silentCities(agenda) + "。");
    }

    private static String silentCities(List<AgendaItem> agenda) {
        return agenda.stream()
                .flatMap(it -> it.of().silent().stream())
                .distinct()
                .sorted()
                .map(City::label)
                .collect(joining("、"));
    }

    void moved(JointSession session, SessionChange change, List<AgendaItem> agenda) {
        String text = "原定 " + change.heldOn() + "，" + change.place() + "；改为 " + session.heldOn() + "，" + session.place()
                + "。原因：" + change.reason();
        bureaus(session, "第 " + session.number() + " 批联席会议改期", text, path(session));
        firms(agenda, "联席会议改期：", "决定这份申报的会议改在 " + session.heldOn() + " 举行。原因：" + change.reason());
    }

    void calledOff(JointSession session, SessionChange change, List<AgendaItem> agenda) {
        String reason = "原因：" + change.reason();
        bureaus(
                session,
                "第 " + session.number() + " 批联席会议取消",
                "原定 " + change.heldOn() + "，" + change.place() + "。议程上的申报列入下一次会议，仍由"
                        + session.host().label() + "市召集。" + reason,
                "/sessions");
        firms(agenda, "联席会议取消：", "原定 " + change.heldOn() + " 的会议不开了，这份申报由下一次会议决定。" + reason);
    }

    void closed(Batch batch, long recognised) {
        City host = batch.host().orElseThrow();
        notices.tell(
                Audience.bureaus(),
                new Notice(
                        NoticeKind.RECOGNITION_PROGRESS,
                        SUBJECT,
                        String.valueOf(batch.number()),
                        "第 " + batch.number() + " 批成立",
                        host.label() + "市主办的联席会议已结束，互认 " + recognised + " 个产品，公告和清单已可查看。",
                        "/batches/" + batch.number()));
    }

    private static String path(JointSession session) {
        return "/sessions/" + session.number();
    }

    private void bureaus(JointSession session, String title, String text, String path) {
        notices.tell(
                Audience.bureaus(),
                new Notice(
                        NoticeKind.RECOGNITION_PROGRESS, SUBJECT, String.valueOf(session.number()), title, text, path));
    }

    private void firms(List<AgendaItem> agenda, String what, String text) {
        agenda.forEach(it -> notices.tell(
                Audience.organization(it.of().applicant().organizationCode(), Role.SUPPLIER, Role.ADMINISTRATOR),
                new Notice(
                        NoticeKind.RECOGNITION_PROGRESS,
                        "recognition_case",
                        it.of().code(),
                        what + named(it.of()),
                        text,
                        "/filings/" + it.of().code())));
    }

    private static String named(RecognitionCase of) {
        return Optional.of(of.statement().name()).filter(it -> !it.isBlank()).orElse(of.code());
    }
}
