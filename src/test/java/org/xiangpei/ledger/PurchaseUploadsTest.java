package org.xiangpei.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.TestTransaction;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.UploadState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A buyer's own files, made after no template. Nothing of it is committed. */
@XiangpeiTest
@TestTransaction
class PurchaseUploadsTest {

    private static final String LEDGER = """
            某公司2012年采购台账,,,,,
            签订日期,设备名称,含税金额（元）,供方,产地,类别
            2012-03-05,乘客电梯,"1,000.00",甲公司,湖南省株洲市天元区,电梯
            2012-03-06,办公桌,200,乙公司,上海,办公家具
            2012-03-07,打印纸,30,丙公司,不详,日用品
            """;

    @Inject
    PurchaseUploads uploads;

    @Inject
    PurchaseLedger ledger;

    @Inject
    PurchaseList list;

    @Inject
    Duplicates duplicates;

    @Inject
    Session session;

    @Test
    void theColumnsOfAFileAreGuessedAndItsRowsAreTheOwnPurchases() {
        String code = preview(Recorders.buyer(), LEDGER);
        PurchaseUpload upload = uploads.show(Recorders.buyer(), code).upload();
        assertThat(upload.columns())
                .containsEntry("purchased_on", 0)
                .containsEntry("item", 1)
                .containsEntry("amount", 2)
                .containsEntry("supplier", 3)
                .containsEntry("production_region", 4)
                .containsEntry("category", 5);
        Foreseen foreseen = upload.foreseen();
        assertThat(foreseen.errors()).isEmpty();
        assertThat(foreseen.records()).isEqualTo(3);
        assertThat(foreseen.amount().toString()).isEqualTo("1230.00");
        assertThat(foreseen.outside()).isEqualTo(2);
        assertThat(foreseen.words()).containsExactly(Map.entry("办公家具", 1), Map.entry("日用品", 1));
        assertThat(foreseen.places())
                .extracting(it -> it.place() + " " + it.amount())
                .contains("ZHUZHOU 1000.00", "ELSEWHERE 200.00", "UNKNOWN 30.00");
        assertThat(rows(Recorders.buyer())).isZero();
        assertThat(uploads.apply(Recorders.buyer(), code, upload.digest())).isTrue();
        assertThat(rows(Recorders.buyer())).isEqualTo(3);
        assertThat(session.createNativeQuery(
                                "select distinct buyer_code from purchase_record where import_code = '" + code + "'",
                                String.class)
                        .getResultList())
                .containsExactly(Recorders.buyer().organization());
    }

    @Test
    void everyWrongRowIsNamedAsTheFileHasItAndNothingIsRecorded() {
        String code = preview(Recorders.buyer(), LEDGER + "2012-02-30,电梯,很多,,火星,电梯\n" + "2012-03-07,电梯,-5,甲公司,长沙,电梯\n");
        Foreseen foreseen = uploads.show(Recorders.buyer(), code).upload().foreseen();
        assertThat(foreseen.errors())
                .extracting(it -> it.row() + " " + it.column())
                .containsExactly("6 签订日期", "6 含税金额（元）", "6 供方", "6 产地", "7 含税金额（元）");
        assertThat(foreseen.wrong()).isEqualTo(2);
        assertThat(uploads.apply(
                        Recorders.buyer(),
                        code,
                        uploads.show(Recorders.buyer(), code).upload().digest()))
                .isFalse();
        assertThat(rows(Recorders.buyer())).isZero();
    }

    @Test
    void aMissingPlaceOfProductionIsAskedForAndUnknownIsAnAnswerThatIsRemembered() {
        String file = "日期,品名,金额,供应商\n2012-03-05,电梯,100,甲公司\n";
        String code = preview(Recorders.buyer(), file);
        assertThat(uploads.show(Recorders.buyer(), code).missing()).containsExactly("production_region");
        assertThat(uploads.show(Recorders.buyer(), code).upload().foreseen().applicable())
                .isFalse();
        Map<String, Integer> chosen =
                new HashMap<>(uploads.show(Recorders.buyer(), code).upload().columns());
        chosen.put("production_region", -1);
        uploads.choose(Recorders.buyer(), code, chosen);
        PurchaseUpload upload = uploads.show(Recorders.buyer(), code).upload();
        assertThat(upload.foreseen().unknownOrigin()).isEqualTo(1);
        assertThat(uploads.apply(Recorders.buyer(), code, upload.digest())).isTrue();

        String next = preview(Recorders.buyer(), file.replace("100", "200"));
        assertThat(uploads.show(Recorders.buyer(), next).missing()).isEmpty();
        String others = preview(Recorders.otherBuyer(), file.replace("100", "200"));
        assertThat(uploads.show(Recorders.otherBuyer(), others).missing()).containsExactly("production_region");
    }

