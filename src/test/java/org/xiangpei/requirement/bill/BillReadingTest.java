package org.xiangpei.requirement.bill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.fixtures.Patience;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Role;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.LineState;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** Bills on the real database: what becomes of them, whatever happens meanwhile. */
@XiangpeiTest
class BillReadingTest {

    @TempDir
    Path folder;

    @Inject
    BillUploads uploads;

    @Inject
    Bills bills;

    @Inject
    BillReading reading;

    @Inject
    UnmatchedRows unmatched;

    @Inject
    Requirements requirements;

    @Inject
    EntityManager entities;

    private Actor buyer;
    private Actor stranger;

    @BeforeEach
    void people() {
        buyer = of(SignedIn.BUYER);
        stranger = of(SignedIn.FIRM);
    }

    private Actor of(String login) {
        String organization = QuarkusTransaction.requiringNew()
                .call(() -> (String) entities.createNativeQuery("""
                                select m.organization_code from membership m join account a on a.id = m.account_id
                                where a.login = :login and m.until is null""", String.class)
                        .setParameter("login", login)
                        .getSingleResult());
        return Actor.member("tester", "测试", organization, "测试单位", Optional.empty(), Set.of(Role.BUYER));
    }

    @AfterEach
    void clean() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (String table : List.of("bill_mapping", "bill")) {
                entities.createNativeQuery("delete from " + table).executeUpdate();
            }
        });
    }

    @Test
    void aBillBecomesADraftWithAllItsLines() {
        String code = begun("配电房.xlsx", SampleBills.substation());
        readAll();
        BillSummary read = bills.get(buyer, code);
        assertThat(read.state()).isEqualTo(BillState.READ);
        assertThat(read.lines()).isEqualTo(6);
        assertThat(read.unmatched()).isEqualTo(2);
        assertThat(read.skipped()).isEqualTo(5);
        assertThat(lines(read))
                .extracting(KeptLine::number, line -> line.content().name(), line -> line.content()
                        .category())
                .startsWith(tuple(1, "干式变压器", "transformer"), tuple(2, "高压开关柜", "mv_switchgear"));
        assertThat(lines(read).getFirst().content().words()).contains("SCB14-630/10", "含外壳");
        assertThat(requirements.own(buyer, draft(read)).title()).isEqualTo("配电房");
    }

    @Test
    void everythingLeftOutHasItsPlaceAndReason() {
        String code = begun("配电房.xlsx", SampleBills.substation());
        readAll();
        assertThat(bills.remarks(buyer, code, RemarkKind.FAULT, 1, 10).items())
                .extracting(RowError::file, RowError::row, RowError::column, RowError::value)
                .containsExactly(tuple("设备材料", 13, "数量", "若干"));
        assertThat(bills.remarks(buyer, code, RemarkKind.SKIPPED, 1, 10).items())
                .extracting(RowError::row, RowError::reason)
                .contains(tuple(5, "分部标题"), tuple(9, "小计或合计"));
    }

    @Test
    void aPieceThatIsKilledIsReadAgainAndNoneTwice() throws Exception {
        String code = begun("长清单.csv", SampleBills.lines(1100));
        assertThat(reading.readPiece()).isTrue();
        assertThat(bills.get(buyer, code).done()).isEqualTo(500);
        killWhileReading(draft(bills.get(buyer, code)));
        assertThat(bills.get(buyer, code).done()).isEqualTo(500);
        assertThat(lines(bills.get(buyer, code))).hasSize(500);
        readAll();
        BillSummary read = bills.get(buyer, code);
        assertThat(read.done()).isEqualTo(1100);
        List<KeptLine> lines = lines(read);
        assertThat(lines).hasSize(1100);
        assertThat(lines)
                .extracting(KeptLine::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 1100).boxed().toList());
        assertThat(lines.get(1099).content().words()).startsWith("1100 |");
    }

    /** The piece waits for its draft, and loses its connection there. */
    private void killWhileReading(String draft) throws Exception {
        try (var thread = Executors.newSingleThreadExecutor()) {
            Future<Boolean> piece = QuarkusTransaction.requiringNew().call(() -> {
                entities.createNativeQuery("select code from requirement where code = :code for update", String.class)
                        .setParameter("code", draft)
                        .getSingleResult();
                Future<Boolean> started = thread.submit(reading::readPiece);
                Patience.await(Duration.ofSeconds(20), () -> terminated() > 0);
                return started;
            });
            assertThat(piece.get()).isTrue();
        }
    }

    /** In a transaction of its own: one sees the same activity all the time. */
    private long terminated() {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Number) entities.createNativeQuery("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where wait_event_type = 'Lock' and state = 'active' and pid <> pg_backend_pid()""", Long.class).getSingleResult())
                .longValue();
    }

    @Test
    void twoInstancesAtOnceReadNothingTwice() throws Exception {
        String one = begun("一.csv", SampleBills.lines(1500));
        String other = begun("二.csv", SampleBills.lines(700));
        Callable<Boolean> instance = () -> {
            boolean any = false;
            for (int idle = 0; idle < 20; ) {
                boolean found = reading.readPiece();
                any |= found;
                idle = found ? 0 : idle + 1;
                if (!found) {
                    Thread.sleep(20);
                }
            }
            return any;
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> both = List.of(threads.submit(instance), threads.submit(instance));
            for (Future<Boolean> it : both) {
                assertThat(it.get()).isTrue();
            }
        }
        for (String code : List.of(one, other)) {
            BillSummary read = bills.get(buyer, code);
            assertThat(read.state()).isEqualTo(BillState.READ);
            List<String> words =
                    lines(read).stream().map(line -> line.content().words()).toList();
            assertThat(words).hasSize(read.total()).doesNotHaveDuplicates();
        }
    }

    @Test
    void aCancelledBillStopsAndKeepsWhatWasRead() {
        String code = begun("长清单.csv", SampleBills.lines(1100));
        reading.readPiece();
        bills.cancel(buyer, code);
        readAll();
        BillSummary cancelled = bills.get(buyer, code);
        assertThat(cancelled.state()).isEqualTo(BillState.CANCELLED);
        assertThat(lines(cancelled)).hasSize(500);
        assertThatThrownBy(() -> bills.cancel(buyer, code))
                .isInstanceOfSatisfying(
                        RuleViolation.class, it -> assertThat(it.code()).isEqualTo("bill-state"));
    }

    @Test
    void aDraftThatWasDeletedStopsTheBillWithItsReason() {
        String code = begun("长清单.csv", SampleBills.lines(1100));
        reading.readPiece();
        requirements.discard(buyer, draft(bills.get(buyer, code)));
        readAll();
        BillSummary failed = bills.get(buyer, code);
        assertThat(failed.state()).isEqualTo(BillState.FAILED);
        assertThat(failed.failure()).contains("草稿已被删除");
    }

    @Test
    void aBillWithoutAnyLineFailsAndSaysWhy() {
        String code = begun("合计.csv", utf8("名称,数量\n小计,1\n合计,2\n"));
        readAll();
        assertThat(bills.get(buyer, code).failure()).contains("没有读出任何需求行");
    }

    @Test
    void anotherOrganisationsBillDoesNotExist() {
        String code = uploaded("清单.csv", SampleBills.lines(3));
        assertThatThrownBy(() -> bills.get(stranger, code)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> bills.cancel(stranger, code)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> unmatched.groups(stranger, code, 1, 10)).isInstanceOf(NotFound.class);
        assertThat(bills.page(stranger, 1, 10).items()).isEmpty();
    }

    @Test
    void theSameFileTwiceIsRecognisedWithinTheOrganisation() {
        String first = uploaded("清单.csv", SampleBills.lines(3));
        String again = uploaded("改了名字.csv", SampleBills.lines(3));
        assertThat(bills.findSame(buyer, again).orElseThrow().code()).isEqualTo(first);
        assertThat(bills.findSame(buyer, uploaded("别的.csv", SampleBills.lines(4))))
                .isEmpty();
        String theirs = take(stranger, "清单.csv", SampleBills.lines(3));
        assertThat(bills.findSame(stranger, theirs)).isEmpty();
    }

    @Test
    void whatWasSaidOfColumnsIsRememberedForTheSameHeadings() {
        String headings = "东西,代号,件数\n";
        String code = uploaded("一.csv", utf8(headings + "甲,X1,2\n乙,X2,3\n"));
        bills.begin(
                buyer,
                code,
                "",
                List.of(new SheetChoice(0, true, List.of(ColumnRole.NAME, ColumnRole.MODEL, ColumnRole.QUANTITY))));
        String next = uploaded("二.csv", utf8("十二月清单\n" + headings + "丙,X3,4\n丁,X4,5\n"));
        assertThat(columns(next))
                .extracting(BillColumn::role, BillColumn::confidence)
                .containsExactly(
                        tuple(ColumnRole.NAME, Confidence.REMEMBERED),
                        tuple(ColumnRole.MODEL, Confidence.REMEMBERED),
                        tuple(ColumnRole.QUANTITY, Confidence.REMEMBERED));
    }

    @Test
    void headingsThatWereFoundWrongCanBeMoved() {
        String code = uploaded("清单.csv", utf8("名称,数量,单位\n设备,总数,计\n乘客电梯,2,部\n闸阀,3,台\n"));
        bills.moveHeadings(buyer, code, 0, 2, 2);
        assertThat(bills.sheets(buyer, code).getFirst().columns().getFirst().heading())
                .isEqualTo("设备");
        bills.moveHeadings(buyer, code, 0, 0, 0);
        assertThat(bills.sheets(buyer, code).getFirst().columns().getFirst().heading())
                .isEmpty();
        assertThatThrownBy(() -> bills.moveHeadings(buyer, code, 0, 50, 50))
                .isInstanceOfSatisfying(
                        RuleViolation.class, it -> assertThat(it.code()).isEqualTo("bill-mapping"));
    }

    @Test
    void aMappingThatCannotBeReadIsRefused() {
        String code = uploaded("清单.csv", SampleBills.lines(3));
        refused("请至少选一张", code, new SheetChoice(0, false, List.of()));
        refused("请指出哪一列是名称", code, new SheetChoice(0, true, all(ColumnRole.IGNORED)));
        refused("都选成了“名称”", code, new SheetChoice(0, true, all(ColumnRole.NAME)));
        assertThat(bills.get(buyer, code).state()).isEqualTo(BillState.UPLOADED);
    }

    private static List<ColumnRole> all(ColumnRole role) {
        return IntStream.range(0, 6).mapToObj(i -> role).toList();
    }

    private void refused(String why, String code, SheetChoice choice) {
        assertThatThrownBy(() -> bills.begin(buyer, code, "", List.of(choice)))
                .isInstanceOfSatisfying(
                        RuleViolation.class, it -> assertThat(it.detail()).contains(why));
    }

    @Test
    void aHiddenSheetIsReadOnlyWhenItIsChosen() {
        String code = uploaded("配电房.xlsx", SampleBills.substation());
        assertThat(bills.sheets(buyer, code))
                .extracting(SheetSummary::name, SheetSummary::hidden, SheetSummary::chosen)
                .containsExactly(tuple("设备材料", false, true), tuple("内部测算", true, false));
        bills.begin(
                buyer, code, "", List.of(new SheetChoice(0, false, List.of()), new SheetChoice(1, true, List.of())));
        readAll();
        assertThat(lines(bills.get(buyer, code)))
                .extracting(line -> line.content().name())
                .containsExactly("乘客电梯");
    }

    @Test
    void moreRowsThanARequirementHasLinesAreRefused() {
        assertThatThrownBy(() -> begun("很长.csv", SampleBills.lines(10_001)))
                .isInstanceOfSatisfying(RuleViolation.class, it -> {
                    assertThat(it.code()).isEqualTo("too-many-lines");
                    assertThat(it.detail()).contains("10001");
                });
    }

    @Test
    void rowsThatNobodyUnderstoodAreWalkedThroughByName() {
        String code = begun("清单.csv", utf8("""
                名称,技术参数,数量
                1号梯,载重不低于1000kg,2
                1号梯,载重不低于800kg,1
                定制工装,,3
                废弃物,,4
                """));
        readAll();
        assertThat(unmatched.groups(buyer, code, 1, 10).items())
                .extracting(UnmatchedRows.Group::name, UnmatchedRows.Group::count)
                .containsExactly(tuple("1号梯", 2L), tuple("定制工装", 1L), tuple("废弃物", 1L));
        unmatched.match(buyer, code, "1号梯", null, "elevator");
        unmatched.ask(buyer, code, "定制工装", null);
        unmatched.drop(buyer, code, "废弃物", null);
        BillSummary read = bills.get(buyer, code);
        assertThat(read.unmatched()).isZero();
        assertThat(unmatched.groups(buyer, code, 1, 10).items()).isEmpty();
        List<KeptLine> lines = lines(read);
        assertThat(lines)
                .extracting(line -> line.content().category(), KeptLine::state)
                .containsExactly(
                        tuple("elevator", LineState.OPEN),
                        tuple("elevator", LineState.OPEN),
                        tuple(null, LineState.ASK),
                        tuple(null, LineState.DROPPED));
        assertThat(lines.get(1).content().criteria().toString()).contains("load_capacity", "800");
    }

    @Test
    void oneOfSeveralRowsCanBeDecidedOnAlone() {
        String code = begun("清单.csv", utf8("名称,数量\n定制件,2\n定制件,1\n"));
        readAll();
        int position = unmatched.rows(buyer, code, "定制件", 1, 10).items().get(1).position();
        unmatched.drop(buyer, code, "定制件", position);
        assertThat(bills.get(buyer, code).unmatched()).isEqualTo(1);
        assertThat(lines(bills.get(buyer, code)))
                .extracting(KeptLine::state)
                .containsExactly(LineState.OPEN, LineState.DROPPED);
        assertThatThrownBy(() -> unmatched.match(buyer, code, "定制件", null, "nothing"))
                .isInstanceOfSatisfying(
                        RuleViolation.class, it -> assertThat(it.detail()).contains("请选择品类"));
    }

    @Test
    void theRowsOfABillGoWhenItIsOver() {
        String code = begun("清单.csv", SampleBills.lines(20));
        readAll();
        Number left = QuarkusTransaction.requiringNew()
                .call(() -> (Number)
                        entities.createNativeQuery("select count(*) from bill_row where bill_code = :code", Long.class)
                                .setParameter("code", code)
                                .getSingleResult());
        assertThat(left.intValue()).isEqualTo(bills.get(buyer, code).unmatched());
    }

    private List<BillColumn> columns(String code) {
        return bills.sheets(buyer, code).getFirst().columns();
    }

    private List<KeptLine> lines(BillSummary bill) {
        return requirements.lines(draft(bill));
    }

    private static String draft(BillSummary bill) {
        return Optional.ofNullable(bill.requirement()).orElseThrow();
    }

    private void readAll() {
        while (reading.readPiece()) {
            assertThat(bills.page(buyer, 1, 1).items()).isNotEmpty();
        }
    }

    private String begun(String name, byte[] content) {
        String code = uploaded(name, content);
        bills.begin(buyer, code, "", List.of());
        return code;
    }

    private String uploaded(String name, byte[] content) {
        return take(buyer, name, content);
    }

    private String take(Actor actor, String name, byte[] content) {
        try {
            Path file = folder.resolve("upload");
            Files.write(file, content);
            return uploads.take(actor, name, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
