package org.xiangpei.sourcing.award;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.AtOnce;
import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.Sweep;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Organizations;
import org.xiangpei.identity.Role;
import org.xiangpei.ledger.Duplicates;
import org.xiangpei.ledger.PurchaseUploads;
import org.xiangpei.requirement.Buying;
import org.xiangpei.requirement.LineEnds;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.Asking;
import org.xiangpei.sourcing.Draft;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.InquiryState;
import org.xiangpei.sourcing.Terms;
import org.xiangpei.sourcing.award.Plan.Elsewhere;
import org.xiangpei.sourcing.award.Plan.LinePlan;
import org.xiangpei.sourcing.award.Plan.Part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The rules of deciding: once, by one or by two, all of it or nothing. */
@XiangpeiTest
class AwardingTest {

    @Inject
    Awarding awarding;

    @Inject
    Awards awards;

    @Inject
    Outcomes outcomes;

    @Inject
    Renewals renewals;

    @Inject
    Inquiries inquiries;

    @Inject
    PurchaseUploads uploads;

    @Inject
    Duplicates duplicates;

    @Inject
    LineEnds ends;

    @Inject
    Organizations organizations;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    private Actor buyer;
    private Actor colleague;

    @BeforeEach
    void begin() {
        Opened.clean();
        Organization office = Offices.firm();
        Offices.person(office, Role.BUYER);
        Offices.person(office, Role.BUYER);
        buyer = Buying.buyerOf(office);
        colleague = Actor.member(
                "x-colleague-" + buyer.organization(),
                "测试同事",
                String.valueOf(buyer.organization()),
                buyer.organizationName(),
                buyer.city(),
                buyer.roles());
    }

    @AfterEach
    void clean() {
        Opened.clean();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private List<?> sql(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(query).getResultList());
    }

    private long count(String from) {
        return ((Number) sql("select count(*) from " + from).getFirst()).longValue();
    }

    private long purchases() {
        return count("purchase_record where buyer_code = '" + buyer.organization() + "'");
    }

    private static void assertRefused(String problem, Runnable deed) {
        assertThatThrownBy(deed::run).isInstanceOfSatisfying(RuleViolation.class, it -> assertThat(it.code())
                .isEqualTo(problem));
    }

    private InquiryState state(Opened of) {
        return inquiries.own(buyer, of.code()).state();
    }

    private LineEnds.End end(Opened of) {
        return Objects.requireNonNull(ends.of(of.requirement()).get(1));
    }

    // What a decision does

    @Test
    void aDecisionIsAPurchaseOfTheLedgerWithThePlaceOfTheQuotedLine() {
        Opened opened = Opened.plain(buyer, Asking.terms());
        awarding.propose(buyer, opened.code(), opened.all("F001", null), key());
        assertThat(state(opened)).isEqualTo(InquiryState.DECIDED);
        assertThat(sql("select supplier_firm_code, production_region, amount, channel, quantity, category_code, number"
                        + " from purchase_record where buyer_code = '" + buyer.organization() + "'"))
                .singleElement()
                .isEqualTo(new Object[] {
                    "F001",
                    "430211",
                    new BigDecimal("200000.00"),
                    "AWARD",
                    new BigDecimal("2"),
                    "elevator",
                    opened.code() + "-1-" + opened.of("F001")
                });
        Award award = awards.of(opened.code()).getFirst();
        assertThat(award.amount()).hasToString("200000.00");
        assertThat(award.rank()).isEqualTo(1);
        assertThat(award.reason()).isEmpty();
        assertThat(end(opened).label()).isEqualTo("成交");
        assertThat(count("audit_entry where action = 'decide_award' and subject_code = '" + opened.code() + "'"))
                .isEqualTo(1);
    }

    @Test
    void whoQuotedIsToldOfTheOwnResultAlone() {
        String winner = salesman("F001");
        String loser = salesman("F072");
        Opened opened = Opened.plain(buyer, Asking.terms());
        awarding.propose(buyer, opened.code(), opened.all("F001", null), key());
        assertThat(told(winner, opened)).singleElement().asString().startsWith("成交：");
        assertThat(told(loser, opened)).singleElement().asString().startsWith("询价已定标，未成交：");
        assertThat(sql("select title || body from notice where target_code = '" + opened.code() + "'"))
                .isNotEmpty()
                .noneMatch(it -> it.toString().matches(".*(100000|120000|100,000|20 万|德力通).*"));
    }

