package org.xiangpei.catalog.imports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.catalog.load.CatalogFiles;
import org.xiangpei.fixtures.Patience;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.UploadState;
import org.xiangpei.shared.tabular.RowError;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.xiangpei.catalog.imports.ImportCase.BORE;
import static org.xiangpei.catalog.imports.ImportCase.FIRM;
import static org.xiangpei.catalog.imports.ImportCase.PRODUCT;
import static org.xiangpei.catalog.imports.ImportCase.whole;
import static org.xiangpei.catalog.imports.Importers.CHANGSHA;
import static org.xiangpei.catalog.imports.Importers.OPERATOR;
import static org.xiangpei.catalog.imports.Importers.ZHUZHOU;
import static org.xiangpei.catalog.load.CatalogFiles.upload;

/** A whole import is taken back as one, or not at all. */
@XiangpeiTest
class CatalogUndoTest {

    @Inject
    CatalogUndo undo;

    @Inject
    ImportHistory history;

    @Inject
    ImportCase test;

    private String before;

    @BeforeEach
    void look() {
        test.clean();
        before = test.catalogue();
    }

    @AfterEach
    void clean() {
        test.run("delete from specification where product_code = 'P009' and property_code like 'x%'");
        test.clean();
        assertThat(test.catalogue()).as("the test leaves nothing behind").isEqualTo(before);
    }

    @Test
    void rowsThatWereAddedGo() {
        String code = test.apply(OPERATOR, whole());
        assertThat(test.catalogue()).isNotEqualTo(before);
        undo.undo(OPERATOR, code);
        assertThat(test.catalogue()).isEqualTo(before);
        assertThat(history.get(OPERATOR, code).state()).isEqualTo(UploadState.UNDONE);
        assertThat(test.single("select string_agg(action, ' ' order by seq) from audit_entry where subject_code = '"
                        + code + "'"))
                .isEqualTo("import_catalogue undo_catalogue_import");
    }

    @Test
    void rowsThatWereChangedGetTheirFormerValuesInEveryTable() {
        test.apply(OPERATOR, whole());
        String former = test.catalogue();
        String code = test.apply(
                OPERATOR,
                upload().with("regions", CatalogFiles.amended("regions", "430102", "芙蓉区", "某区"))
                        .with("parks", CatalogFiles.amended("parks", "CSJK", "工程机械", "整车"))
                        .with("categories", CatalogFiles.amended("categories", "hydraulic_cylinder", "千斤顶油缸", "顶缸"))
                        .with(
                                "properties",
                                CatalogFiles.amended("properties", "hydraulic_cylinder,bore_diameter", "内径", "口径"))
                        .with(
                                "firms",
                                FIRM.replace("430100,2001", "430100|430200,").replace("小型", "中型"))
                        .with(
                                "products",
                                PRODUCT.replace("20.5", "21")
                                        .replace("2027-07-21", "")
                                        .replace("30,1,", "45,2,"))
                        .with("specifications", "XP1,bore_diameter,0.09,0.11,,m")
                        .with("certificates", "XP1,CCC,X-1,另一机构,,2028-01-01")
                        .with("equivalents", "XG,改名组,XP1,备注", "XG,改名组,P009,"));
        assertThat(history.get(OPERATOR, code).changed()).isEqualTo(11);
        assertThat(history.get(OPERATOR, code).added()).isZero();
        undo.undo(OPERATOR, code);
        assertThat(test.catalogue()).isEqualTo(former);
    }

    @Test
    void theOrderOfTheOtherPropertiesIsRestoredWithTheOneThatGoes() {
        var properties = new ArrayList<>(List.of(CatalogFiles.rows("properties", "elevator,")));
        properties.add(1, "elevator,x_p,参数,,enum,,none,false");
        String code = test.apply(
                OPERATOR,
                upload().with("properties", properties.toArray(String[]::new)).with("enums", "x_p,甲,1", "x_p,乙,2"));
        assertThat(test.single("select position from property where code = 'x_p'"))
                .isEqualTo(2);
        undo.undo(OPERATOR, code);
        assertThat(test.catalogue()).isEqualTo(before);
    }

