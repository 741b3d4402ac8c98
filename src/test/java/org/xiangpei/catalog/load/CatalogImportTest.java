package org.xiangpei.catalog.load;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowError;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.TabularFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.xiangpei.catalog.load.CatalogFiles.upload;

/** The rules of a catalogue upload, each against the real catalogue. Rows of these tests have codes that begin with X. */
@XiangpeiTest
class CatalogImportTest {

    private static final String REGION = "439900,湘外市,430000,city";
    private static final String FIRM = "XF1,试验企业,试验,,430100,,,430100,2001,小型,,illustrative,";
    private static final String PRODUCT =
            "XP1,XF1,试验油缸,XM-1,hydraulic_cylinder,,,,,100,台/月,30,1,10.00,20.5,元/台,35,2021-07-22,2027-07-21,illustrative,";
    private static final String BORE = "XP1,bore_diameter,100,100,,mm";

    @Inject
    CatalogImport catalog;

    @Inject
    TabularFiles files;

    @Inject
    EntityManager entities;

    @AfterEach
    @Transactional
    void removeOwnRows() {
        for (String statement : List.of(
                "delete from equivalent_part where group_code like 'X%'",
                "delete from equivalence_group where code like 'X%'",
                "delete from certificate where number like 'X%'",
                "delete from specification where product_code like 'X%'",
                "delete from product where code like 'X%'",
                "delete from firm where code like 'X%'",
                "delete from enum_value where property_code like 'x%'",
                "delete from property where category_code like 'x%' or code like 'x%'",
                "delete from category where code like 'x%'",
                "delete from region where code = '439900'")) {
            entities.createNativeQuery(statement).executeUpdate();
        }
    }

    /** A row that is wrong in one place; {@code #} in it is the number of the row, so that keys differ. */
    private record Mistake(
            String row, String column, @Nullable String value, String reason) {}