    private String salesman(String firm) {
        Asking.supplier(firm);
        Organization seller = QuarkusTransaction.requiringNew()
                .call(() -> organizations.findByFirm(firm).orElseThrow());
        return Offices.person(seller, Role.SUPPLIER).login();
    }

    private List<?> told(String login, Opened of) {
        return sql("select title from notice join account on account.id = account_id where login = '" + login
                + "' and target_code = '" + of.code() + "' and kind = 'AWARD_DECIDED'");
    }

    @Test
    void aLineCanBeSplitAndItsRestBoughtElsewhereWithAnUnknownPlace() {
        Opened opened = Opened.plain(buyer, Asking.terms());
        var elsewhere = new Elsewhere(
                "苏州某电梯有限公司", null, ElsewhereReason.DELIVERY, new BigDecimal("98000"), LocalDate.now(clock), null);
        var plan = new Plan(List.of(
                new LinePlan(1, List.of(new Part(opened.of("F072"), BigDecimal.ONE)), "交货更快", elsewhere, null)));
        awarding.propose(buyer, opened.code(), plan, key());
        assertThat(sql("select supplier_name, production_region, amount, channel, quantity from purchase_record where"
                        + " buyer_code = '" + buyer.organization() + "' order by amount"))
                .hasSize(2)
                .first()
                .isEqualTo(new Object[] {"苏州某电梯有限公司", null, new BigDecimal("98000.00"), "HAND", new BigDecimal("1")});
        assertThat(end(opened).detail()).contains("苏州某电梯有限公司（交货期）");
        assertThat(awards.of(opened.code()).getFirst().reason()).contains("交货更快");
    }

    @Test
    void aProductThatHasLeftTheCatalogueIsBoughtAllTheSame() {
        Opened opened = Opened.closed(buyer, Asking.terms(), List.of("F001"), List.of())
                .quote("F001", List.of(Bids.of(1, "100000").saying("cc").of("P999")))
                .open(buyer);
        awarding.propose(buyer, opened.code(), opened.all("F001", null), key());
        assertThat(sql("select product_code from purchase_record where buyer_code = '" + buyer.organization() + "'"))
                .singleElement()
                .isNull();
    }

