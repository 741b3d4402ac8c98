package org.xiangpei.sourcing.quotation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.fixtures.AtOnce;
import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.requirement.Buying;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.Asking;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.InquiryState;
import org.xiangpei.sourcing.Invitee;
import org.xiangpei.sourcing.Inviting;
import org.xiangpei.sourcing.Respondent;
import org.xiangpei.sourcing.quotation.Dossier.Seen;
import org.xiangpei.sourcing.quotation.LineText.ReplyText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Quotations under seal, and their opening: what may be done when and by whom, and that nothing is done by halves. */
@XiangpeiTest
class SealedQuotationsTest {

    private static final String ONE = "F025";
    private static final String OTHER = "F005";
    private static final String THIRD = "F001";

    @Inject
    OwnQuotations own;

    @Inject
    Openings openings;

    @Inject
    Quotations quotations;

    @Inject
    Inquiries inquiries;

    @Inject
    Inviting inviting;

    @Inject
    Envelopes envelopes;

    @Inject
    EntityManager entities;

    @TempDir
    private Path directory;

    private Actor buyer;
    private String code;

    @BeforeEach
    void begin() {
        Asking.clean();
        buyer = Buying.buyer();
        code = Asking.open(buyer, ONE, OTHER, THIRD);
    }

    @AfterEach
    void clean() {
        Asking.clean();
    }

    private static void assertRefused(String problem, Runnable deed) {
        assertThatThrownBy(deed::run).isInstanceOfSatisfying(RuleViolation.class, it -> assertThat(it.code())
                .isEqualTo(problem));
    }

