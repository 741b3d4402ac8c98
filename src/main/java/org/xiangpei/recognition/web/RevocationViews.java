package org.xiangpei.recognition.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.ProductProfile;
import org.xiangpei.catalog.ProductProfiles;
import org.xiangpei.identity.Actor;
import org.xiangpei.recognition.JointSession;
import org.xiangpei.recognition.LifeTerms;
import org.xiangpei.recognition.Person;
import org.xiangpei.recognition.Revocation;
import org.xiangpei.recognition.RevocationAgenda;
import org.xiangpei.recognition.RevocationChoice;
import org.xiangpei.recognition.RevocationDecision;
import org.xiangpei.recognition.RevocationFile;
import org.xiangpei.recognition.RevocationGround;
import org.xiangpei.recognition.RevocationItem;
import org.xiangpei.recognition.RevocationOutcome;
import org.xiangpei.recognition.RevocationPosition;
import org.xiangpei.recognition.Revocations;
import org.xiangpei.recognition.web.FilingView.Fact;
import org.xiangpei.recognition.web.RevocationView.Act;
import org.xiangpei.recognition.web.RevocationView.Decision;
import org.xiangpei.recognition.web.RevocationView.Opening;
import org.xiangpei.recognition.web.RevocationView.Paper;
import org.xiangpei.recognition.web.RevocationView.Row;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/** Puts revocations into words. */
@ApplicationScoped
class RevocationViews {

    private final Revocations revocations;
    private final RevocationAgenda agenda;
    private final ProductProfiles products;
    private final LifeTerms terms;
    private final Words words;

    RevocationViews(
            Revocations revocations, RevocationAgenda agenda, ProductProfiles products, LifeTerms terms, Words words) {
        this.revocations = revocations;
        this.agenda = agenda;
        this.products = products;
        this.terms = terms;
        this.words = words;
    }

    /** @throws NotFound when there is no such product */
    @Transactional
    Opening opening(String product, Set<String> chosen, String facts, @Nullable RuleViolation refused) {
        ProductProfile of = products.get(product);
        return new Opening(
                product,
                of.product().name(),
                of.firm().details().name(),
                terms.heardUntil(words.today()).toString(),
                Stream.of(RevocationGround.values())
                        .map(it -> new ExaminationView.Option(it.code(), Labels.of(it), chosen.contains(it.code())))
                        .toList(),
                facts,
                refused == null ? null : refused.detail());
    }

    /**
     * For the bureaus.
     *
     * @throws NotFound when there is none
     */
    @Transactional
    RevocationView one(Actor actor, String code, @Nullable RuleViolation refused, String typed) {
        Revocation of = revocations.get(code);
        Optional<RevocationItem> item = agenda.item(of);
        return view(of, "/revocations/", item, refused, typed, act(actor, of, item));
    }

    private @Nullable Act act(Actor actor, Revocation of, Optional<RevocationItem> item) {
        return agenda.acting(actor, of)
                .map(session -> new Act(
                        session.number(),
                        actor.city()
                                .filter(city ->
                                        item.flatMap(it -> it.position(city)).isEmpty())
                                .isPresent(),
                        item.map(RevocationItem::revision).orElse(0)))
                .orElse(null);
    }

    /**
     * For the firm: what the cities say before it is decided is theirs.
     *
     * @throws NotFound when there is none, or another firm's
     */
    @Transactional
    RevocationView own(Actor actor, String code, @Nullable RuleViolation refused, String typed) {
        Revocation of = revocations.getOwn(actor, code);
        return view(of, "/hearings/", of.isOpen() ? Optional.empty() : agenda.item(of), refused, typed, null);
    }

    private RevocationView view(
            Revocation of,
            String path,
            Optional<RevocationItem> item,
            @Nullable RuleViolation refused,
            String typed,
            @Nullable Act act) {
        ProductProfile product = products.get(of.productCode());
        List<RevocationFile> files = revocations.files(of.code());
        return new RevocationView(
                of.code(),
                of.productCode(),
                product.product().name(),
                state(of),
                tone(of),
                next(of),
                refused == null ? null : refused.detail(),
                facts(of, product),
                of.grounds().stream().map(Labels::of).toList(),
                of.facts(),
                papers(files, RevocationFile.Side.BUREAU, path + of.code()),
                of.reply().map(reply -> of.replyText().orElse(Labels.of(reply))).orElse(null),
                papers(files, RevocationFile.Side.FIRM, path + of.code()),
                item.map(it -> it.positions().stream().map(this::position).toList())
                        .orElse(List.of()),
                item.flatMap(RevocationItem::decision).map(this::decision).orElse(null),
                of.isOpen() && !of.isHeard(words.today()),
                act,
                typed);
    }