    @Test
    void anImportIsUndoneOnceAlsoByTwoAtTheSameTime() throws Exception {
        String code = test.apply(OPERATOR, whole());
        Callable<String> call = () -> {
            try {
                undo.undo(OPERATOR, code);
                return "undone";
            } catch (RuleViolation refused) {
                return refused.code();
            }
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            assertThat(threads.invokeAll(List.of(call, call)).stream().map(Future::resultNow))
                    .containsExactlyInAnyOrder("undone", "import-state");
        }
        assertThat(call.call()).isEqualTo("import-state");
        assertThat(test.catalogue()).isEqualTo(before);
    }

    @Test
    void aLaterImportOfTheSameRowIsNamedAndMustGoFirst() {
        String first = test.apply(OPERATOR, whole());
        String second = test.apply(OPERATOR, upload().with("firms", FIRM.replace("2001", "2002")));
        assertThat(refused(first)).singleElement().satisfies(error -> {
            assertThat(error.value()).isEqualTo("XF1");
            assertThat(error.reason()).contains(second);
        });
        undo.undo(OPERATOR, second);
        undo.undo(OPERATOR, first);
        assertThat(test.catalogue()).isEqualTo(before);
    }

    @Test
    void aChangeOutsideOfImportsIsNamedWithWhatStandsThereNow() {
        String code = test.apply(OPERATOR, whole());
        test.run("update product set lead_time_days = 99 where code = 'XP1'");
        assertThat(refused(code)).singleElement().satisfies(error -> {
            assertThat(error.file()).isEqualTo("products.csv");
            assertThat(error.row()).isEqualTo(2);
            assertThat(error.value()).isEqualTo("XP1");
            assertThat(error.reason()).contains("交货期现为“99”");
        });
        test.run("update product set lead_time_days = 30 where code = 'XP1'");
        test.run("delete from specification where product_code = 'XP1'");
        assertThat(refused(code)).singleElement().satisfies(error -> assertThat(error.reason())
                .contains("已不在目录中"));
    }

    @Test
    void anAddedRowThatSomethingElseRefersToStays() {
        String code = test.apply(OPERATOR, upload().with("firms", FIRM));
        String later = test.apply(OPERATOR, upload().with("products", PRODUCT));
        assertThat(refused(code)).singleElement().satisfies(error -> assertThat(error.reason())
                .contains("产品 XP1 引用了这一行"));
        test.apply(OPERATOR, upload().with("specifications", BORE).with("certificates", "XP1,CCC,X-1,,,"));
        assertThat(refused(later)).extracting(RowError::reason).hasSize(2).anySatisfy(reason -> assertThat(reason)
                .contains("产品参数 XP1 / bore_diameter"));
    }

    /** What the three cities decided of a product does not go with the import that brought it. */
    @Test
    void aProductWithARecognitionOfItsOwnStays() {
        String code = test.apply(OPERATOR, whole());
        test.run("insert into recognition_event (product_code, kind, starts_on, ends_on, recorded_at)"
                + " values ('XP1', 'SUSPENDED', '2026-01-01', '2026-02-01', now())");
        test.run(
                "insert into recognition_case (code, organization_code, home_city, product_code, state, round, statement,"
                        + " authors, saved_at) select 'H20260101-XXXX-XXXX', min(code), 'CHANGSHA', 'XP1', 'DRAFT', 0, cast('null' as jsonb), string_to_array('', ','),"
                        + " now() from organization");
        try {
            assertThat(refused(code))
                    .extracting(RowError::reason)
                    .anySatisfy(it -> assertThat(it).contains("互认记录").contains("引用了这一行"))
                    .anySatisfy(it -> assertThat(it).contains("互认申报 H20260101-XXXX-XXXX"))
                    .noneSatisfy(it -> assertThat(it).contains("recognition_"));
            assertThat(history.get(OPERATOR, code).state()).isEqualTo(UploadState.APPLIED);
        } finally {
            test.run("delete from recognition_case where code = 'H20260101-XXXX-XXXX'");
            test.run("do $$ begin set local session_replication_role = replica;"
                    + " delete from recognition_event where product_code = 'XP1'; end $$");
        }
        undo.undo(OPERATOR, code);
        assertThat(test.catalogue()).isEqualTo(before);
    }