    @Test
    void aDecisionIsNeverChanged() {
        Opened opened = Opened.plain(buyer, Asking.terms());
        awarding.propose(buyer, opened.code(), opened.all("F001", null), key());
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> entities.createNativeQuery("update award set amount = 1")
                                .executeUpdate()))
                .isInstanceOf(PersistenceException.class);
    }

    /** A process that dies leaves what was committed: before the end of the transaction that is nothing. */
    @Test
    void whatDoesNotComeToItsEndLeavesNothing() {
        Opened opened = Opened.plain(buyer, Asking.terms());
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    awarding.propose(buyer, opened.code(), opened.all("F001", null), key());
                    entities.flush();
                    throw new IllegalStateException("died");
                }))
                .hasStackTraceContaining("died");
        assertThat(state(opened)).isEqualTo(InquiryState.OPENED);
        assertThat(awards.of(opened.code())).isEmpty();
        assertThat(purchases()).isZero();
        assertThat(count("award_proposal where inquiry_code = '" + opened.code() + "'"))
                .isZero();
        assertThat(count("notice where kind = 'AWARD_DECIDED' and target_code = '" + opened.code() + "'"))
                .isZero();
        awarding.propose(buyer, opened.code(), opened.all("F001", null), key());
        assertThat(purchases()).isEqualTo(1);
    }

    @Test
    void nothingIsDecidedBeforeTheOpeningOrForAnotherOrganisation() {
        Opened sealed = Opened.closed(buyer, Asking.terms(), List.of("F001"), List.of());
        var none = new Plan(List.of(new LinePlan(1, List.of(), null, null, "不要了")));
        assertRefused("inquiry-state", () -> awarding.propose(buyer, sealed.code(), none, key()));
        Actor stranger = Buying.buyer();
        assertThatThrownBy(() -> awarding.propose(stranger, sealed.code(), none, key()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> awarding.proposals(stranger, sealed.code())).isInstanceOf(NotFound.class);
        sealed.open(buyer);
        awarding.propose(buyer, sealed.code(), none, key());
        assertThat(state(sealed)).isEqualTo(InquiryState.DECIDED);
        assertThat(purchases()).isZero();
    }

    // By two

    @Test
    void whereTwoAreAskedForWhoProposesDoesNotApprove() {
        Terms terms = Asking.terms(1, true);
        Opened opened = Opened.plain(buyer, terms);
        Proposal proposal = awarding.propose(buyer, opened.code(), opened.all("F001", null), key());
        assertThat(proposal.state()).isEqualTo(ProposalState.PROPOSED);
        assertThat(purchases()).isZero();
        assertRefused("award-own-plan", () -> awarding.approve(buyer, opened.code(), 1));
        assertRefused("award-own-plan", () -> awarding.sendBack(buyer, opened.code(), 1, "改主意了"));
        awarding.approve(colleague, opened.code(), 1);
        assertThat(state(opened)).isEqualTo(InquiryState.DECIDED);
        assertThat(purchases()).isEqualTo(1);
        awarding.approve(colleague, opened.code(), 1);
        assertThat(purchases()).as("approved again over a bad connection").isEqualTo(1);
        assertRefused("award-answered", () -> awarding.sendBack(colleague, opened.code(), 1, "不同意"));
    }

    @Test
    void aPlanIsSentBackWithAReasonOrTakenBackByItsAuthorAndProposedAnew() {
        Opened opened = Opened.plain(buyer, Asking.terms(1, true));
        awarding.propose(buyer, opened.code(), opened.all("F001", null), key());
        assertRefused("missing-reason", () -> awarding.sendBack(colleague, opened.code(), 1, " "));
        assertRefused("award-own-plan", () -> awarding.takeBack(colleague, opened.code(), 1));
        awarding.sendBack(colleague, opened.code(), 1, "请再比较交货期");
        Proposal second = awarding.propose(buyer, opened.code(), opened.all("F072", "交货更快"), key());
        assertRefused(
                "award-waiting", () -> awarding.propose(colleague, opened.code(), opened.all("F001", null), key()));
        awarding.takeBack(buyer, opened.code(), second.number());
        awarding.propose(colleague, opened.code(), opened.all("F001", null), key());
        awarding.approve(buyer, opened.code(), 3);
        assertThat(awards.of(opened.code()))
                .singleElement()
                .extracting(Award::quotation)
                .isEqualTo(opened.of("F001"));
    }

    /** The database itself does not let one person be both. */
    @Test
    void noRowSaysThatSomebodyApprovedTheOwnPlan() {
        Opened opened = Opened.plain(buyer, Asking.terms(1, true));
        awarding.propose(buyer, opened.code(), opened.all("F001", null), key());
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                                "update award_proposal set state = 'DECIDED', answered_by = proposed_by,"
                                        + " answered_by_name = '我', answered_at = now()")
                        .executeUpdate()))
                .isInstanceOf(PersistenceException.class);
    }

    // Twice

    @Test
    void theSameFormSentTwiceIsOneAward() throws Exception {
        Opened opened = Opened.plain(buyer, Asking.terms());
        String form = key();
        List<String> answers = AtOnce.both(
                "select code from inquiry where code = '" + opened.code() + "' for update",
                () -> propose(buyer, opened, opened.all("F001", null), form),
                () -> propose(buyer, opened, opened.all("F001", null), form));
        assertThat(answers).containsExactly("DECIDED", "DECIDED");
        assertThat(purchases()).isEqualTo(1);
        assertRefused("award-answered", () -> awarding.propose(buyer, opened.code(), opened.all("F072", "快"), form));
    }

    @Test
    void ofTwoOfficersWhoAwardAtOnceOneDoes() throws Exception {
        Opened opened = Opened.plain(buyer, Asking.terms());
        List<String> answers = AtOnce.both(
                "select code from inquiry where code = '" + opened.code() + "' for update",
                () -> propose(buyer, opened, opened.all("F001", null), key()),
                () -> propose(colleague, opened, opened.all("F072", "交货更快"), key()));
        assertThat(answers).containsExactlyInAnyOrder("DECIDED", "award-decided");
        assertThat(purchases()).isEqualTo(1);
        assertThat(awards.of(opened.code())).hasSize(1);
    }

    @Test
    void approvedAndSentBackAtOnceIsOneOfBoth() throws Exception {
        Opened opened = Opened.plain(buyer, Asking.terms(1, true));
        awarding.propose(buyer, opened.code(), opened.all("F001", null), key());
        Actor third = Actor.member(
                "x-third",
                "第三人",
                String.valueOf(buyer.organization()),
                buyer.organizationName(),
                buyer.city(),
                buyer.roles());
        List<String> answers = AtOnce.both(
                "select code from inquiry where code = '" + opened.code() + "' for update",
                () -> answer(() -> awarding.approve(colleague, opened.code(), 1)),
                () -> answer(() -> awarding.sendBack(third, opened.code(), 1, "再议")));
        assertThat(answers).containsExactlyInAnyOrder("done", "award-answered");
        assertThat(purchases()).isEqualTo(answers.getFirst().equals("done") ? 1 : 0);
    }

    private String propose(Actor actor, Opened opened, Plan plan, String key) {
        try {
            return awarding.propose(actor, opened.code(), plan, key).state().name();
        } catch (RuleViolation refused) {
            return refused.code();
        }
    }

    private static String answer(Runnable deed) {
        try {
            deed.run();
            return "done";
        } catch (RuleViolation refused) {
            return refused.code();
        }
    }

    // Expired quotations

    @Test
    void anExpiredQuotationIsAwardedAfterItsSupplierConfirmedItOrWithAReason() {
        Actor supplier = Asking.supplier("F001");
        Opened opened = Opened.closed(buyer, Asking.terms(1, true), List.of("F001", "F072"), List.of())
                .quote("F001", List.of(Bids.of(1, "100000").saying("cc").expired()))
                .quote("F072", List.of(Bids.of(1, "120000").saying("cc")))
                .open(buyer);
        assertRefused("bad-award", () -> awarding.propose(buyer, opened.code(), opened.all("F001", null), key()));
        assertRefused("not-expired", () -> renewals.ask(buyer, opened.code(), opened.of("F072")));
        renewals.ask(buyer, opened.code(), opened.of("F001"));
        renewals.ask(colleague, opened.code(), opened.of("F001"));
        assertThat(count("quotation_renewal where quotation_id = " + opened.of("F001")))
                .isEqualTo(1);

        LocalDate today = LocalDate.now(clock);
        assertRefused("bad-valid-until", () -> renewals.confirm(supplier, opened.code(), today.minusDays(1)));
        assertRefused("bad-valid-until", () -> renewals.confirm(supplier, opened.code(), today.plusYears(2)));
        assertThatThrownBy(() -> renewals.confirm(Asking.supplier("F073"), opened.code(), today.plusDays(9)))
                .isInstanceOf(NotFound.class);
        renewals.confirm(supplier, opened.code(), today.plusDays(9));
        Proposal proposal = awarding.propose(buyer, opened.code(), opened.all("F001", null), key());
        assertThat(proposal.state()).isEqualTo(ProposalState.PROPOSED);
    }

    /** What was sound when it was proposed may not be when it is approved. */
    @Test
    void aPlanWhoseQuotationExpiredMeanwhileIsNotApproved() {
        Opened opened = Opened.plain(buyer, Asking.terms(1, true));
        awarding.propose(buyer, opened.code(), opened.all("F001", null), key());
        Sweep.run(List.of("update quotation set valid_until = current_date - 2 where id = " + opened.of("F001")));
        assertRefused("bad-award", () -> awarding.approve(colleague, opened.code(), 1));
        awarding.sendBack(colleague, opened.code(), 1, "报价过期了");
        assertThat(purchases()).isZero();
    }

    // The ledger

    @Test
    void anAwardAndTheSameRowOfAnUploadedLedgerAreSuspectedToBeOne() throws Exception {
        Opened opened = Opened.plain(buyer, Asking.terms());
        awarding.propose(buyer, opened.code(), opened.all("F001", null), key());
        assertThat(duplicates.count(buyer)).isZero();
        Path file = Files.createTempFile("ledger", ".csv");
        try {
            Files.writeString(
                    file,
                    "日期,品名,金额,供应商,产地,类别\n%s,乘客电梯,200000,湖南德力通电梯有限公司,株洲,电梯\n"
                            .formatted(LocalDate.now(clock).minusDays(1)));
            String upload = uploads.preview(buyer, "年度台账.csv", file);
            var shown = uploads.show(buyer, upload).upload();
            assertThat(shown.foreseen().alike()).hasSize(1);
            assertThat(uploads.apply(buyer, upload, shown.digest())).isTrue();
            assertThat(duplicates.count(buyer)).isEqualTo(1);
            uploads.undo(buyer, upload);
        } finally {
            Files.delete(file);
        }
        Sweep.run(List.of(
                "delete from purchase_record where buyer_code = '" + buyer.organization() + "'",
                "delete from purchase_import where organization = '" + buyer.organization() + "'"));
    }

    /** The service wrote both itself: nobody need say that they are two. */
    @Test
    void twoAwardsAlikeAreNotSuspectedToBeOne() {
        for (int i = 0; i < 2; i++) {
            Opened opened = Opened.plain(buyer, Asking.terms());
            awarding.propose(buyer, opened.code(), opened.all("F001", null), key());
        }
        assertThat(purchases()).isEqualTo(2);
        assertThat(duplicates.count(buyer)).isZero();
    }

    // Without an inquiry

    /** Its suppliers wait for a decision, which gives the line its end; a draft keeps nobody waiting. */
    @Test
    void aLineForWhichAnInquiryRunsGetsItsEndByTheDecision() {
        Opened opened = Opened.closed(buyer, Asking.terms(), List.of("F001"), List.of());
        var bought = new Elsewhere("苏州某电梯有限公司", null, ElsewhereReason.PRICE, null, LocalDate.now(clock), null);
        assertRefused("line-asked", () -> outcomes.elsewhere(buyer, opened.requirement(), 1, bought));
        opened.open(buyer);
        assertRefused("line-asked", () -> outcomes.notBought(buyer, opened.requirement(), 1, "不要了"));
        inquiries.cancel(buyer, opened.code(), "改为直接采购");
        outcomes.elsewhere(buyer, opened.requirement(), 1, bought);
        assertThat(end(opened).label()).isEqualTo("另行采购");

        String draft = Asking.draft(buyer, "F001");
        String requirement = inquiries.own(buyer, draft).requirement();
        outcomes.notBought(buyer, requirement, 1, "项目取消");
        assertThat(ends.of(requirement)).containsOnlyKeys(1);
    }

    @Test
    void aLineThatHasItsEndIsNotAskedForAgainUntilThatIsTakenBack() {
        String draft = Asking.draft(buyer, "F001");
        String requirement = inquiries.own(buyer, draft).requirement();
        var other = new Draft(key(), Asking.terms(), requirement, List.of(1), List.of());
        outcomes.notBought(buyer, requirement, 1, "项目取消");
        assertRefused("bad-inquiry", () -> inquiries.publish(buyer, draft));
        assertRefused("bad-inquiry", () -> inquiries.draft(buyer, other));
        long end = outcomes.others(requirement)
                .values()
                .iterator()
                .next()
                .getFirst()
                .id();
        outcomes.withdraw(buyer, requirement, end, "记错了");
        inquiries.publish(buyer, draft);
        inquiries.draft(buyer, other);
    }

    @Test
    void aLineBoughtElsewhereWithoutAnInquiryHasItsEndAndIsInTheLedger() {
        String requirement = Asking.requirement(buyer, Buying.lift(""));
        var bought = new Elsewhere(
                "苏州某电梯有限公司",
                "320500",
                ElsewhereReason.NO_PRODUCT,
                new BigDecimal("180000"),
                LocalDate.now(clock),
                null);
        outcomes.elsewhere(buyer, requirement, 1, bought);
        assertThat(purchases()).isEqualTo(1);
        assertThat(ends.of(requirement)).containsOnlyKeys(1);
        assertRefused("outcome-there", () -> outcomes.elsewhere(buyer, requirement, 1, bought));
        assertRefused("outcome-there", () -> outcomes.notBought(buyer, requirement, 1, "不要了"));
        assertRefused("bad-outcome", () -> outcomes.notBought(buyer, requirement, 2, " "));
        outcomes.notBought(buyer, requirement, 2, "项目取消");
        assertThat(ends.of(requirement)).containsOnlyKeys(1, 2);
        assertThatThrownBy(() -> outcomes.notBought(Buying.buyer(), requirement, 2, "不要了"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> outcomes.notBought(buyer, requirement, 9, "不要了"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whatWasRecordedByMistakeIsTakenBackWithItsPurchase() {
        String requirement = Asking.requirement(buyer);
        var bought = new Elsewhere(
                "苏州某电梯有限公司", null, ElsewhereReason.PRICE, new BigDecimal("180000"), LocalDate.now(clock), null);
        outcomes.elsewhere(buyer, requirement, 1, bought);
        long id = ((Number) sql("select id from line_outcome where requirement_code = '" + requirement + "'")
                        .getFirst())
                .longValue();
        assertRefused("missing-reason", () -> outcomes.withdraw(buyer, requirement, id, ""));
        outcomes.withdraw(buyer, requirement, id, "记错了行");
        assertThat(ends.of(requirement)).isEmpty();
        assertThat(count("purchase_record where amount = 0 and buyer_code = '" + buyer.organization() + "'"))
                .isEqualTo(1);
        assertRefused("outcome-fixed", () -> outcomes.withdraw(buyer, requirement, id, "再来"));
        outcomes.elsewhere(buyer, requirement, 1, bought);
        assertThat(ends.of(requirement)).containsOnlyKeys(1);
    }
}
