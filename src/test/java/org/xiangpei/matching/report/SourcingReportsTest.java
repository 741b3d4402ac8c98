package org.xiangpei.matching.report;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

import jakarta.inject.Inject;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.matching.Coverage;
import org.xiangpei.matching.Verdict;
import org.xiangpei.matching.answer.Cylinders;
import org.xiangpei.matching.answer.Sha256;
import org.xiangpei.notification.Outbox;
import org.xiangpei.requirement.Buying;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.documents.Pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The same question has the same hash; what makes another one is named. */
@XiangpeiTest
class SourcingReportsTest {

    @Inject
    Requirements requirements;

    @Inject
    SourcingReports reports;

    @Inject
    Clock clock;

    private final Actor buyer = Buying.buyerOf(Offices.firm());

    @BeforeEach
    @AfterEach
    void clean() {
        Buying.clean();
        Cylinders.remove();
    }

    @Test
    void theSameQuestionHasTheSameHashWhenEverItIsAsked() {
        String code = bill();
        SourcingReport one = make(code, today());
        SourcingReport other = make(code, today());
        assertThat(other.hash()).isEqualTo(one.hash());
        assertThat(other.code()).isNotEqualTo(one.code());
        assertThat(one.isIntact()).isTrue();
        assertThat(one.hash()).isEqualTo(Sha256.hex(one.canonical().getBytes(StandardCharsets.UTF_8)));
        assertThat(reports.check(buyer, code, one.code()).hash()).isEqualTo(one.hash());
        assertThat(reports.check(buyer, code, one.code()).differences()).isEmpty();
    }

    @Test
    void itSaysWhatWasAskedWhoWasConsideredAndWhatEachLacks() {
        ReportContent content = make(bill(), today()).content();
        assertThat(content.lines())
                .extracting(ReportContent.Line::coverage)
                .containsExactly(Coverage.QUALIFIED, Coverage.NONE);
        ReportContent.Line second = content.lines().get(1);
        assertThat(second.clauses()).extracting(ReportContent.Clause::required).containsExactly("= 333 mm", "≥ 35 MPa");
        assertThat(second.of(Verdict.NEAR_MISS))
                .filteredOn(it -> it.product().equals("XAP1"))
                .singleElement()
                .satisfies(it -> assertThat(it.results().get(1).offered()).isEqualTo("31.5 MPa"));
    }

    @Test
    void noBudgetStandsInIt() {
        assertThat(make(bill(), today()).canonical()).doesNotContain("123456");
    }

    @Test
    void aPastDayKnowsOnlyWhatWasListedThen() {
        String code = bill();
        Outbox.sql("update product set valid_from = '2026-06-01' where code = 'XAP1'");
        assertThat(make(code, today()).qualified()).isEqualTo(1);
        assertThat(make(code, LocalDate.of(2026, 5, 31)).qualified()).isZero();
        assertThat(make(code, LocalDate.of(2026, 6, 1)).qualified()).isEqualTo(1);
    }

    @Test
    void whatExpiresLaterDoesNotChangeTheReportOfAPastDay() {
        String code = bill();
        SourcingReport then = make(code, today().minusDays(30));
        Cylinders.until("XAP1", today().minusDays(1));
        assertThat(reports.check(buyer, code, then.code()).differences())
                .as("its last day stands in the report, and is another one; it is still considered")
                .containsExactly("第 1 行：判断或参数有变 XAP1", "第 2 行：判断或参数有变 XAP1");
        assertThat(make(code, today()).qualified()).isZero();
    }

    @Test
    void aProductThatStatesSomethingElseIsNamedByTheCheck() {
        String code = bill();
        SourcingReport then = make(code, today());
        Cylinders.pressure("XAP1", "10");
        SourcingReports.Check check = reports.check(buyer, code, then.code());
        assertThat(check.intact()).isTrue();
        assertThat(check.hash()).isNotEqualTo(then.hash());
        assertThat(check.differences()).first().asString().contains("第 1 行", "有合格产品 → 暂无产品", "XAP1");
    }

    @Test
    void aLineThatAsksForSomethingElseIsNamedByTheCheck() {
        String code = bill();
        SourcingReport then = make(code, today());
        requirements.changeLine(buyer, code, 2, Cylinders.asking("30"));
        assertThat(reports.check(buyer, code, then.code()).differences())
                .singleElement()
                .asString()
                .contains("第 2 行", "要求有变");
    }

    @Test
    void aDayToComeAndNoLinesAndTooManyAreRefused() {
        String code = bill();
        assertThatThrownBy(() -> reports.make(buyer, code, 1, 2, today().plusDays(1)))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> reports.make(buyer, code, 3, 9, today())).isInstanceOf(RuleViolation.class);
        requirements.append(buyer, code, Collections.nCopies(SourcingReports.MOST_LINES, Cylinders.asking("20")));
        assertThatThrownBy(() -> reports.make(buyer, code, 1, 9999, today()))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("分段");
    }

    @Test
    void anotherOrganisationsReportDoesNotExist() {
        String code = bill();
        String report = make(code, today()).code();
        Actor other = Buying.buyer();
        assertThatThrownBy(() -> reports.get(other, code, report)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> reports.make(other, code, 1, 2, today())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> reports.check(other, code, report)).isInstanceOf(NotFound.class);
    }

    @Test
    void makingOneIsAuditedWithItsHash() {
        SourcingReport made = make(bill(), today());
        assertThat(Outbox.texts(
                        "select after::text from audit_entry where action = 'make_sourcing_report' and subject_code = '"
                                + made.code() + "'"))
                .singleElement()
                .asString()
                .contains(made.hash());
    }

    @Test
    void aReportIsNeverChanged() {
        String code = make(bill(), today()).code();
        assertThatThrownBy(() -> Outbox.sql("update sourcing_report set content = '{}' where code = '" + code + "'"))
                .hasStackTraceContaining("sourcing_report");
    }

    /** The font goes with the paper, and text can be taken out of it again. */
    @Test
    void aPdfEmbedsItsChineseFont() throws Exception {
        byte[] pdf = Pdf.of(
                "<html><head><style>body { font-family: 'Noto Sans SC'; }</style></head><body><p>额定压力 ≥ 35 MPa，昱砥<b>不满足</b></p></body></html>");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("额定压力 ≥ 35 MPa，昱砥", "不满足");
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
        assertThat(pdf.length).as("only the characters that are used").isLessThan(60_000);
    }

    private String bill() {
        Cylinders.firm("XAF1");
        Cylinders.product("XAP1", "XAF1", "31.5");
        List<KeptLine.Content> lines = List.of(Cylinders.asking("20", "123456"), Cylinders.asking("35"));
        return requirements.draft(buyer, "试验报告", lines).code();
    }

    private SourcingReport make(String code, LocalDate asOf) {
        return reports.get(buyer, code, reports.make(buyer, code, 1, 2, asOf));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