    @Test
    void whatWouldNotFitAnyMoreStaysToo() {
        String code = test.apply(
                OPERATOR,
                upload().with("properties", "hydraulic_cylinder,x_kind,试验,,enum,,none,false")
                        .with("enums", "x_kind,甲,", "x_kind,乙,"));
        String values = test.apply(OPERATOR, upload().with("specifications", "P009,x_kind,,,甲,"));
        assertThat(refused(code)).isNotEmpty().allSatisfy(error -> assertThat(error.reason())
                .contains("P009 / x_kind"));
        undo.undo(OPERATOR, values);
        String more = test.apply(OPERATOR, upload().with("enums", "x_kind,丙,"));
        assertThat(refused(code)).singleElement().satisfies(error -> assertThat(error.reason())
                .contains("选项 丙"));
        undo.undo(OPERATOR, more);
        undo.undo(OPERATOR, code);
        assertThat(test.catalogue()).isEqualTo(before);
    }

    @Test
    void oneRowThatCannotGoKeepsAllOfThem() {
        String code = test.apply(OPERATOR, whole());
        String applied = test.catalogue();
        test.run("update firm set founded_year = 1900 where code = 'XF1'");
        assertThat(refused(code)).hasSize(1);
        test.run("update firm set founded_year = 2001 where code = 'XF1'");
        assertThat(test.catalogue()).isEqualTo(applied);
        assertThat(history.get(OPERATOR, code).state()).isEqualTo(UploadState.APPLIED);
    }

    @Test
    void aBureauUndoesTheImportsOfItsCityAndTheOperatorAny() {
        String code = test.apply(CHANGSHA, upload().with("firms", FIRM));
        assertThatThrownBy(() -> undo.undo(ZHUZHOU, code)).isInstanceOf(NotFound.class);
        undo.undo(OPERATOR, code);
        String operators = test.apply(OPERATOR, upload().with("firms", FIRM));
        assertThatThrownBy(() -> undo.undo(CHANGSHA, operators)).isInstanceOf(NotFound.class);
        undo.undo(OPERATOR, operators);
    }

    @Test
    void aPreviewCannotBeUndone() {
        String code = test.preview(OPERATOR, whole());
        assertThatThrownBy(() -> undo.undo(OPERATOR, code)).hasMessageContaining("还没有导入");
    }

    @Test
    void theSearchFollowsAnImportAndItsUndo() throws InterruptedException {
        String code =
                test.apply(OPERATOR, upload().with("firms", FIRM).with("products", PRODUCT.replace("试验油缸", "飒飒油缸")));
        Patience.await(Duration.ofSeconds(20), CatalogUndoTest::found);
        undo.undo(OPERATOR, code);
        Patience.await(Duration.ofSeconds(20), () -> !found());
    }

    private static boolean found() {
        return given().queryParam("q", "飒飒油缸 XM-1")
                .get("/api/v1/products")
                .then()
                .extract()
                .<List<String>>path("items.code")
                .contains("XP1");
    }

    @SuppressWarnings("unchecked")
    private List<RowError> refused(String code) {
        String now = test.catalogue();
        RuleViolation refused = catchThrowableOfType(RuleViolation.class, () -> undo.undo(OPERATOR, code));
        assertThat(refused).as("undo of %s", code).isNotNull();
        assertThat(refused.code()).isEqualTo("import-not-undoable");
        assertThat(test.catalogue()).isEqualTo(now);
        return (List<RowError>) refused.errors();
    }
}
