package org.xiangpei.sourcing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.AtOnce;
import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Client;
import org.xiangpei.identity.OrganizationKind;
import org.xiangpei.identity.Role;
import org.xiangpei.requirement.Buying;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.LineState;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.InquiryChanged.What;
import org.xiangpei.sourcing.Invitation.Chosen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The rules of inquiries: whose they are, who is invited, what the invited learn, and what cannot be undone. */
@XiangpeiTest
class InquiriesTest {

    private static final String ONE = "F025";
    private static final String OTHER = "F005";
    private static final Client HERE = new Client("203.0.113.7", "test");
    private static final String PASSPHRASE = "沅江边的旧码头在下雨";

    /** What was told to other features, in that order. */
    @Singleton
    static class Told {
        private final List<InquiryChanged> changes = new ArrayList<>();

        void changed(@Observes InquiryChanged change) {
            changes.add(change);
        }
    }

    @Inject
    Inquiries inquiries;

    @Inject
    Inviting inviting;

    @Inject
    Questions questions;

    @Inject
    Respondents respondents;

    @Inject
    Guests guests;

    @Inject
    Requirements requirements;

    @Inject
    EntityManager entities;

    @Inject
    Told told;

    private Actor buyer;

    @BeforeEach
    void begin() {
        Asking.clean();
        told.changes.clear();
        buyer = Buying.buyer();
    }

    @AfterEach
    void clean() {
        Asking.clean();
    }

    private static void assertRefused(String problem, Runnable deed) {
        assertThatThrownBy(deed::run).isInstanceOfSatisfying(RuleViolation.class, it -> assertThat(it.code())
                .isEqualTo(problem));
    }

    private void assertFault(String field, Terms terms) {
        String requirement = Asking.requirement(buyer);
        assertThatThrownBy(() ->
                        inquiries.draft(buyer, new Draft(Asking.form(), terms, requirement, List.of(1), List.of())))
                .isInstanceOfSatisfying(RuleViolation.class, it -> {
                    assertThat(it.code()).isEqualTo("bad-inquiry");
                    assertThat(it.errors()).extracting(Object::toString).anyMatch(error -> error.contains(field));
                });
    }

    private static Terms timed(Instant questionsUntil, Instant deadline) {
        Terms usual = Asking.terms();
        return new Terms(usual.title(), null, null, null, questionsUntil, deadline, 1, false, Weights.PRICE_ALONE, 60);
    }

