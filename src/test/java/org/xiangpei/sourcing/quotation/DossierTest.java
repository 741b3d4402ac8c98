package org.xiangpei.sourcing.quotation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.documents.DocumentType;
import org.xiangpei.sourcing.quotation.Dossier.Seen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** Two who type do not lose each other's text, and what is sent in is what counts. */
class DossierTest {

    private static final Instant NOON = Instant.parse("2026-12-01T04:00:00Z");

    private static LineText priced(String price) {
        return new LineText("", price, "13", List.of(), "", "30", "", "", "", List.of(), "");
    }

    private static Submission sent(String price) {
        var line = new OfferReader(new Asked(Map.of(1, 0), Set.of(), LocalDate.EPOCH), it -> Optional.empty())
                .line(1, priced(price))
                .orElseThrow();
        var file = new OfferedFile("id", "图纸.pdf", DocumentType.PDF, 12, "ab".repeat(32));
        return new Submission(
                "Q1", "某厂", NOON, "salt", new Offer(LocalDate.of(2027, 3, 1), null, List.of(line), List.of(file)));
    }

    @Test
    void whoTypedIntoAnOlderVersionOverwritesNothing() {
        Dossier mine = Dossier.EMPTY.withLine(1, priced("10"), new Seen(0, "my page"));
        assertThatThrownBy(() -> mine.withLine(1, priced("11"), new Seen(0, "another page")))
                .isInstanceOfSatisfying(
                        RuleViolation.class, it -> assertThat(it.code()).isEqualTo("changed-meanwhile"));
        assertThat(mine.withLine(2, priced("11"), new Seen(0, "another page"))
                        .line(1)
                        .text())
                .as("another line is nobody's obstacle")
                .isEqualTo(priced("10"));
    }

    @Test
    void aPageDoesNotStandInItsOwnWay() {
        Dossier once = Dossier.EMPTY.withLine(1, priced("10"), new Seen(0, "my page"));
        assertThat(once.withLine(1, priced("11"), new Seen(0, "my page"))
                        .line(1)
                        .text())
                .as("the answer to the first save was lost, and the page saves again")
                .isEqualTo(priced("11"));
    }

    @Test
    void theSameTextSavedTwiceIsNoChange() {
        Dossier once = Dossier.EMPTY.withLine(1, priced("10"), new Seen(0, "a"));
        assertThat(once.withLine(1, priced("10"), new Seen(0, "b"))).isSameAs(once);
    }

    @Test
    void whatIsUnderSealComesBackAsItWas() {
        Dossier full = Dossier.EMPTY
                .withHead(new HeadText("2027-03-01", "含税到厂"), new Seen(0, "a"))
                .withLine(1, priced("10"), new Seen(0, "a"))
                .submitted(sent("10.10"), "王工");
        assertThat(DossierJson.read(DossierJson.write(full))).isEqualTo(full);
        assertThat(DossierJson.read(DossierJson.write(full))
                        .submission()
                        .orElseThrow()
                        .receipt())
                .isEqualTo(sent("10.1").receipt());
    }

    @Test
    void theReceiptIsThatOfTheContent() {
        assertThat(sent("10").receipt()).isNotEqualTo(sent("10.01").receipt());
        assertThat(sent("10").content())
                .startsWith(
                        "{\"format\":\"xiangpei-quotation-1\",\"inquiry\":\"Q1\",\"supplier\":\"某厂\","
                                + "\"submittedAt\":\"2026-12-01T04:00:00Z\",\"salt\":\"salt\",\"validUntil\":\"2027-03-01\",\"note\":null,"
                                + "\"lines\":[{\"number\":1,\"product\":null,\"currency\":\"CNY\",\"unitPrice\":\"10\",\"taxRate\":\"13\",");
    }

    @Test
    void whatWasReplacedAndWithdrawnStaysInTheLog() {
        Dossier done = Dossier.EMPTY
                .submitted(sent("10"), "王工")
                .submitted(sent("9"), "李工")
                .withdrawn(NOON.plusSeconds(5), "李工");
        assertThat(done.submission()).isEmpty();
        assertThat(done.log())
                .extracting(Dossier.Logged::act, Dossier.Logged::receipt, Dossier.Logged::by)
                .containsExactly(
                        tuple(Dossier.Act.SUBMITTED, sent("10").receipt(), "王工"),
                        tuple(Dossier.Act.SUBMITTED, sent("9").receipt(), "李工"),
                        tuple(Dossier.Act.WITHDRAWN, sent("9").receipt(), "李工"));
        assertThatThrownBy(() -> done.withdrawn(NOON, "李工")).isInstanceOf(RuleViolation.class);
    }

    @Test
    void theLogDoesNotGrowWithoutEnd() {
        Dossier busy = Dossier.EMPTY;
        for (int i = 0; i < Dossier.MOST_LOGGED; i++) {
            busy = busy.submitted(sent("10"), "王工");
        }
        Dossier full = busy;
        assertThatThrownBy(() -> full.submitted(sent("10"), "王工")).isInstanceOf(RuleViolation.class);
    }
}