    @Test
    void oneColumnCannotBeTwoThings() {
        String code = preview(Recorders.buyer(), LEDGER);
        assertThatThrownBy(() -> uploads.choose(Recorders.buyer(), code, Map.of("item", 1, "supplier", 1)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("选了两次");
        assertThatThrownBy(() -> uploads.choose(Recorders.buyer(), code, Map.of("item", 99)))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void theSameFileIsRecognisedUntilItIsUndone() {
        String first = applied(LEDGER);
        String again = preview(Recorders.buyer(), LEDGER);
        assertThat(uploads.show(Recorders.buyer(), again).twin().map(PurchaseUpload::code))
                .contains(first);
        String digest = uploads.show(Recorders.buyer(), again).upload().digest();
        assertThatThrownBy(() -> uploads.apply(Recorders.buyer(), again, digest))
                .hasMessageContaining(first);
        uploads.undo(Recorders.buyer(), first);
        assertThat(uploads.apply(Recorders.buyer(), again, digest))
                .as("the rows that looked as if they were recorded do so no more, which is shown first")
                .isFalse();
        assertThat(uploads.apply(Recorders.buyer(), again, digest(again))).isTrue();
    }

    @Test
    void anUndoWithdrawsAllAlsoWhatWasCorrectedSince() {
        String code = applied(LEDGER);
        String one = code + "-3";
        Map<String, String> cells =
                new HashMap<>(Facts.of(ledger.history(Recorders.buyer(), one).getLast()));
        cells.put("amount", "999");
        ledger.correct(Recorders.buyer(), one, one, cells, "发票为准");
        uploads.undo(Recorders.buyer(), code);
        assertThat(rows(Recorders.buyer())).isZero();
        assertThat(ledger.history(Recorders.buyer(), one))
                .extracting(it -> it.amount().toString())
                .containsExactly("1000.00", "999.00", "0.00");
        assertThat(uploads.show(Recorders.buyer(), code).upload().state()).isEqualTo(UploadState.UNDONE);
        assertThatThrownBy(() -> uploads.undo(Recorders.buyer(), code)).hasMessageContaining("已经撤销过");
    }

    @Test
    void aPreviewThatWasChangedElsewhereIsShownAgainAndNotApplied() {
        String code = preview(Recorders.buyer(), LEDGER);
        String seen = digest(code);
        uploads.choose(
                Recorders.buyer(),
                code,
                Map.of("purchased_on", 0, "item", 1, "amount", 2, "supplier", 3, "production_region", -1));
        assertThat(uploads.apply(Recorders.buyer(), code, seen)).isFalse();
        assertThat(rows(Recorders.buyer())).isZero();
    }

    @Test
    void nobodySeesOrTouchesTheUploadsAndPurchasesOfAnother() {
        String code = applied(LEDGER);
        assertThatThrownBy(() -> uploads.show(Recorders.otherBuyer(), code)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> uploads.undo(Recorders.otherBuyer(), code)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> ledger.history(Recorders.otherBuyer(), code + "-3"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> preview(Recorders.supplier(), LEDGER)).isInstanceOf(NotFound.class);
        assertThat(rows(Recorders.otherBuyer())).isZero();
        assertThat(ledger.history(Recorders.OPERATOR, code + "-3")).hasSize(1);
    }

    @Test
    void aSupplierIsTheCataloguesFirmByItsCodeOrByItsWholeName() {
        List<Object[]> firm = session.createNativeQuery(
                        "select code, name, uscc from firm where uscc is not null order by code limit 1",
                        Object[].class)
                .getResultList();
        String code = applied(
                "日期,品名,金额,供应商,统一社会信用代码,产地\n2012-03-05,泵,100,别的写法,%s,长沙\n2012-03-05,阀,100, %s ,,长沙\n2012-03-05,管,100,某厂,,长沙\n"
                        .formatted(firm.getFirst()[2], firm.getFirst()[1]));
        assertThat(session.createNativeQuery(
                                "select coalesce(supplier_firm_code, '') from purchase_record where import_code = '"
                                        + code + "' order by code",
                                String.class)
                        .getResultList())
                .containsExactly((String) firm.getFirst()[0], (String) firm.getFirst()[0], "");
    }

    @Test
    void anOwnNumberStandsForOnePurchaseInEffect() {
        String file = "编号,日期,品名,金额,供应商,产地\nA-1,2012-03-05,泵,100,甲公司,长沙\n";
        String code = applied(file);
        String again = preview(
                Recorders.buyer(),
                file.replace("100", "101") + "A-2,2012-03-05,泵,5,甲公司,长沙\nA-2,2012-03-05,阀,5,甲公司,长沙\n");
        assertThat(uploads.show(Recorders.buyer(), again).upload().foreseen().errors())
                .extracting(it -> it.row() + " " + it.column())
                .containsExactly("2 编号", "4 编号");
        uploads.undo(Recorders.buyer(), code);
        applied(file.replace("100", "101"));
    }

    /** Twenty thousand compared each with each would take minutes. */
    @Test
    void aBigFileCanBeLookedAtAsSoonAsItIsRecorded() {
        var file = new StringBuilder("日期,品名,金额,供应商,产地\n");
        for (int i = 0; i < 20_000; i++) {
            file.append("2012-03-05,物料%d,%d,供应商%d,天元区\n".formatted(i % 500, 100 + i, i % 30));
        }
        applied(file.toString());
        long began = System.nanoTime();
        assertThat(rows(Recorders.buyer())).isEqualTo(20_000);
        assertThat(duplicates.count(Recorders.buyer())).isNotNegative();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    private String applied(String csv) {
        String code = preview(Recorders.buyer(), csv);
        assertThat(uploads.apply(Recorders.buyer(), code, digest(code))).isTrue();
        return code;
    }

    private String digest(String code) {
        return uploads.show(Recorders.buyer(), code).upload().digest();
    }

    private String preview(Actor actor, String csv) {
        try {
            Path file = Files.createTempFile("ledger", ".csv");
            try {
                Files.writeString(file, csv);
                return uploads.preview(actor, "台账.csv", file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Purchases in effect before those that other tests commit. */
    private long rows(Actor actor) {
        session.flush();
        var until2013 = new PurchaseFilter(
                "",
                LocalDate.parse("2012-01-01"),
                LocalDate.parse("2012-12-31"),
                "",
                null,
                PurchaseFilter.State.IN_EFFECT,
                "",
                "");
        return list.page(actor, until2013, 1, 10).total();
    }
}