    private List<?> sql(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(query).getResultList());
    }

    private List<?> audited(String code) {
        return sql("select action, before, after, reason from audit_entry where subject_code = '" + code
                + "' order by seq");
    }

    private Inquiry now(String code) {
        return inquiries.own(buyer, code);
    }

    // Whose it is

    @Test
    void anotherOrganisationsInquiryDoesNotExist() {
        String code = Asking.open(buyer, ONE);
        Actor other = Buying.buyer();
        assertThatThrownBy(() -> inquiries.own(other, code)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> inquiries.cancel(other, code, "不要了")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> inviting.invite(other, code, Invitee.ofFirm(OTHER, Set.of())))
                .isInstanceOf(NotFound.class);
        assertThat(inquiries.page(other, 1, 10).total()).isZero();
        assertThat(inquiries.page(buyer, 1, 10).total()).isEqualTo(1);
        String requirement = now(code).requirement();
        assertThatThrownBy(() -> inquiries.draft(
                        other, new Draft(Asking.form(), Asking.terms(), requirement, List.of(1), List.of())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void onlyTheInvitedReadItAndNoneOfThemADraft() {
        String draft = Asking.draft(buyer, ONE);
        Actor invited = Asking.supplier(ONE);
        assertThatThrownBy(() -> respondents.of(invited, draft)).isInstanceOf(NotFound.class);
        assertThat(respondents.page(invited, 1, 10).total()).isZero();
        inquiries.publish(buyer, draft);
        assertThat(respondents.of(invited, draft)).satisfies(it -> {
            assertThat(it.firm()).contains(ONE);
            assertThat(it.personName()).isEqualTo(invited.name());
            assertThat(respondents.inquiry(it).code()).isEqualTo(draft);
        });
        assertThat(respondents.page(invited, 1, 10).total()).isEqualTo(1);
        Actor stranger = Asking.supplier(OTHER);
        assertThatThrownBy(() -> respondents.of(stranger, draft)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> respondents.of(Actor.PUBLIC, draft)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> respondents.of(buyer, draft)).isInstanceOf(NotFound.class);
    }

    // Drafting

    @Test
    void linesAreCopiedWithoutWhatTheBuyerWroteAndProductsFollowTheNumbers() {
        String requirement = Asking.requirement(buyer, Buying.lift(""), Buying.lift(""));
        Invitee lift = Invitee.ofFirm(
                product("elevator").firm(),
                Set.of(new Chosen(3, product("elevator").code())));
        String code = inquiries
                .draft(buyer, new Draft(Asking.form(), Asking.terms(), requirement, List.of(3, 1, 3), List.of(lift)))
                .code();
        assertThat(inquiries.lines(code)).extracting(InquiryLine::number).containsExactly(1, 2);
        assertThat(inquiries.lines(code))
                .extracting(InquiryLine::requirementLine)
                .containsExactly(1, 3);
        assertThat(inquiries.lines(code).getFirst().criteria()).hasSize(2);
        assertThat(inquiries.invitations(code).getFirst().products())
                .containsExactly(new Chosen(2, product("elevator").code()));
    }

    private record Listed(String code, String firm) {}

    private Listed product(String category) {
        Object[] row = (Object[]) sql("select code, firm_code from product where category_code = '" + category
                        + "' and firm_code not in ('F005', 'F025') order by code limit 1")
                .getFirst();
        return new Listed((String) row[0], (String) row[1]);
    }

    @Test
    void theSameFormSentTwiceMakesOneInquiry() throws Exception {
        String requirement = Asking.requirement(buyer);
        var form = new Draft(
                Asking.form(), Asking.terms(), requirement, List.of(1), List.of(Invitee.ofFirm(ONE, Set.of())));
        String first = inquiries.draft(buyer, form).code();
        assertThat(inquiries.draft(buyer, form).code()).isEqualTo(first);
        var again = new Draft(Asking.form(), Asking.terms(), requirement, List.of(1), List.of());
        List<String> codes = AtOnce.both(
                "select pg_advisory_xact_lock(hashtextextended('" + buyer.organization() + " " + again.formToken()
                        + "', 7))",
                () -> inquiries.draft(buyer, again).code(),
                () -> inquiries.draft(buyer, again).code());
        assertThat(codes.get(0)).isEqualTo(codes.get(1)).isNotEqualTo(first);
        assertThat(inquiries.page(buyer, 1, 10).total()).isEqualTo(2);
    }

    @Test
    void termsThatCannotBeMeantAreRefusedFieldByField() {
        Instant now = Asking.now();
        Instant later = now.plus(Duration.ofDays(3));
        assertFault("deadline", timed(now.minusSeconds(1), now.minusSeconds(1)));
        assertFault("questionsUntil", timed(later.plusSeconds(1), later));
        assertFault("deadline", timed(later, now.plus(Duration.ofDays(400))));
        Terms usual = Asking.terms();
        assertFault(
                "weights",
                new Terms("名", null, null, null, later, later, 1, false, new Weights(120, -20, 0), usual.validDays()));
        assertFault("validDays", new Terms("名", null, null, null, later, later, 1, false, Weights.PRICE_ALONE, 0));
        assertFault("title", new Terms(" \u202E ", null, null, null, later, later, 1, false, Weights.PRICE_ALONE, 9));
        assertFault(
                "neededBy",
                new Terms("名", null, null, LocalDate.of(2020, 1, 1), later, later, 1, false, Weights.PRICE_ALONE, 9));
        assertThat(inquiries.page(buyer, 1, 10).total()).isZero();
    }

    @Test
    void asManyOfficersMustBeThereAsOpenIt() {
        Actor alone = Asking.publicBuyer();
        assertThat(Terms.usualOpeners(OrganizationKind.PUBLIC_BUYER)).isEqualTo(2);
        assertThatThrownBy(() -> Asking.draft(alone, Asking.terms(2, false), ONE))
                .isInstanceOfSatisfying(
                        RuleViolation.class, it -> assertThat(it.detail()).contains("需要 2 名采购人员", "现有 1 名"));
        assertThatThrownBy(() -> Asking.draft(alone, Asking.terms(1, true), ONE))
                .isInstanceOfSatisfying(
                        RuleViolation.class, it -> assertThat(it.detail()).contains("复核"));
        var office = Offices.firm();
        Offices.person(office, Role.BUYER);
        Actor two = Buying.buyerOf(office);
        assertThat(inquiries
                        .own(two, Asking.draft(two, Asking.terms(2, true), ONE))
                        .terms()
                        .openers())
                .isEqualTo(2);
    }

    @Test
    void onlyLinesThatCanBeQuotedAreAskedFor() {
        String requirement = Asking.requirement(buyer, Buying.unknown("没有数量的东西"), Buying.lift(""));
        requirements.setState(buyer, requirement, 3, LineState.DROPPED);
        assertRefused("no-lines", () -> draftOf(requirement, List.of()));
        assertRefused("bad-inquiry", () -> draftOf(requirement, List.of(2)));
        assertRefused("bad-inquiry", () -> draftOf(requirement, List.of(3)));
        assertRefused("bad-inquiry", () -> draftOf(requirement, List.of(9)));
        String many = requirements
                .draft(
                        buyer,
                        "很多行",
                        IntStream.range(0, 201).mapToObj(it -> Buying.lift("")).toList())
                .code();
        assertRefused(
                "too-many-lines",
                () -> draftOf(many, IntStream.rangeClosed(1, 201).boxed().toList()));
        String broken = requirements
                .draft(buyer, "写错的条款", List.of(Buying.lift("no_such at_least 5 kg")))
                .code();
        assertRefused("bad-inquiry", () -> draftOf(broken, List.of(1)));
    }

    private String draftOf(String requirement, List<Integer> lines) {
        return inquiries
                .draft(buyer, new Draft(Asking.form(), Asking.terms(), requirement, lines, List.of()))
                .code();
    }

    @Test
    void nothingIsAskedForAWithdrawnRequirement() {
        String before = Asking.draft(buyer, ONE);
        requirements.withdraw(buyer, now(before).requirement(), "写错了");
        assertRefused("requirement-state", () -> inquiries.publish(buyer, before));
        assertRefused("requirement-state", () -> draftOf(now(before).requirement(), List.of(1)));
    }

    @Test
    void aRequirementWhoseLinesAreAskedForIsNotDeleted() {
        KeptLine.Content lift = Buying.lift("");
        String requirement = requirements.draft(buyer, "草稿", List.of(lift)).code();
        String inquiry = draftOf(requirement, List.of(1));
        assertRefused("requirement-used", () -> requirements.discard(buyer, requirement));
        inquiries.discard(buyer, inquiry);
        requirements.discard(buyer, requirement);
        assertThatThrownBy(() -> inquiries.own(buyer, inquiry)).isInstanceOf(NotFound.class);
    }

    // Who is invited

    @Test
    void nobodyIsInvitedTwiceHoweverItIsNamed() {
        String code = Asking.draft(buyer, ONE);
        String name =
                (String) sql("select name from firm where code = '" + ONE + "'").getFirst();
        assertThat(inviting.invite(buyer, code, Invitee.other(name, "江苏省苏州市", null, null)))
                .isFalse();
        assertThat(inviting.invite(buyer, code, Invitee.other("苏州远行机电有限公司", "江苏苏州", null, null)))
                .isTrue();
        assertThat(inviting.invite(buyer, code, Invitee.other(" 苏州远行机电有限公司\u200B", null, null, null)))
                .isFalse();
        assertThat(inquiries.invitations(code)).hasSize(2).anySatisfy(it -> {
            assertThat(it.firm()).isEmpty();
            assertThat(it.productionRegion()).contains("320000");
        });
        inviting.remove(buyer, code, inquiries.invitations(code).getFirst().id());
        assertThat(inquiries.invitations(code)).hasSize(1);
    }

    @Test
    void badSuppliersAreRefusedWithEverythingThatIsWrong() {
        String code = Asking.draft(buyer);
        for (String hostile : List.of("", "\u202E\u200B", "<", "'; --", "x", "名".repeat(101))) {
            assertRefused("bad-invitee", () -> inviting.invite(buyer, code, Invitee.other(hostile, null, null, null)));
        }
        assertThatThrownBy(() -> inviting.invite(
                        buyer, code, Invitee.other("好名字公司", "亚特兰蒂斯", "91430100MA4L0000XX", "a@b\nBcc: c@d.e")))
                .isInstanceOfSatisfying(
                        RuleViolation.class, it -> assertThat(it.errors()).hasSize(3));
        assertRefused("bad-invitee", () -> inviting.invite(buyer, code, Invitee.ofFirm("F999", Set.of())));
        assertRefused(
                "bad-invitee",
                () -> inviting.invite(
                        buyer,
                        code,
                        Invitee.ofFirm(
                                ONE, Set.of(new Chosen(1, product("elevator").code())))));
        // Signs are only signs: they are shown as they are written.
        assertThat(inviting.invite(buyer, code, Invitee.other("<b>公司</b>'; drop table inquiry", "未知", null, null)))
                .isTrue();
        assertThat(inquiries.invitations(code).getFirst().productionRegion()).isEmpty();
    }

    @Test
    void nobodyInvitesTheOwnFirm() {
        String code = Asking.draft(buyer, ONE);
        assertRefused(
                "bad-invitee",
                () -> inviting.invite(buyer, code, Invitee.other(buyer.organizationName(), null, null, null)));
        Actor firm = Asking.supplier(OTHER);
        Actor buys = Actor.member(
                firm.login(),
                "采购员",
                String.valueOf(firm.organization()),
                firm.organizationName(),
                firm.city(),
                Set.of(Role.BUYER));
        assertRefused("bad-invitee", () -> Asking.draft(buys, OTHER));
    }

    @Test
    void twoHundredAreInvitedAndNoMore() {
        String code = Asking.draft(buyer);
        for (int i = 0; i < Inviting.MOST; i++) {
            inviting.invite(buyer, code, Invitee.other("供应商第" + i + "号", null, null, null));
        }
        assertRefused("too-many-invited", () -> inviting.invite(buyer, code, Invitee.other("再来一家", null, null, null)));
        inquiries.publish(buyer, code);
        assertThat(inquiries.invitations(code)).hasSize(200);
    }

    // Publishing, and after

    @Test
    void publishingTellsEachOfTheInvitedAloneAndCannotBeUndone() {
        String code = Asking.draft(buyer);
        assertRefused("no-invitee", () -> inquiries.publish(buyer, code));
        inviting.invite(buyer, code, Invitee.ofFirm(ONE, Set.of()));
        inviting.invite(buyer, code, Invitee.ofFirm(OTHER, Set.of()));
        inquiries.publish(buyer, code);
        inquiries.publish(buyer, code);
        assertThat(told.changes).containsExactly(new InquiryChanged(code, What.PUBLISHED));
        List<?> notices = sql("select n.title || n.body from notice n where target_code = '" + code + "'");
        String one =
                (String) sql("select name from firm where code = '" + ONE + "'").getFirst();
        String other = (String)
                sql("select name from firm where code = '" + OTHER + "'").getFirst();
        assertThat(notices).hasSizeGreaterThanOrEqualTo(2).allSatisfy(it -> assertThat((String) it)
                .doesNotContain(one, other));
        assertRefused(
                "inquiry-state",
                () -> inquiries.write(buyer, code, Asking.terms(), now(code).version()));
        assertRefused("inquiry-state", () -> inquiries.discard(buyer, code));
        assertRefused(
                "inquiry-state",
                () -> inviting.remove(
                        buyer, code, inquiries.invitations(code).getFirst().id()));
        assertThat(audited(code)).hasSize(4);
    }

    @Test
    void oneMoreIsInvitedWhileItIsOpen() {
        String code = Asking.open(buyer, ONE);
        told.changes.clear();
        assertThat(inviting.invite(buyer, code, Invitee.ofFirm(OTHER, Set.of())))
                .isTrue();
        assertThat(inviting.invite(buyer, code, Invitee.ofFirm(OTHER, Set.of())))
                .isFalse();
        assertThat(told.changes).containsExactly(new InquiryChanged(code, What.INVITED));
        assertThat(respondents.of(Asking.supplier(OTHER), code).firm()).contains(OTHER);
        Asking.close(code);
        assertThat(now(code).phase(Asking.now())).isEqualTo(Phase.CLOSED);
        assertRefused("inquiry-state", () -> inviting.invite(buyer, code, Invitee.other("迟到公司", null, null, null)));
    }

    @Test
    void theDeadlineOnlyMovesLaterWithAReasonBeforeItHasPassed() {
        String code = Asking.open(buyer, ONE);
        told.changes.clear();
        Instant before = now(code).terms().deadline();
        Instant later = before.plus(Duration.ofDays(2));
        assertRefused("missing-reason", () -> inquiries.extend(buyer, code, later, " "));
        assertRefused("bad-deadline", () -> inquiries.extend(buyer, code, before, "一样"));
        assertRefused("bad-deadline", () -> inquiries.extend(buyer, code, before.minusSeconds(1), "提前"));
        assertRefused("bad-inquiry", () -> inquiries.extend(buyer, code, before.plus(Duration.ofDays(999)), "年份写错"));
        assertThat(now(code).terms().deadline()).isEqualTo(before);
        inquiries.extend(buyer, code, later, "图纸有更新");
        inquiries.extend(buyer, code, later, "图纸有更新");
        assertThat(now(code).terms().deadline()).isEqualTo(later);
        assertThat(inquiries.extensions(code)).hasSize(1).first().satisfies(it -> {
            assertThat(it.before()).isEqualTo(before);
            assertThat(it.reason()).isEqualTo("图纸有更新");
        });
        assertThat(told.changes).containsExactly(new InquiryChanged(code, What.EXTENDED));
        assertThat(sql("select body from notice where title like '报价延期%' and target_code = '" + code + "'"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat((String) it).contains("图纸有更新"));
        Asking.close(code);
        assertRefused(
                "inquiry-state",
                () -> inquiries.extend(buyer, code, Asking.now().plus(Duration.ofDays(9)), "太迟了"));
        assertThat(audited(code)).anySatisfy(it -> assertThat((Object[]) it).contains("extend_inquiry", "图纸有更新"));
    }

    @Test
    void cancellingReachesAllWithTheReason() {
        String draft = Asking.draft(buyer, ONE);
        assertRefused("inquiry-state", () -> inquiries.cancel(buyer, draft, "不要了"));
        String code = Asking.open(buyer, ONE, OTHER);
        assertRefused("missing-reason", () -> inquiries.cancel(buyer, code, ""));
        inquiries.cancel(buyer, code, "项目停建");
        inquiries.cancel(buyer, code, "项目停建");
        assertThat(now(code).state()).isEqualTo(InquiryState.CANCELLED);
        assertThat(now(code).endedReason()).contains("项目停建");
        assertThat(sql("select distinct body from notice where title like '询价已取消%' and target_code = '" + code + "'"))
                .hasSize(1)
                .allSatisfy(it -> assertThat((String) it).contains("项目停建"));
        assertThat(respondents.of(Asking.supplier(ONE), code).firm()).contains(ONE);
        assertRefused(
                "inquiry-state",
                () -> inquiries.extend(buyer, code, Asking.now().plus(Duration.ofDays(30)), "晚了"));
    }

    @Test
    void itIsOpenedAfterTheDeadlineAndDecidedAfterThat() {
        String code = Asking.open(buyer, ONE);
        assertRefused("inquiry-state", () -> markOpened(code));
        Asking.close(code);
        assertRefused("inquiry-state", () -> markDecided(code));
        markOpened(code);
        assertRefused("inquiry-state", () -> markOpened(code));
        markDecided(code);
        assertThat(now(code).phase(Asking.now())).isEqualTo(Phase.DECIDED);
        assertThat(told.changes)
                .extracting(InquiryChanged::what)
                .containsExactly(What.PUBLISHED, What.OPENED, What.DECIDED);
        assertRefused("inquiry-state", () -> inquiries.cancel(buyer, code, "晚了"));
    }

    private void markOpened(String code) {
        QuarkusTransaction.requiringNew()
                .run(() -> inquiries.markOpened(inquiries.ownToChange(buyer, code), Asking.now()));
    }

    private void markDecided(String code) {
        QuarkusTransaction.requiringNew()
                .run(() -> inquiries.markDecided(inquiries.ownToChange(buyer, code), Asking.now()));
    }

    // Questions

    @Test
    void nothingTellsWhoAsked() {
        String code = Asking.open(buyer, ONE, OTHER);
        Respondent asks = respondents.of(Asking.supplier(ONE), code);
        long entries = audited(code).size();
        questions.ask(asks, "轿厢高度有没有限制？");
        questions.ask(asks, "轿厢高度有没有限制？");
        assertThat(questions.listOf(code)).hasSize(1);
        assertThat(audited(code)).hasSize((int) entries);
        assertThat(sql("select row_to_json(q)::text from inquiry_question q").toString())
                .doesNotContain(asks.name(), asks.login(), ONE, asks.personName());
        assertThat(sql("select n.title || n.body from notice n where kind = 'INQUIRY_ASKED'")
                        .toString())
                .doesNotContain(asks.name(), ONE);
    }

    @Test
    void anAnswerIsGivenOnceToAll() {
        String code = Asking.open(buyer, ONE, OTHER);
        questions.ask(respondents.of(Asking.supplier(ONE), code), "要不要含运费？");
        long id = questions.listOf(code).getFirst().id();
        assertThatThrownBy(() -> questions.answer(Buying.buyer(), code, id, "含"))
                .isInstanceOf(NotFound.class);
        assertRefused("bad-question", () -> questions.answer(buyer, code, id, " "));
        questions.answer(buyer, code, id, "含运费。");
        questions.answer(buyer, code, id, "含运费。");
        assertRefused("question-answered", () -> questions.answer(buyer, code, id, "不含。"));
        questions.say(buyer, code, "图纸第三页作废。");
        questions.say(buyer, code, "图纸第三页作废。");
        assertThat(questions.listOf(code)).hasSize(2);
        assertThat(sql("select distinct account_id from notice where title like '有新的答复%' and target_code = '" + code
                        + "'"))
                .hasSameSizeAs(sql("select distinct account_id from notice where title like '询价：%' and target_code = '"
                        + code + "'"));
        Asking.close(code);
        assertRefused("inquiry-state", () -> questions.ask(respondents.of(Asking.supplier(ONE), code), "还来得及吗？"));
        assertRefused("inquiry-state", () -> questions.say(buyer, code, "来不及了"));
    }

    // Suppliers without an account

    private Invitation outsider(String code) {
        return inquiries.invitations(code).stream()
                .filter(it -> it.firm().isEmpty() && it.stands())
                .findFirst()
                .orElseThrow();
    }

    private String openToOutsider() {
        String code = Asking.draft(buyer, ONE);
        inviting.invite(buyer, code, Invitee.other("岳阳外来机电厂", "岳阳", null, null));
        assertRefused(
                "inquiry-state", () -> inviting.link(buyer, code, outsider(code).id()));
        inquiries.publish(buyer, code);
        return code;
    }

    @Test
    void aLinkOpensNothingOnceItsPassphraseIsChosen() {
        String code = openToOutsider();
        String first = inviting.link(buyer, code, outsider(code).id()).token();
        assertThat(guests.door(first).claimed()).isFalse();
        assertRefused("weak-password", () -> guests.claim(Actor.PUBLIC, first, "王五", "短"));
        assertRefused("not-permitted", () -> guests.claim(buyer, first, "王五", PASSPHRASE));
        guests.claim(Actor.PUBLIC, first, "王五", PASSPHRASE);
        String second = inviting.link(buyer, code, outsider(code).id()).token();
        assertThat(guests.door(second).claimed()).isTrue();
        assertRefused("link-used", () -> guests.claim(Actor.PUBLIC, second, "赵六", PASSPHRASE + "二"));
        assertRefused("wrong-password", () -> guests.enter(Actor.PUBLIC, second, "猜一猜这个口令", HERE));
        assertThat(guests.enter(Actor.PUBLIC, second, PASSPHRASE, HERE)).hasSize(43);
        assertThat(sql("select token_hash from invitation_link").toString()).doesNotContain(first, second);
        assertThat(audited(code).toString()).doesNotContain("王五");
        assertRefused("link-unknown", () -> guests.door("nothing"));
    }

    @Test
    void guessingAPassphraseIsSlowedDown() {
        String code = openToOutsider();
        String token = inviting.link(buyer, code, outsider(code).id()).token();
        guests.claim(Actor.PUBLIC, token, "王五", PASSPHRASE);
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            try {
                guests.enter(Actor.PUBLIC, token, "猜的口令第" + i + "次不对", new Client("198.51.100." + i, "test"));
            } catch (RuleViolation refused) {
                answers.add(refused.code());
            }
        }
        assertThat(Stream.of(answers.getFirst(), answers.getLast()))
                .containsExactly("wrong-password", "too-many-attempts");
        assertRefused("too-many-attempts", () -> guests.enter(Actor.PUBLIC, token, PASSPHRASE, HERE));
    }

    @Test
    void aFirmWithPeopleHasNoLinkAndIsNotPushedOut() {
        String code = openToOutsider();
        Asking.supplier(ONE);
        Invitation firm = inquiries.invitations(code).stream()
                .filter(it -> it.firm().isPresent())
                .findFirst()
                .orElseThrow();
        assertRefused("not-a-guest", () -> inviting.link(buyer, code, firm.id()));
        assertRefused("not-a-guest", () -> inviting.withdraw(buyer, code, firm.id(), "不要它"));
        Invitation guest = outsider(code);
        String token = inviting.link(buyer, code, guest.id()).token();
        guests.claim(Actor.PUBLIC, token, "王五", PASSPHRASE);
        inviting.withdraw(buyer, code, guest.id(), "口令丢了，另发");
        inviting.withdraw(buyer, code, guest.id(), "口令丢了，另发");
        assertRefused("link-revoked", () -> guests.enter(Actor.PUBLIC, token, PASSPHRASE, HERE));
        assertThat(inviting.invite(buyer, code, Invitee.other(guest.name(), "岳阳", null, null)))
                .isTrue();
        assertThat(guests.door(inviting.link(buyer, code, outsider(code).id()).token())
                        .claimed())
                .isFalse();
    }
}
