package org.xiangpei.catalog.imports;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.catalog.load.CatalogFiles;
import org.xiangpei.catalog.load.RowChange;
import org.xiangpei.catalog.load.TableCount;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.xiangpei.catalog.imports.ImportCase.FIRM;
import static org.xiangpei.catalog.imports.ImportCase.PRODUCT;
import static org.xiangpei.catalog.imports.ImportCase.whole;
import static org.xiangpei.catalog.imports.Importers.BUYER;
import static org.xiangpei.catalog.imports.Importers.CHANGSHA;
import static org.xiangpei.catalog.imports.Importers.OPERATOR;
import static org.xiangpei.catalog.imports.Importers.ZHUZHOU;
import static org.xiangpei.catalog.load.CatalogFiles.upload;

/** What is applied is what was seen; who may import what. */
@XiangpeiTest
class CatalogUploadsTest {

    @Inject
    CatalogUploads uploads;

    @Inject
    ImportHistory history;

    @Inject
    ImportCase test;

    @BeforeEach
    @AfterEach
    void clean() {
        test.clean();
    }

    @Test
    void aPreviewNamesWhatIsNewChangedUnchangedAndWrongAndChangesNothing() {
        test.apply(OPERATOR, upload().with("firms", FIRM, FIRM.replace("XF1", "XF2")));
        String before = test.catalogue();
        String code = test.preview(
                OPERATOR,
                upload().with(
                                "firms",
                                FIRM,
                                FIRM.replace("XF1", "XF2").replace("2001", "2002"),
                                FIRM.replace("XF1", "XF3"),
                                FIRM.replace("XF1", "XF4").replace("2001", "1492"),
                                "XF5,短了"));
        assertThat(test.catalogue()).isEqualTo(before);
        assertThat(history.get(OPERATOR, code).tables()).containsExactly(new TableCount("firms", 1, 1, 1, 2));
        List<RowChange> rows = history.rows(OPERATOR, code, "firms", 1, 10).items();
        assertThat(rows)
                .extracting(RowChange::name, RowChange::isNew, RowChange::row)
                .containsExactly(tuple("XF2", false, 3), tuple("XF3", true, 4));
        assertThat(rows.getFirst().changedColumns()).containsExactly("founded_year");
        assertThat(rows.getFirst().before()).containsEntry("founded_year", "2001");
        assertThat(rows.getFirst().after()).containsEntry("founded_year", "2002");
        assertThat(history.errors(OPERATOR, code, 10))
                .extracting(RowError::row, RowError::column)
                .containsExactly(tuple(5, "founded_year"), tuple(6, null));
    }

    @Test
    void aConfirmedPreviewIsAppliedOnce() {
        String code = test.preview(OPERATOR, whole());
        String digest = history.get(OPERATOR, code).digest();
        assertThat(uploads.apply(OPERATOR, code, digest).applied()).isTrue();
        assertThat(test.single("select count(*) from product where code = 'XP1'"))
                .isEqualTo(1L);
        assertThat(test.single("select count(*) from catalog_import_file")).isEqualTo(0L);
        assertThatThrownBy(() -> uploads.apply(OPERATOR, code, digest)).hasMessageContaining("已经导入过");
    }

    @Test
    void twoWhoConfirmAtOnceImportOnce() throws Exception {
        String code = test.preview(OPERATOR, whole());
        String digest = history.get(OPERATOR, code).digest();
        assertThat(both(() -> uploads.apply(OPERATOR, code, digest).applied()))
                .containsExactlyInAnyOrder("true", "import-state");
    }

    @Test
    void whereTheCatalogueChangedMeanwhileTheDifferenceIsShownAndNothingApplied() {
        String code = test.preview(OPERATOR, upload().with("firms", FIRM));
        String seen = history.get(OPERATOR, code).digest();
        test.apply(
                ZHUZHOU, upload().with("firms", FIRM.replace("430100", "430200").replace("2001", "1999")));

        Decision decision = uploads.apply(OPERATOR, code, seen);
        assertThat(decision.applied()).isFalse();
        assertThat(decision.drifts()).singleElement().satisfies(drift -> {
            assertThat(drift.foreseen()).isNotNull().matches(RowChange::isNew);
            assertThat(drift.now()).isNotNull().satisfies(now -> assertThat(now.before())
                    .containsEntry("founded_year", "1999"));
        });
        assertThat(test.single("select founded_year from firm where code = 'XF1'"))
                .isEqualTo(1999);

        assertThat(uploads.apply(OPERATOR, code, seen).applied())
                .as("seen is the old one still")
                .isFalse();
        String now = history.get(OPERATOR, code).digest();
        assertThat(uploads.apply(OPERATOR, code, now).applied()).isTrue();
        assertThat(test.single("select founded_year from firm where code = 'XF1'"))
                .isEqualTo(2001);
    }