    private List<Paper> papers(List<RevocationFile> files, RevocationFile.Side side, String path) {
        return files.stream()
                .filter(it -> it.side() == side)
                .map(it -> new Paper(
                        it.name(), path + "/files/" + it.id(), it.uploadedBy() + "，" + words.time(it.uploadedAt())))
                .toList();
    }

    private SessionView.Position position(RevocationPosition it) {
        return new SessionView.Position(
                it.city().label(),
                it.revokes() ? "同意撤销" : "不同意撤销",
                it.revokes() ? "fail" : "pass",
                it.note().orElse(null),
                it.by().name() + "，" + words.time(it.at()));
    }

    private Decision decision(RevocationDecision it) {
        return new Decision(
                Labels.of(it.choice()),
                tone(it.choice()),
                it.note(),
                "由" + it.city().label() + "市" + it.by().name() + "记录，" + words.time(it.at()));
    }

    private static String tone(RevocationChoice choice) {
        return switch (choice) {
            case REVOKE -> "fail";
            case KEEP -> "pass";
            case POSTPONE -> "sample";
        };
    }

    private List<Fact> facts(Revocation of, ProductProfile product) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("编号", of.code()));
        facts.add(new Fact("产品", product.product().name() + "（" + of.productCode() + "）"));
        facts.add(new Fact("企业", product.firm().details().name()));
        facts.add(new Fact(
                "启动", Words.bureau(of.homeCity()) + "，" + of.openedBy().name() + "，" + words.time(of.openedAt())));
        facts.add(new Fact("陈述期限", of.heardUntil() + "（" + terms.hearing() + " 个工作日）"));
        if (!revocations.isReachable(of)) {
            facts.add(new Fact("告知", "企业在本平台没有账号，请书面送达，并留存回证"));
        }
        of.repliedAt()
                .ifPresent(at -> facts.add(
                        new Fact("企业答复", of.repliedBy().map(Person::name).orElse("") + "，" + words.time(at))));
        of.session().ifPresent(session -> facts.add(new Fact("联席会议", "第 " + session + " 批")));
        of.endedOn()
                .ifPresent(day -> facts.add(new Fact(
                        "结果", Labels.of(of.outcome().orElseThrow()) + "，" + day + (isRevoked(of) ? " 起不再互认" : ""))));
        return facts;
    }

    private static boolean isRevoked(Revocation of) {
        return of.outcome().filter(RevocationOutcome.REVOKED::equals).isPresent();
    }

    private String state(Revocation of) {
        return of.outcome().map(Labels::of).orElseGet(() -> of.isHeard(words.today()) ? "等联席会议决定" : "听取企业意见中");
    }

    private String tone(Revocation of) {
        return of.outcome()
                .map(it -> it == RevocationOutcome.REVOKED ? "fail" : "pass")
                .orElse("sample");
    }

    private String next(Revocation of) {
        if (isRevoked(of)) {
            return "三市联席会议已决定撤销。从 " + of.endedOn().orElseThrow() + " 起这个产品不再互认，以前的日子不变。需要时可以重新申报。";
        }
        if (!of.isOpen()) {
            return "三市联席会议决定不撤销，互认照旧。";
        }
        return of.isHeard(words.today())
                ? "由下一次联席会议决定：撤销或不予撤销，都须至少两市同意。决定以前互认照旧。"
                : "企业可以陈述和申辩到 " + of.heardUntil() + "，以后列入联席会议议程。决定以前互认照旧。";
    }

    /** Those of a session. */
    @Transactional
    List<SessionView.Revoking> agenda(JointSession session) {
        return agenda.of(session).stream().map(this::revoking).toList();
    }

    private SessionView.Revoking revoking(RevocationItem item) {
        ProductProfile product = products.get(item.of().productCode());
        return new SessionView.Revoking(
                item.of().code(),
                product.product().name(),
                product.firm().details().name(),
                item.of().homeCity().label(),
                item.of().reply().map(Labels::of).orElse("期限内没有陈述"),
                item.decision().map(it -> Labels.of(it.choice())).orElse(""),
                item.decision().map(it -> tone(it.choice())).orElse(""),
                item.decision().isPresent() || !item.positions().isEmpty());
    }

    /** For the bureaus. */
    @Transactional
    List<Row> rows(@Nullable City only) {
        return revocations.list(only).stream().map(this::row).toList();
    }

    /** For the firm. */
    @Transactional
    List<Row> ownRows(Actor actor) {
        return revocations.listOwn(actor).stream().map(this::row).toList();
    }

    private Row row(Revocation of) {
        ProductProfile product = products.get(of.productCode());
        return new Row(
                of.code(),
                product.product().name(),
                product.firm().details().name(),
                of.homeCity().label(),
                of.openedOn().toString(),
                state(of),
                tone(of),
                of.endedOn().map(day -> "决定于 " + day).orElse("陈述期到 " + of.heardUntil()));
    }
}