    @SuppressWarnings("unchecked") // an untyped query of JPA
    private List<Object> sql(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(query).getResultList());
    }

    private void change(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(statement).executeUpdate());
    }

    private long count(String table) {
        return ((Number) sql("select count(*) from " + table).getFirst()).longValue();
    }

    private Respondent one() {
        return Quoting.respondent(ONE, code);
    }

    private Path pdf(int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(7).nextBytes(content);
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, content, 0, head.length);
        return Files.write(directory.resolve("papers-" + bytes + ".pdf"), content);
    }

    @Test
    void theFirmSeesItsOwnReplacesItAndWithdrawsIt() {
        Submission first = Quoting.submit(one(), "300000");
        assertThat(own.draft(one()).submission()).contains(first);
        Submission second = Quoting.submit(one(), "290000");
        assertThat(second.receipt()).isNotEqualTo(first.receipt());
        assertThat(own.draft(one()).submission()).contains(second);
        own.withdraw(one());
        assertThat(own.draft(one()).submission()).isEmpty();
        assertThat(own.draft(one()).line(1).text().unitPrice())
                .as("the draft stays")
                .isEqualTo("290000");
        assertRefused("quotation-state", () -> own.withdraw(one()));
        assertThat(own.draft(Quoting.respondent(OTHER, code))).as("another's").isEqualTo(Dossier.EMPTY);
    }

    @Test
    void theSameSentTwiceIsSentOnce() {
        Submission first = Quoting.submit(one(), "300000");
        assertThat(own.submit(one())).isEqualTo(first);
        assertThat(own.draft(one()).log()).hasSize(1);
    }

    @Test
    void aDraftKeepsWhatIsWrongAndIsNotSentIn() {
        LineText absurd = new LineText("", "-5", "44", List.of(), "", "-1", "", "", "", List.of(), "");
        own.writeLine(one(), 1, absurd, new Seen(0, "page"));
        assertThat(own.draft(one()).line(1).text()).isEqualTo(absurd);
        assertThatThrownBy(() -> own.submit(one()))
                .isInstanceOfSatisfying(
                        RuleViolation.class, it -> assertThat(it.errors()).hasSize(4));
        assertThatThrownBy(() -> own.writeLine(one(), 2, absurd, new Seen(0, "page")))
                .as("a line that is not asked for")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void lateIsRefusedByTheClockOfTheServer() throws IOException {
        Quoting.submit(one(), "300000");
        Path paper = pdf(2000);
        Asking.close(code);
        assertRefused("too-late", () -> own.submit(one()));
        assertRefused("too-late", () -> own.withdraw(one()));
        assertRefused("too-late", () -> own.writeHead(one(), new HeadText("2027-12-31", ""), new Seen(1, "")));
        assertRefused("too-late", () -> own.writeLine(one(), 1, LineText.EMPTY, new Seen(1, "")));
        assertRefused("too-late", () -> own.addFile(one(), "a.pdf", paper));
        assertThat(own.draft(one()).submission())
                .as("what came in in time stands")
                .isPresent();
    }

    /** Who waits for another's turn beyond the deadline is late, whenever the request came in. */
    @Test
    void whoIsStillWaitingAtTheDeadlineIsLate() throws Exception {
        Quoting.draft(one(), "300000", "");
        Quoting.draft(Quoting.respondent(OTHER, code), "310000", "");
        Callable<String> submit = () -> {
            try {
                own.submit(one());
                return "in";
            } catch (RuleViolation e) {
                return e.code();
            }
        };
        Callable<String> close = () -> {
            Asking.close(code);
            Thread.sleep(800);
            return "closed";
        };
        String lock = "select 1 from sealed_inquiry where inquiry_code = '%s' for update".formatted(code);
        try (var threads = Executors.newFixedThreadPool(1)) {
            var waiting = QuarkusTransaction.requiringNew().call(() -> {
                entities.createNativeQuery(lock).getResultList();
                var started = threads.submit(submit);
                Thread.sleep(500);
                close.call();
                assertThat(started.isDone()).isFalse();
                return started;
            });
            assertThat(waiting.get()).isEqualTo("too-late");
        }
    }

    @Test
    void attachmentsLieUnderTheSealToo() throws IOException {
        Quoting.draft(one(), "300000", "");
        own.addFile(one(), "电梯图纸.pdf", pdf(100_000));
        String id = own.draft(one()).files().getFirst().id();
        own.submit(one());
        own.removeFile(one(), id);
        assertThat(own.draft(one()).files()).isEmpty();
        assertThat(own.file(one(), id).content())
                .as("what was sent in keeps it")
                .isEqualTo(Files.readAllBytes(pdf(100_000)));
        assertThatThrownBy(() -> own.file(Quoting.respondent(OTHER, code), id)).isInstanceOf(NotFound.class);
        Path text = Files.writeString(directory.resolve("a.txt"), "text");
        Path large = pdf(600_000);
        assertRefused("bad-attachment", () -> own.addFile(one(), "a.pdf", text));
        assertRefused("quotation-too-large", () -> own.addFile(one(), "b.pdf", large));
        Quoting.open(buyer, code);
        Quotation opened = quotations.opened(code).getFirst();
        assertThat(quotations.file(opened, id).content()).isEqualTo(Files.readAllBytes(pdf(100_000)));
        assertThat(quotations.submission(opened).receipt()).isEqualTo(opened.receipt());
    }

    /** Neither the number of rows nor their sizes, versions or places tell who has quoted, or how many. */
    @Test
    void rowsLookTheSameWhoeverQuotes() throws IOException {
        String look = """
                select kind, octet_length(content), count(*), count(distinct xmin::text), count(distinct content)
                from sealed_envelope where inquiry_code = '%s' group by 1, 2 order by 1""".formatted(code);
        List<String> before =
                sql(look).stream().map(it -> List.of((Object[]) it).toString()).toList();
        assertThat(before).hasSize(2).allMatch(it -> it.endsWith(", 3, 1, 3]"));
        Quoting.submit(one(), "300000");
        own.addFile(one(), "图纸.pdf", pdf(100_000));
        Quoting.draft(Quoting.respondent(OTHER, code), "1", "字".repeat(2000));
        List<String> after =
                sql(look).stream().map(it -> List.of((Object[]) it).toString()).toList();
        assertThat(after).isEqualTo(before);
        assertThat(sql("select tag from sealed_envelope where inquiry_code = '%s' and kind = 'DOSSIER' order by ctid"
                        .formatted(code)))
                .as("their places are those of their tags, which only the key explains")
                .isEqualTo(sql(
                        "select tag from sealed_envelope where inquiry_code = '%s' and kind = 'DOSSIER' order by tag"
                                .formatted(code)));
        assertThat(count("quotation")
                        + count("quotation_line")
                        + count("quotation_file")
                        + count("quotation_submission"))
                .isZero();
    }

    @Test
    void coverTellsWritersFromNobody() {
        String versions = "select distinct xmin::text from sealed_envelope where inquiry_code = '%s'".formatted(code);
        List<Object> before = sql(versions);
        Quoting.submit(one(), "300000");
        QuarkusTransaction.requiringNew()
                .run(() -> envelopes.cover(envelopes.hold(code).orElseThrow()));
        assertThat(sql(versions)).hasSize(1).doesNotContainAnyElementsOf(before);
        assertThat(own.draft(one()).submission()).isPresent();
    }

    @Test
    void whoIsInvitedLaterHasAnEnvelopeLikeTheOthers() {
        Quoting.submit(one(), "300000");
        inviting.invite(buyer, code, Invitee.ofFirm("F002", Set.of()));
        assertThat(sql(
                        "select count(distinct octet_length(content)), count(*), count(distinct xmin::text) from sealed_envelope "
                                + "where kind = 'DOSSIER'"))
                .singleElement()
                .satisfies(it -> assertThat((Object[]) it).containsExactly(1L, 4L, 1L));
        assertThat(Quoting.submit(Quoting.respondent("F002", code), "310000").receipt())
                .hasSize(64);
        assertThat(own.draft(one()).submission()).isPresent();
    }

    @Test
    void nobodyOpensBeforeTheDeadline() {
        Quoting.submit(one(), "300000");
        assertRefused("opening-too-early", () -> openings.confirm(buyer, code));
        assertThat(openings.confirmations(code)).isEmpty();
    }

    @Test
    void onlyTheOwnOrganisationOpens() {
        Asking.close(code);
        assertThatThrownBy(() -> openings.confirm(Buying.buyer(), code)).isInstanceOf(NotFound.class);
    }

    @Test
    void openingShowsWhatWasSentInLastAndNothingElse() {
        Submission sent = Quoting.submit(one(), "300000");
        Quoting.draft(one(), "1", "只是草稿");
        Quoting.submit(Quoting.respondent(OTHER, code), "310000");
        own.withdraw(Quoting.respondent(OTHER, code));
        Quoting.draft(Quoting.respondent(THIRD, code), "320000", "没有提交");
        Quoting.open(buyer, code);

        assertThat(quotations.opened(code)).singleElement().satisfies(it -> {
            assertThat(it.firm()).contains(ONE);
            assertThat(it.receipt()).isEqualTo(sent.receipt());
            assertThat(it.submittedAt()).isEqualTo(sent.at());
            assertThat(quotations.submission(it).content()).isEqualTo(sent.content());
            assertThat(quotations.lines(it.id())).singleElement().satisfies(line -> {
                assertThat(line.unitPrice()).isEqualByComparingTo("300000");
                assertThat(line.productionRegion()).contains("430100");
                assertThat(line.replies()).extracting(ClauseReply::reply).containsOnly(Reply.CONFIRMED);
            });
        });
        assertThat(openings.log(code))
                .extracting(LoggedAct::act)
                .containsExactlyInAnyOrder(Dossier.Act.SUBMITTED, Dossier.Act.SUBMITTED, Dossier.Act.WITHDRAWN);
        assertThat(inquiries.own(buyer, code).state()).isEqualTo(InquiryState.OPENED);
        assertThat(count("sealed_envelope") + count("sealed_inquiry"))
                .as("key and envelopes are gone")
                .isZero();
        assertThat(own.find(one())).isEmpty();
    }

    @Test
    void theOpeningIsAuditedWithWhatWasDoneUnderSeal() {
        Quoting.submit(one(), "300000");
        String trail = "select action from audit_entry where subject_code = '%s' order by seq".formatted(code);
        List<Object> before = sql(trail);
        assertThat(before.toString()).doesNotContain("quotation", "opening");
        Quoting.open(buyer, code);
        List<Object> after = sql(trail);
        assertThat(after.subList(before.size(), after.size()).toString())
                .isEqualTo("[confirm_opening, submit_quotation, open_quotations]");
        assertThat(sql("select after::text from audit_entry where subject_code = '%s'".formatted(code))
                        .toString())
                .doesNotContain("300000");
    }

    @Test
    void itIsOpenedOnceAndForGood() {
        Quoting.submit(one(), "300000");
        Quoting.open(buyer, code);
        assertRefused("opening-state", () -> openings.confirm(buyer, code));
        assertRefused("too-late", () -> own.submit(one()));
        assertThatThrownBy(() -> change("update quotation set note = 'x'")).hasStackTraceContaining("quotation");
        assertThatThrownBy(() -> change("delete from quotation_line")).hasStackTraceContaining("quotation_line");
        assertThat(quotations.opened(code)).hasSize(1);
    }

    @Test
    void twoOfficersOpenAndTheSameOneTwiceDoesNot() {
        Organization office = Offices.firm();
        Actor first = Quoting.officer(office);
        Actor second = Quoting.officer(office);
        String pair = Asking.draft(first, Asking.terms(2, false), ONE);
        inquiries.publish(first, pair);
        Quoting.submit(Quoting.respondent(ONE, pair), "300000");
        Asking.close(pair);

        assertThat(openings.confirm(first, pair)).isFalse();
        assertThat(quotations.opened(pair)).isEmpty();
        assertRefused("confirmed-already", () -> openings.confirm(first, pair));
        assertThat(inquiries.own(first, pair).state()).isEqualTo(InquiryState.OPEN);
        assertThat(openings.confirm(second, pair)).isTrue();
        assertThat(quotations.opened(pair)).hasSize(1);
    }

    @Test
    void twoAtTheSameMomentOpenOnce() throws Exception {
        Organization office = Offices.firm();
        Actor first = Quoting.officer(office);
        Actor second = Quoting.officer(office);
        Actor third = Quoting.officer(office);
        String pair = Asking.draft(first, Asking.terms(2, false), ONE, OTHER);
        inquiries.publish(first, pair);
        Quoting.submit(Quoting.respondent(ONE, pair), "300000");
        Asking.close(pair);
        openings.confirm(first, pair);

        List<String> outcomes = AtOnce.both(
                "select 1 from inquiry where code = '%s' for update".formatted(pair),
                () -> confirmed(second, pair),
                () -> confirmed(third, pair));
        assertThat(outcomes).containsExactlyInAnyOrder("opened", "opening-state");
        assertThat(quotations.opened(pair)).hasSize(1);
        assertThat(openings.confirmations(pair)).hasSize(2);
    }

    private String confirmed(Actor officer, String of) {
        try {
            return openings.confirm(officer, of) ? "opened" : "confirmed";
        } catch (RuleViolation e) {
            return e.code();
        }
    }

    @Test
    void aDamagedEnvelopeLeavesAllUnderSeal() {
        Quoting.submit(one(), "300000");
        Quoting.submit(Quoting.respondent(OTHER, code), "310000");
        change("update sealed_envelope set content = overlay(content placing '\\x00'::bytea from 50) where tag = "
                + "(select min(tag) from sealed_envelope where kind = 'DOSSIER')");
        Asking.close(code);
        assertRefused("seal-broken", () -> openings.confirm(buyer, code));
        assertThat(count("quotation") + count("quotation_submission") + count("opening_confirmation"))
                .isZero();
        assertThat(inquiries.own(buyer, code).state()).isEqualTo(InquiryState.OPEN);
        assertThat(count("sealed_envelope")).isEqualTo(6);
    }

    @Test
    void aDamagedEnvelopeOfAnotherKeepsNobodyFromQuoting() {
        String another = QuarkusTransaction.requiringNew()
                .call(() -> envelopes.tag(
                        envelopes.find(code).orElseThrow(),
                        Quoting.respondent(OTHER, code).invitation(),
                        EnvelopeKind.DOSSIER));
        change("update sealed_envelope set content = overlay(content placing '\\x00'::bytea from 50) where tag = '%s'"
                .formatted(another));
        assertThat(Quoting.submit(one(), "300000").receipt()).hasSize(64);
        assertRefused("seal-broken", () -> own.draft(Quoting.respondent(OTHER, code)));
    }

    @Test
    void withAnotherKeyNothingOpens() {
        Quoting.submit(one(), "300000");
        Asking.close(code);
        change(
                "update sealed_inquiry set wrapped_key = (select wrapped_key from sealed_inquiry limit 1) || '\\x00'::bytea, key_name = 'ffffffff'");
        assertRefused("seal-broken", () -> openings.confirm(buyer, code));
        assertThat(RestAssured.get("/q/health/well").asString())
                .as("the operator is told")
                .containsPattern("sealed quotations can be opened\"[^}]*\"status\": \"DOWN\"");
        assertThat(count("quotation")).isZero();
    }

    @Test
    void anOpeningThatFailsInTheMiddleLeavesAllUnderSeal() {
        Quoting.submit(one(), "300000");
        Quoting.submit(Quoting.respondent(OTHER, code), "310000");
        Asking.close(code);
        change(
                "create function fail_now() returns trigger language plpgsql as 'begin raise exception ''no more room''; end'");
        change("create trigger fail_now before update on inquiry for each row execute function fail_now()");
        try {
            assertThatThrownBy(() -> openings.confirm(buyer, code)).hasStackTraceContaining("no more room");
        } finally {
            change("drop trigger fail_now on inquiry");
            change("drop function fail_now()");
        }
        assertThat(count("quotation") + count("quotation_line") + count("quotation_submission"))
                .isZero();
        assertThat(count("sealed_envelope")).isEqualTo(6);
        assertThat(openings.confirmations(code)).isEmpty();
        assertThat(openings.confirm(buyer, code)).as("and it opens later").isTrue();
        assertThat(quotations.opened(code)).hasSize(2);
    }

    @Test
    void whatWasCancelledIsNeverOpened() {
        Quoting.submit(one(), "300000");
        inquiries.cancel(buyer, code, "预算调整");
        Asking.close(code);
        assertRefused("opening-state", () -> openings.confirm(buyer, code));
        assertRefused("too-late", () -> own.submit(one()));
        assertThat(own.draft(one()).submission())
                .as("its supplier still sees it")
                .isPresent();
    }

    /** Under seal nobody can look: whatever the database would not take must not get that far. */
    @Test
    void nothingThatSomebodyTypedKeepsTheSealFromOpening() {
        change(
                "insert into product select (jsonb_populate_record(p, '{\"code\": \"X999\"}')).* from product p where code = "
                        + "(select min(code) from product where firm_code = '" + ONE + "')");
        String strange = "a\u0000b\ud800c\u202Ed";
        var odd = new ReplyText("deviates", strange, strange);
        var line = new LineText(
                "X999",
                "999999999999",
                "13",
                List.of(),
                "0.000001",
                "3650",
                "9999999999999.99",
                "江苏苏州",
                "100",
                List.of(odd, odd),
                strange);
        own.rewrite(one(), new HeadText(Quoting.validUntil(), strange), Map.of(1, line));
        own.submit(one());
        change("delete from product where code = 'X999'");
        Quoting.open(buyer, code);
        Quotation opened = quotations.opened(code).getFirst();
        assertThat(opened.note()).contains("abcd");
        assertThat(quotations.submission(opened).receipt()).isEqualTo(opened.receipt());
        assertThat(quotations.lines(opened.id()).getFirst().product()).contains("X999");
    }

    @Test
    void nobodyQuotedIsOpenedToo() {
        Quoting.open(buyer, code);
        assertThat(quotations.opened(code)).isEmpty();
        assertThat(inquiries.own(buyer, code).state()).isEqualTo(InquiryState.OPENED);
    }

    @Test
    void beforeTheOpeningNothingIsFound() {
        Quoting.submit(one(), "300000");
        assertThat(quotations.opened(code)).isEmpty();
        assertThat(openings.log(code)).isEmpty();
        assertThat(quotations.ofInvitation(one().invitation())).isEmpty();
    }
}