    private static Mistake mistake(String row, String column, @Nullable String value, String reason) {
        return new Mistake(row, column, value, reason);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(
                        "regions",
                        List.of(
                                mistake("43010,某区,430100,district", "code", "43010", "六位行政区划代码"),
                                mistake("4399#,某区,439900,district", "parent_code", "439900", "没有这个行政区划"),
                                mistake("4399#,某区,430102,district", "parent_code", "430102", "更高一级"),
                                mistake("4399#,某区,,district", "parent_code", null, "须写明上级"),
                                mistake("4399#,某区,430100,town", "level", "town", "province、city、district"))),
                arguments(
                        "parks",
                        List.of(
                                mistake("XPK#,某园区,430199,,,,", "city_code", "430199", "没有这个行政区划"),
                                mistake("XPK#,某园区,430102,,,,", "city_code", "430102", "市一级"),
                                mistake("XPK#,某园区,430100,430202,,,", "district_code", "430202", "不属于"),
                                mistake("X PK,某园区,430100,,,,", "code", "X PK", "字母、数字"))),
                arguments(
                        "categories",
                        List.of(
                                mistake("x_category#,,链,3444,A02050801,,", "name", null, "必填"),
                                mistake("x_category#,某品类,链,34445,A02050801,,", "gbt4754_code", "34445", "GB/T 4754"),
                                mistake("x_category#,某品类,链,3444,2050801,,", "gpc2022_code", "2050801", "品目代码"),
                                mistake("x_category#,某品类,链,3444,A02050801,甲||乙,", "synonyms", "甲||乙", "空值"))),
                arguments(
                        "properties",
                        List.of(
                                mistake("x_none,x_p#,参数,,quantity,mm,none,true", "category_code", "x_none", "没有这个品类"),
                                mistake(
                                        "elevator,x_p#,参数,,number,mm,none,true",
                                        "kind",
                                        "number",
                                        "quantity、enum、text、flag"),
                                mistake("elevator,x_p#,参数,,quantity,,none,true", "unit", null, "必须有单位"),
                                mistake("elevator,x_p#,参数,,quantity,blub,none,true", "unit", "blub", "不认识的单位"),
                                mistake("elevator,x_p#,参数,,text,mm,none,true", "unit", "mm", "请留空"),
                                mistake(
                                        "elevator,x_p#,参数,,text,,best,true",
                                        "better",
                                        "best",
                                        "higher、lower、none、wider"),
                                mistake("elevator,x_p#,参数,,text,,none,maybe", "required", "maybe", "true 或 false"),
                                mistake("elevator,bore_diameter,缸径,,quantity,kg,none,true", "unit", "kg", "不能换算"),
                                mistake(
                                        "special_cable,bore_diameter,口径,,quantity,mm,none,true",
                                        "name",
                                        "口径",
                                        "保持一致"))),
                arguments(
                        "enums",
                        List.of(
                                mistake("x_none,值,", "property_code", "x_none", "没有这个参数"),
                                mistake("bore_diameter,值,", "property_code", "bore_diameter", "只有选项型"),
                                mistake("ip_rating,XIP#,", "rank", null, "要么都有等级"),
                                mistake("ip_rating,XIP#,1", "rank", "1", "等级相同"),
                                mistake("ip_rating,XIP#,0", "rank", "0", "从 1"))),
                arguments(
                        "firms",
                        List.of(
                                mistake(
                                        "XF#,企业,企,91430100EXAMP00051,430100,,,,,,,illustrative,",
                                        "uscc",
                                        "91430100EXAMP00051",
                                        "校验不符"),
                                mistake("XF#,企业,企,123,430100,,,,,,,illustrative,", "uscc", "123", "18 位"),
                                mistake(
                                        "XF#,企业,企," + sampleUscc() + ",430100,,,,,,,illustrative,",
                                        "uscc",
                                        sampleUscc(),
                                        "与企业 F005"),
                                mistake("XF#,企业,企,,,,,,,,,illustrative,", "city_code", null, "必填"),
                                mistake("XF#,企业,企,,430102,,,,,,,illustrative,", "city_code", "430102", "市一级"),
                                mistake("XF#,企业,企,,430100,430202,,,,,,illustrative,", "district_code", "430202", "不属于"),
                                mistake("XF#,企业,企,,430100,,XNONE,,,,,illustrative,", "park_code", "XNONE", "没有这个园区"),
                                mistake("XF#,企业,企,,430200,,CSJK,,,,,illustrative,", "park_code", "CSJK", "不在企业的"),
                                mistake(
                                        "XF#,企业,企,,430100,,,430100|999999,,,,illustrative,",
                                        "production_sites",
                                        "430100|999999",
                                        "999999"),
                                mistake("XF#,企业,企,,430100,,,,1492,,,illustrative,", "founded_year", "1492", "年份"),
                                mistake("XF#,企业,企,,430100,,,,2999,,,illustrative,", "founded_year", "2999", "年份"),
                                mistake("XF#,企业,企,,430100,,,,,巨型,,illustrative,", "scale", "巨型", "大型、中型"),
                                mistake("XF#,企业,企,,430100,,,,,,,documented,", "source", null, "必须写明来源"),
                                mistake(
                                        "XF#,企业,企,,430100,,,,,,,real,",
                                        "provenance",
                                        "real",
                                        "documented、illustrative"))),
                arguments(
                        "products",
                        List.of(
                                mistake(
                                        "XP#,XNONE,品,,elevator,,,,,,,,,,,,,,,illustrative,",
                                        "firm_code",
                                        "XNONE",
                                        "没有这家企业"),
                                mistake(
                                        "XP#,F005,品,,x_none,,,,,,,,,,,,,,,illustrative,",
                                        "category_code",
                                        "x_none",
                                        "没有这个品类"),
                                mistake("F005,F005,品,,elevator,,,,,,,,,,,,,,,illustrative,", "code", "F005", "已是一家企业"),
                                mistake(
                                        "XP#,F005,品,,elevator,,,,,-5,台/月,,,,,,,,,illustrative,",
                                        "monthly_capacity",
                                        "-5",
                                        "大于 0"),
                                mistake(
                                        "XP#,F005,品,,elevator,,,,,5,,,,,,,,,,illustrative,",
                                        "capacity_unit",
                                        null,
                                        "台/月"),
                                mistake(
                                        "XP#,F005,品,,elevator,,,,,,,7.5,,,,,,,,illustrative,",
                                        "lead_time_days",
                                        "7.5",
                                        "整数"),
                                mistake(
                                        "XP#,F005,品,,elevator,,,,,,,-1,,,,,,,,illustrative,",
                                        "lead_time_days",
                                        "-1",
                                        "天数"),
                                mistake(
                                        "XP#,F005,品,,elevator,,,,,,,,0,,,,,,,illustrative,",
                                        "min_order_quantity",
                                        "0",
                                        "大于 0"),
                                mistake(
                                        "XP#,F005,品,,elevator,,,,,,,,,20,10,元/台,,,,illustrative,",
                                        "price_high",
                                        "10",
                                        "低于最低价 20"),
                                mistake(
                                        "XP#,F005,品,,elevator,,,,,,,,,1.234,,元/台,,,,illustrative,",
                                        "price_low",
                                        "1.234",
                                        "两位小数"),
                                mistake("XP#,F005,品,,elevator,,,,,,,,,1,,,,,,illustrative,", "price_unit", null, "元/台"),
                                mistake(
                                        "XP#,F005,品,,elevator,,,,,,,,,,,,101,,,illustrative,",
                                        "declared_local_content_pct",
                                        "101",
                                        "0 到 100"),
                                mistake(
                                        "XP#,F005,品,,elevator,,,,,,,,,,,,,2024-02-30,,illustrative,",
                                        "valid_from",
                                        "2024-02-30",
                                        "没有这一天"),
                                mistake(
                                        "XP#,F005,品,,elevator,,,,,,,,,,,,,2024-02-02,2024-02-01,illustrative,",
                                        "valid_until",
                                        "2024-02-01",
                                        "早于"),
                                mistake("XP#,F005,品,,elevator,,,,,,,,,,,,,,,documented,", "source", null, "必须写明来源"))),
                arguments(
                        "specifications",
                        List.of(
                                mistake("XNONE,stroke,1,1,,mm", "product_code", "XNONE", "没有这个产品"),
                                mistake(
                                        "XP#,ip_rating,,,IP54,",
                                        "property_code",
                                        "ip_rating",
                                        "品类 hydraulic_cylinder 没有这个参数"),
                                mistake("XP#,stroke,9,8,,mm", "max", "8", "max 小于 min 9"),
                                mistake("XP#,stroke,9,9,,kg", "unit", "kg", "不能换算为这个参数的单位 mm"),
                                mistake("XP#,stroke,9,9,,ell", "unit", "ell", "不认识的单位"),
                                mistake("XP#,stroke,9,9,,", "unit", null, "必填"),
                                mistake("XP#,stroke,,,,mm", "min", null, "至少写一个"),
                                mistake("XP#,stroke,9,9,九,mm", "value", "九", "请留空"),
                                mistake("XP#,stroke,九,9,,mm", "min", "九", "应为数字"),
                                mistake("XP#,mounting_type,,,悬空,", "value", "悬空", "可选值："),
                                mistake("XP#,mounting_type,,,,", "value", null, "必填"),
                                mistake("XP#,mounting_type,1,,耳环,", "min", "1", "不是数值型"))),
                arguments(
                        "certificates",
                        List.of(
                                mistake("XNONE,ISO 9001,X-#,机构,,", "owner_code", "XNONE", "没有这家企业或这个产品"),
                                mistake("F005,,X-#,机构,,", "type", null, "必填"),
                                mistake(
                                        "F005,ISO 9001,X-#,机构,2024-05-02,2024-05-01",
                                        "valid_until",
                                        "2024-05-01",
                                        "早于"))),
                arguments(
                        "equivalents",
                        List.of(
                                mistake("XG,组,XNONE,", "product_code", "XNONE", "没有这个产品"),
                                mistake("XG,,P009,", "group_name", null, "必填"))));
    }

    private static String sampleUscc() {
        return CatalogFiles.lines("firms").stream()
                .filter(line -> line.startsWith("F005,"))
                .findFirst()
                .orElseThrow()
                .split(",")[3];
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void eachMistakeIsNamedByFileRowColumnValueAndReason(String table, List<Mistake> mistakes) {
        List<RowError> errors = preview(withCylinders(table, mistakes)).errors();
        assertThat(errors).hasSameSizeAs(mistakes);
        for (int i = 0; i < mistakes.size(); i++) {
            RowError error = errors.get(i);
            Mistake mistake = mistakes.get(i);
            assertThat(error)
                    .extracting(RowError::file, RowError::row, RowError::column, RowError::value)
                    .containsExactly(table + ".csv", i + 2, mistake.column(), mistake.value());
            assertThat(error.reason()).contains(mistake.reason());
        }
    }

    /** The mistaken rows; mistaken specifications beside a right product for each of them. */
    private static byte[] withCylinders(String table, List<Mistake> mistakes) {
        String[] rows = IntStream.range(0, mistakes.size())
                .mapToObj(i -> mistakes.get(i).row().replace("#", "%02d".formatted(i)))
                .toArray(String[]::new);
        CatalogFiles upload = upload().with(table, rows);
        if (table.equals("specifications")) {
            upload.with("firms", FIRM)
                    .with(
                            "products",
                            IntStream.range(0, mistakes.size())
                                    .mapToObj(i -> PRODUCT.replace("XP1", "XP%02d".formatted(i)))
                                    .toArray(String[]::new));
        }
        return upload.zip();
    }

    @Test
    void aKeyMayStandOnlyOnceInATable() {
        byte[] zip = upload().with("firms", FIRM, FIRM)
                .with("specifications", "P009,stroke,1,1,,mm", "P009,stroke,2,2,,mm")
                .with("certificates", "F005,ISO 9001,X-1,,,", "F005,ISO 9001,X-1,,,")
                .zip();
        assertThat(preview(zip).errors())
                .extracting(RowError::file, RowError::row, RowError::column)
                .containsExactly(
                        tuple("certificates.csv", 3, "number"),
                        tuple("firms.csv", 3, "code"),
                        tuple("specifications.csv", 3, "property_code"));
    }

    @Test
    void oneMistakeIsNotReportedAgainByRowsThatReferToIt() {
        byte[] zip = upload().with("firms", FIRM.replace("2001", "1492"))
                .with("products", PRODUCT)
                .with("specifications", BORE)
                .with("certificates", "XP1,ISO 9001,X-1,,,", "XF1,ISO 9001,X-2,,,")
                .zip();
        assertThat(preview(zip).errors()).extracting(RowError::column).containsExactly("founded_year");
    }

    @Test
    void allMistakesOfAllFilesAreReportedTogether() {
        byte[] zip = upload().with(
                        "firms", FIRM.replace("2001", "1492").replace("小型", "巨型"), FIRM.replace("XF1", "XF2"))
                .with(
                        "products",
                        PRODUCT.replace("10.00", "ten"),
                        PRODUCT.replace("XP1", "XP2").replace("XF1", "XF3"))
                .zip();
        assertThat(preview(zip).errors())
                .extracting(RowError::file, RowError::row, RowError::column)
                .containsExactly(
                        tuple("firms.csv", 2, "founded_year"),
                        tuple("firms.csv", 2, "scale"),
                        tuple("products.csv", 2, "price_low"),
                        tuple("products.csv", 3, "firm_code"));
    }

    @Test
    void rowsMayReferToRowsOfTheSameUploadWhateverTheOrder() {
        ImportResult result = apply(whole());
        assertThat(result.tables())
                .extracting(TableCount::table, TableCount::added)
                .containsExactly(
                        tuple("regions", 1),
                        tuple("firms", 1),
                        tuple("products", 1),
                        tuple("specifications", 1),
                        tuple("certificates", 2),
                        tuple("equivalence_groups", 1),
                        tuple("equivalents", 2));
        assertThat(single("select price_high from product where code = 'XP1'")).hasToString("20.50");
        assertThat(single("select product_code from certificate where number = 'X-1'"))
                .isEqualTo("XP1");
        assertThat(single("select firm_code from certificate where number = 'X-2'"))
                .isEqualTo("XF1");
    }

    @Test
    void aSecondImportOfTheSameChangesNothingAndOfAnotherValueAmends() {
        apply(whole());
        assertThat(apply(whole()).tables()).allMatch(table -> table.added() == 0 && table.changed() == 0);

        ImportResult amended =
                apply(upload().with("products", PRODUCT.replace("20.5", "21"), PRODUCT.replace("XP1", "XP2"))
                        .zip());
        assertThat(amended.tables()).containsExactly(new TableCount("products", 1, 1, 0, 0));
        assertThat(single("select price_high from product where code = 'XP1'")).hasToString("21.00");
        assertThat(single("select count(*) from firm where code = 'XF1'")).isEqualTo(1L);
    }

    @Test
    void withOneErrorNothingIsTakenAtAll() {
        byte[] zip = upload().with("firms", FIRM, FIRM.replace("XF1", "XF2").replace("2001", "1492"))
                .with("products", PRODUCT)
                .zip();
        long before = rowsOfAllTables();
        assertThatThrownBy(() -> apply(zip)).isInstanceOfSatisfying(RuleViolation.class, violation -> {
            assertThat(violation.code()).isEqualTo("invalid-rows");
            assertThat(violation.errors()).hasSize(1);
        });
        assertThat(rowsOfAllTables()).isEqualTo(before);
    }

    @Test
    void aPreviewChangesNothing() {
        long before = rowsOfAllTables();
        ImportResult preview = preview(whole());
        assertThat(preview.added()).isEqualTo(9);
        assertThat(rowsOfAllTables()).isEqualTo(before);
    }

    @Test
    void aChangeThatSpoilsStoredSpecificationsIsRefused() {
        apply(whole());
        assertThat(preview(upload().with("products", PRODUCT.replace("hydraulic_cylinder", "elevator"))
                                .zip())
                        .errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.column()).isEqualTo("category_code");
                    assertThat(error.reason()).contains("XP1 / bore_diameter").contains("没有这个参数");
                });
    }

    @Test
    void aUniqueCodeMayMoveFromOneFirmToAnother() {
        String uscc = "91350100M000100Y43";
        String other = FIRM.replace("XF1", "XF2");
        apply(upload().with("firms", FIRM.replace("试验,,", "试验," + uscc + ","), other)
                .zip());
        apply(upload().with("firms", other.replace("试验,,", "试验," + uscc + ","), FIRM)
                .zip());
        assertThat(single("select code from firm where uscc = '" + uscc + "'")).isEqualTo("XF2");
    }

    @Test
    void newPropertiesComeAfterTheStoredOnesOfTheirCategory() {
        apply(upload().with("properties", "elevator,x_p,参数,,text,,none,false").zip());
        assertThat(single("select position from property where code = 'x_p'"))
                .isEqualTo(single("select max(position) from property where category_code = 'elevator'"));
    }

    @Test
    void groupsOfOneCodeHaveOneName() {
        byte[] zip = upload().with("equivalents", "XG,甲组,P009,", "XG,乙组,P010,").zip();
        assertThat(preview(zip).errors())
                .extracting(RowError::row, RowError::column)
                .containsExactly(tuple(3, "group_name"));
    }

    @Test
    void anUploadWithoutAnyTableOfTheCatalogueIsRefused() {
        byte[] zip = upload().withText("firm", "code\nX\n").zip();
        assertThatThrownBy(() -> preview(zip)).hasMessageContaining("firms、products");
    }

    private static byte[] whole() {
        return upload().with("equivalents", "XG,试验组,XP1,", "XG,试验组,P009,说明")
                .with("certificates", "XP1,CCC,X-1,机构,2024-01-01,2027-01-01", "XF1,ISO 9001,X-2,,,")
                .with("specifications", BORE)
                .with("products", PRODUCT)
                .with("firms", FIRM.replace("430100,2001", "430100|439900,2001"))
                .with("regions", REGION)
                .zip();
    }

    private ImportResult preview(byte[] zip) {
        RowErrors errors = files.newErrors();
        return catalog.preview(files.read("upload.zip", new ByteArrayInputStream(zip), errors), errors);
    }

    private ImportResult apply(byte[] zip) {
        RowErrors errors = files.newErrors();
        return catalog.apply(files.read("upload.zip", new ByteArrayInputStream(zip), errors), errors);
    }

    private Object single(String sql) {
        return entities.createNativeQuery(sql, Object.class).getSingleResult();
    }

    private long rowsOfAllTables() {
        return Stream.of(
                        "region",
                        "park",
                        "category",
                        "property",
                        "enum_value",
                        "firm",
                        "product",
                        "specification",
                        "certificate",
                        "equivalence_group",
                        "equivalent_part")
                .mapToLong(table -> (Long) single("select count(*) from " + table))
                .sum();
    }
}