    @Test
    void aPreviewWithErrorsIsNeverApplied() {
        String code = test.preview(OPERATOR, upload().with("firms", FIRM, FIRM.replace("XF1", "X F")));
        assertThatThrownBy(() -> uploads.apply(
                        OPERATOR, code, history.get(OPERATOR, code).digest()))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.code())
                        .isEqualTo("invalid-rows"));
        assertThat(test.single("select count(*) from firm where code = 'XF1'")).isEqualTo(0L);
    }

    @Test
    void aPreviewIsOfItsOrganisationAlone() {
        String code = test.preview(CHANGSHA, upload().with("firms", FIRM));
        for (Actor other : List.of(ZHUZHOU, OPERATOR, BUYER, Actor.PUBLIC)) {
            assertThatThrownBy(() -> history.get(other, code)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> uploads.apply(other, code, "")).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> uploads.discard(other, code)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> history.rows(other, code, "firms", 1, 10)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> history.errors(other, code, 10)).isInstanceOf(NotFound.class);
        }
        assertThat(history.page(ZHUZHOU, 1, 10).items()).isEmpty();
        assertThat(history.page(CHANGSHA, 1, 10).items()).hasSize(1);
    }

    @Test
    void previewsExpireAndGiveWayToNewOnes() {
        String first = test.preview(OPERATOR, upload().with("firms", FIRM));
        for (int i = 0; i < 5; i++) {
            test.preview(OPERATOR, upload().with("firms", FIRM));
        }
        assertThatThrownBy(() -> history.get(OPERATOR, first)).isInstanceOf(NotFound.class);
        assertThat(history.page(OPERATOR, 1, 10).total()).isEqualTo(5);

        test.run("update catalog_import set uploaded_at = uploaded_at - interval '25 hours'");
        String old = history.page(OPERATOR, 1, 10).items().getFirst().code();
        assertThatThrownBy(() -> uploads.apply(OPERATOR, old, ""))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.code())
                        .isEqualTo("import-expired"));
        test.preview(CHANGSHA, upload().with("firms", FIRM));
        assertThat(test.single("select count(*) from catalog_import")).isEqualTo(1L);
    }

    @Test
    void aBureauAddsAndChangesOnlyWhatBelongsToFirmsOfItsCity() {
        String code = test.preview(
                CHANGSHA, whole().with("firms", FIRM, FIRM.replace("XF1", "XF2").replace("430100", "430200")));
        assertThat(history.errors(CHANGSHA, code, 10))
                .extracting(RowError::file, RowError::row)
                .containsExactly(tuple("equivalents.csv", 2), tuple("equivalents.csv", 3), tuple("firms.csv", 3));
        assertThat(history.errors(CHANGSHA, code, 10).getLast().reason())
                .contains("XF2 登记在其他市")
                .contains("长沙");
    }

    @Test
    void aBureauTakesNoFirmFromAnotherCityNorGivesOneAway() {
        test.apply(OPERATOR, whole());
        String moved = FIRM.replace("试验,,430100", "试验,,430200");
        assertThatThrownBy(() -> test.apply(CHANGSHA, upload().with("firms", moved)))
                .hasMessageContaining("1 处错误");
        assertThatThrownBy(() -> test.apply(ZHUZHOU, upload().with("firms", moved)))
                .hasMessageContaining("1 处错误");
        for (CatalogFiles change : List.of(
                upload().with("products", PRODUCT.replace("试验油缸", "油缸")),
                upload().with("specifications", "XP1,bore_diameter,90,90,,mm"),
                upload().with("certificates", "XP1,CCC,X-1,别家,,"),
                upload().with("certificates", "XF1,ISO 9001,X-9,,,"))) {
            assertThatThrownBy(() -> test.apply(ZHUZHOU, change)).hasMessageContaining("1 处错误");
            test.apply(CHANGSHA, change);
        }
    }

    @Test
    void whatIsUnchangedIsAnybodysToSend() {
        CatalogFiles sample = upload();
        for (String table :
                List.of("regions", "parks", "categories", "properties", "enums", "firms", "products", "equivalents")) {
            sample.with(table, CatalogFiles.rows(table, ""));
        }
        String code = test.preview(CHANGSHA, sample);
        assertThat(history.get(CHANGSHA, code).errorCount()).isZero();
        String shared = test.preview(CHANGSHA, upload().with("categories", "x_new,新品类,链,,,,"));
        assertThat(history.errors(CHANGSHA, shared, 10)).singleElement().satisfies(error -> assertThat(error.reason())
                .contains("三市共用"));
    }

    @Test
    void whoMayNotImportFindsNothing() {
        assertThatThrownBy(() -> test.preview(BUYER, upload().with("firms", FIRM)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> test.apply(Actor.PUBLIC, upload().with("firms", FIRM)))
                .isInstanceOf(NotFound.class);
    }

    /** The answers of two calls at the same time; of a refused one the code. */
    private static List<String> both(Callable<Boolean> call) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(2)) {
            return threads.invokeAll(List.of(call, call)).stream()
                    .map(CatalogUploadsTest::answer)
                    .toList();
        }
    }

    private static String answer(Future<?> call) {
        try {
            return String.valueOf(call.get());
        } catch (ExecutionException e) {
            return e.getCause() instanceof RuleViolation refused ? refused.code() : String.valueOf(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
