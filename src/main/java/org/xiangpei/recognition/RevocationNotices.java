package org.xiangpei.recognition;

import java.util.Arrays;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.catalog.Product;
import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;

import static java.util.stream.Collectors.joining;

/** Tells firm and bureaus of a revocation, step by step. */
@ApplicationScoped
class RevocationNotices {

    private static final String SUBJECT = "revocation";

    private final Notices notices;

    RevocationNotices(Notices notices) {
        this.notices = notices;
    }

    void opened(Revocation of, Product product) {
        firm(
                of,
                product,
                NoticeKind.RECOGNITION_WAITING,
                "拟撤销互认，请陈述意见：",
                "理由：" + of.grounds().stream().map(Labels::of).collect(joining("、")) + "。请在 " + of.heardUntil()
                        + " 前陈述和申辩，或表示放弃；以后由三市联席会议决定。");
        Arrays.stream(City.values())
                .filter(it -> it != of.homeCity())
                .forEach(it -> bureau(
                        of,
                        product,
                        it,
                        NoticeKind.RECOGNITION_PROGRESS,
                        "启动撤销互认：",
                        of.homeCity().label() + "市启动，企业陈述期到 " + of.heardUntil() + " 为止，以后列入联席会议议程。"));
    }

    void replied(Revocation of, Product product) {
        boolean stated = of.reply().filter(RevocationReply.STATED::equals).isPresent();
        Arrays.stream(City.values())
                .forEach(it -> bureau(
                        of,
                        product,
                        it,
                        NoticeKind.RECOGNITION_PROGRESS,
                        stated ? "企业已陈述意见：" : "企业放弃陈述：",
                        "列入联席会议议程，由三市决定是否撤销互认。"));
    }

    void ended(Revocation of, Product product, String note) {
        boolean revoked = of.outcome().filter(RevocationOutcome.REVOKED::equals).isPresent();
        String title = revoked ? "互认已撤销：" : "不予撤销互认：";
        String text = (revoked ? "联席会议决定撤销，从 " + of.endedOn().orElseThrow() + " 起不再互认。" : "联席会议决定不撤销，互认照旧。") + note;
        firm(of, product, NoticeKind.RECOGNITION_DECIDED, title, text);
        Arrays.stream(City.values())
                .forEach(it -> bureau(of, product, it, NoticeKind.RECOGNITION_PROGRESS, title, text));
    }

    private void firm(Revocation of, Product product, NoticeKind kind, String title, String text) {
        notices.tell(
                Audience.firm(product.details().firmCode()),
                new Notice(kind, SUBJECT, of.code(), title + product.details().name(), text, "/hearings/" + of.code()));
    }

    private void bureau(Revocation of, Product product, City city, NoticeKind kind, String title, String text) {
        notices.tell(
                Audience.bureau(city),
                new Notice(
                        kind, SUBJECT, of.code(), title + product.details().name(), text, "/revocations/" + of.code()));
    }
}
