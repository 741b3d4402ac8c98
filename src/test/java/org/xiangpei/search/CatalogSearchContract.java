package org.xiangpei.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.search.CatalogSearch.Scored;
import org.xiangpei.search.SearchResult.FacetCount;
import org.xiangpei.search.SearchResult.Highlight;
import org.xiangpei.search.SearchResult.Hit;
import org.xiangpei.search.SearchResult.Recognised;
import org.xiangpei.search.SearchResult.Span;
import org.xiangpei.search.SearchResult.SpecificationFit;

import static org.assertj.core.api.Assertions.assertThat;

/** What every engine answers on the sample catalogue, whatever it is built on. */
public abstract class CatalogSearchContract {

    protected static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** The engine, on an index of the sample catalogue. */
    protected abstract CatalogSearch search();

    @Test
    void everyCategoryHasItsName() {
        assertThat(search().categoryNames()).hasSize(60).containsEntry("elevator", "电梯");
    }

    /** Question → the products that come first, in this order. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "浅基坑电梯|P001 P131",
                "浅底坑|P131",
                "客梯|P130 P132",
                "货梯|P134",
                "病床梯|P133",
                "德力通|P002 P001",
                "华菱线缆|P003 P004",
                "湘潭 点火|P003",
                "yjv22 8.7/15|P078 P079 P080",
                "YJV22-8.7/15KV-3x240|P078 P079 P080",
                "yjv 22—8.7／15kV–3*240|P078 P079 P080",
                "ＹＪＶ22|P078 P079 P080",
                "m24×80|P230 P229",
                "离心泵 80-160|P204 P205",
                "22320ca/w33|P225",
                "013-40-1120a|P019",
                "P079|P079",
                "低噪声变压器|P089",
                "混凝土泵车|P036",
                "移动肺保|P005",
                "弧焊 机器人|P257",
                "轨道交通 牵引变流器|P043 P042",
                "无机房|P132",
                "建筑垃圾再生骨料|P008",
            })
    void theRightProductsComeFirst(String question, String expected) {
        assertThat(codes(ask(question))).startsWith(expected.split(" "));
    }

    /** Question → all that is found, in whatever order. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "浅基坑电梯|P001 P131",
                "GB/T 12706|P078 P079 P080 P082",
                "013.40.1120|P018 P019 P020",
                "HSGK|P009 P010 P011",
                "远大洁净|P005 P006 P007",
            })
    void nothingElseIsFound(String question, String expected) {
        assertThat(codes(ask(question))).containsExactlyInAnyOrder(expected.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"扶梯", "xqzjwkv", "qwerty asdfgh", "😀😀", "？！…", "\u0000\u0007", "\ud83d"})
    void whatMeansNothingHereFindsNothing(String question) {
        SearchResult result = ask(question);
        assertThat(result.hits().total()).isZero();
        assertThat(result.hits().items()).isEmpty();
        assertThat(result.relaxed()).isFalse();
        assertThat(result.didYouMean()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"电缆,電纜", "yjv22,ＹＪＶ２２", "led路灯,LED路灯", "空气净化,空氣淨化", "客梯,乘客电梯 "})
    void theWayOfWritingMakesNoDifference(String one, String other) {
        assertThat(Set.copyOf(codes(ask(one)))).isNotEmpty().isEqualTo(Set.copyOf(codes(ask(other))));
    }

    /** No stretch of a name is ever missed, wherever the dictionary would cut it. */
    @Test
    void everyStretchOfANameFindsItsProduct() {
        for (Hit hit : ask("", ListingStatus.ALL, Map.of(), 1, 100).hits().items()) {
            String name = nameOf(hit.productCode());
            for (int start = 0; start + 4 <= name.length(); start += 3) {
                String stretch = name.substring(start, start + 4);
                if (stretch.codePoints().allMatch(Character::isIdeographic)) {
                    assertThat(codes(ask(stretch, ListingStatus.ALL, Map.of(), 1, 100)))
                            .as(stretch)
                            .contains(hit.productCode());
                }
            }
        }
    }

    @Test
    void allWordsAreAskedForFirst() {
        assertThat(ask("低噪声 变压器")).satisfies(it -> {
            assertThat(it.relaxed()).isFalse();
            assertThat(codes(it)).containsExactly("P089");
        });
    }

    @Test
    void aWordThatOccursNowhereDoesNotHideTheOthers() {
        SearchResult plain = ask("电梯");
        SearchResult relaxed = ask("电梯 qwertz");
        assertThat(plain.relaxed()).isFalse();
        assertThat(relaxed.relaxed()).isTrue();
        assertThat(codes(relaxed)).containsExactlyInAnyOrderElementsOf(codes(plain));
    }

    @Test
    void choosingAFacetNeverRelaxesTheWords() {
        SearchResult result = ask("盘形悬式瓷绝缘子", ListingStatus.ALL, Map.of(Facet.CATEGORY, Set.of("elevator")), 1, 20);
        assertThat(result.hits().total()).isZero();
        assertThat(result.relaxed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"电揽,电缆", "空汽净化器,空气净化器", "浅基炕电梯,浅基坑电梯", "变压气,变压器", "yjv22 电揽,yjv22 电缆"})
    void oneWrongCharacterGetsABetterSpellingThatFindsSomething(String wrong, String right) {
        assertThat(ask(wrong).didYouMean()).isEqualTo(right);
        assertThat(ask(right).hits().total()).isPositive();
        assertThat(ask(right).didYouMean()).isNull();
    }

    @Test
    void onlyValidProductsUnlessExpiredOnesAreAskedFor() {
        long all = total(ListingStatus.ALL);
        long expired = total(ListingStatus.EXPIRED);
        assertThat(all).isEqualTo(263);
        assertThat(expired).isEqualTo(20);
        assertThat(total(ListingStatus.VALID)).isEqualTo(all - expired);
    }

    @Test
    void validityIsJudgedOnTheDayAskedFor() {
        var before2021 = new SearchQuery(
                "", Map.of(), ListingStatus.VALID, LocalDate.of(2021, 7, 21), SearchSort.RELEVANCE, 1, 100);
        assertThat(codes(search().search(before2021)))
                .as("those that do not say since when are open on that side")
                .contains("P001", "P005")
                .doesNotContain("P006", "P008");
    }

    @Test
    void eachFacetIsCountedWithoutItsOwnSelection() {
        SearchResult plain = ask("电缆");
        SearchResult chosen = ask("电缆", ListingStatus.VALID, Map.of(Facet.CITY, Set.of("430200")), 1, 100);
        assertThat(chosen.facets().get(Facet.CITY)).isEqualTo(plain.facets().get(Facet.CITY));
        assertThat(chosen.hits().total())
                .isEqualTo(count(plain, Facet.CITY, "430200"))
                .isPositive();
        assertThat(sum(chosen, Facet.PROVENANCE))
                .isEqualTo(chosen.hits().total())
                .isLessThan(sum(plain, Facet.PROVENANCE));
    }

    @Test
    void valuesOfOneFacetAreAlternativesAndFacetsNarrowOneAnother() {
        SearchResult plain = ask("");
        SearchResult both =
                ask("", ListingStatus.VALID, Map.of(Facet.CATEGORY, Set.of("elevator", "power_cable")), 1, 100);
        assertThat(both.hits().total())
                .isEqualTo(count(plain, Facet.CATEGORY, "elevator") + count(plain, Facet.CATEGORY, "power_cable"));
        SearchResult narrowed = ask(
                "",
                ListingStatus.VALID,
                Map.of(Facet.CATEGORY, Set.of("elevator", "power_cable"), Facet.CITY, Set.of("430200")),
                1,
                100);
        assertThat(narrowed.hits().total()).isEqualTo(count(both, Facet.CITY, "430200"));
        assertThat(narrowed.facets().get(Facet.CITY)).isEqualTo(both.facets().get(Facet.CITY));
    }

    /** F001 is registered in 株洲 and produces in 株洲 and 长沙; F003 states no site and is registered in 长沙. */
    @Test
    void theCityIsWhereItIsProducedAndOnlyElseWhereTheFirmIsRegistered() {
        assertThat(inCity("浅基坑电梯", "430100")).contains("P001");
        assertThat(inCity("浅基坑电梯", "430200")).contains("P001");
        assertThat(inCity("移动肺保", "430100")).containsExactly("P005");
        assertThat(inCity("移动肺保", "430200")).isEmpty();
    }

    @Test
    void facetValuesComeMostFrequentFirstAndAChosenOneStaysVisible() {
        for (Facet facet : Facet.values()) {
            assertThat(ask("").facets().get(facet))
                    .isNotEmpty()
                    .isSortedAccordingTo((one, other) -> Long.compare(other.count(), one.count()));
        }
        SearchResult nothing = ask("浅基坑电梯", ListingStatus.VALID, Map.of(Facet.CHAIN, Set.of("照明")), 1, 20);
        assertThat(nothing.facets().get(Facet.CHAIN)).contains(new FacetCount("照明", 0));
    }

    @Test
    void highlightsAreTheWordsInTheTextAsItIsStored() {
        Hit hit = ask("yjv22 8.7/15 电纜").hits().items().getFirst();
        assertThat(marked(hit, "model")).containsExactly("YJV22", "8.7/15");
        assertThat(marked(hit, "name")).containsExactly("电缆");
        for (Highlight highlight : hit.highlights()) {
            int end = 0;
            for (Span span : highlight.spans()) {
                assertThat(span.start()).isGreaterThanOrEqualTo(end).isLessThan(span.end());
                end = span.end();
            }
            assertThat(end).isLessThanOrEqualTo(highlight.text().length());
        }
    }

    @Test
    void aSingleCharacterIsMarkedOnlyAlone() {
        assertThat(ask("低 变压器").hits().items()).isNotEmpty().allSatisfy(hit -> {
            for (String field : List.of("name", "description")) {
                assertThat(marked(hit, field)).doesNotContain("低");
            }
        });
        assertThat(ask("泵").hits().items())
                .anySatisfy(hit -> assertThat(marked(hit, "name")).contains("泵"));
    }

    @Test
    void aListOfEverythingMarksNothing() {
        assertThat(ask("").hits().items()).allSatisfy(it -> {
            assertThat(it.highlights()).isEmpty();
            assertThat(it.score()).isZero();
        });
    }

    /** Question | product → the reason that comes first: its kind, the word as read, what stands for it, and where first. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "乘客电梯|P001|word 乘客电梯 乘客电梯 category",
                "浅基坑电梯|P001|word 浅基坑电梯 浅基坑电梯 name",
                "客梯|P130|synonym 客梯 乘客电梯 name",
                "ＹＪＶ22|P078|word yjv22 YJV22 model",
                "YJV22 交联聚乙烯|P078|word yjv22 YJV22 model",
                "华菱线缆|P003|word 华菱 华菱线缆 firm",
                "bianyaqi|P089|sound bianyaqi 变压器 name",
                "变压气|P089|sound 变压气 变压器 name",
                "变庄器|P089|spelling 变庄器 变压器 name",
            })
    void aHitSaysWhatStandsForAWord(String question, String product, String expected) {
        assertThat(told(reasons(question, product).getFirst())).isEqualTo(expected);
    }

    @Test
    void eachWordHasItsOwnReasonAndAStandardIsToldAsItStands() {
        assertThat(reasons("客梯 GB/T 7588", "P130"))
                .filteredOn(it -> it.kind() != Reason.Kind.MEANING)
                .extracting(CatalogSearchContract::told)
                .containsExactly(
                        "synonym 客梯 乘客电梯 name", "word gb/t GB/T 7588.1 details", "word 7588 GB/T 7588.1 details");
    }

    @Test
    void aWordThatTheProductLacksHasNoReason() {
        assertThat(reasons("电梯 qwertz", "P001"))
                .extracting(Reason::typed)
                .contains("电梯")
                .doesNotContain("qwertz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"电缆", "客梯", "dianlan", "电揽", "湘潭 点火", "低噪声变压器", "空气净化 新风", "GB/T 12706", "m24×80", "630kVA 变压器"})
    void noHitIsWithoutAReason(String question) {
        assertThat(ask(question).hits().items()).isNotEmpty().allSatisfy(hit -> {
            assertThat(hit.reasons()).isNotEmpty();
            assertThat(hit.reasons())
                    .filteredOn(it -> it.kind() != Reason.Kind.MEANING)
                    .allSatisfy(it -> {
                        assertThat(it.typed()).isNotEmpty();
                        assertThat(it.found()).isNotEmpty();
                        assertThat(it.fields()).isNotEmpty();
                    });
        });
        assertThat(ask("").hits().items()).allMatch(hit -> hit.reasons().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(SearchSort.class)
    void everyOrderIsCompleteAndTheSameAgain(SearchSort sort) {
        List<String> once = inPages(sort, 100);
        assertThat(once).hasSize(263).doesNotHaveDuplicates();
        assertThat(inPages(sort, 7)).isEqualTo(once);
    }

    @Test
    void aPageBeyondTheLastIsEmptyAndCountsStill() {
        SearchResult result = ask("", ListingStatus.ALL, Map.of(), Integer.MAX_VALUE, 100);
        assertThat(result.hits().items()).isEmpty();
        assertThat(result.hits().total()).isEqualTo(263);
    }

    @Test
    void suggestionsCompleteNamesFromTheBeginningFirst() {
        assertThat(suggested("浅基")).containsExactly("product P001");
        assertThat(suggested("電梯")).contains("product P001", "firm F001", "category elevator");
        assertThat(suggested("电力")).startsWith("product P045").contains("category power_cable");
        assertThat(suggested("ＹＪＶ22")).containsExactlyInAnyOrder("product P078", "product P079", "product P080");
        assertThat(suggested("p001")).containsExactly("product P001");
        assertThat(suggested("f00"))
                .startsWith("firm F001", "firm F002", "firm F003")
                .doesNotContain("firm F010");
        assertThat(suggested("华菱")).contains("firm F002");
        assertThat(suggested("客梯")).contains("category elevator");
        assertThat(search().suggest("电", 3))
                .extracting(Suggestion::kind)
                .containsExactly(
                        Suggestion.Kind.PRODUCT,
                        Suggestion.Kind.PRODUCT,
                        Suggestion.Kind.PRODUCT,
                        Suggestion.Kind.FIRM,
                        Suggestion.Kind.FIRM,
                        Suggestion.Kind.FIRM,
                        Suggestion.Kind.CATEGORY,
                        Suggestion.Kind.CATEGORY,
                        Suggestion.Kind.CATEGORY);
        for (String nothing : List.of("", " ", "\u0000", "😀", "xqzj")) {
            assertThat(search().suggest(nothing, 5)).as(nothing).isEmpty();
        }
    }

    /** Pinyin in full, as far as it is typed, and first letters; of products, firms and categories. */
    @ParameterizedTest
    @CsvSource({
        "dianti, category elevator",
        "dt, category elevator",
        "diant, category elevator",
        "dian ti, category elevator",
        "电ti, category elevator",
        "byq, category transformer",
        "bianyaq, category transformer",
        "kqjh, product P006",
        "qianjikeng, product P001",
        "hualing, firm F002",
        "hlxl, firm F002",
        "dianlan, product P003",
    })
    void whatIsTypedByItsSoundIsCompleted(String typed, String expected) {
        assertThat(suggested(typed)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"浅基, P001, 浅基", "基坑, P001, 基坑", "qianjik, P001, 浅基坑", "dianti, P001, 电梯", "P001, P001, ''"})
    void aSuggestionMarksWhatWasTyped(String typed, String product, String marked) {
        assertThat(search().suggest(typed, 20))
                .filteredOn(it -> it.code().equals(product))
                .singleElement()
                .satisfies(it -> assertThat(it.typed().stream()
                                .map(span -> it.text().substring(span.start(), span.end()))
                                .collect(Collectors.joining()))
                        .isEqualTo(marked));
    }

    @ParameterizedTest
    @CsvSource({"电揽, 电缆", "变压气, 变压器", "浅基炕电梯, 浅基坑", "zongya, 中压"})
    void aSlipIsCompletedWhenNothingElseIs(String typed, String meant) {
        assertThat(search().suggest(typed, 3)).isNotEmpty().anySatisfy(it -> assertThat(it.text())
                .contains(meant));
    }

    @Test
    void whatIsWrittenComesBeforeWhatSoundsSo() {
        assertThat(suggested("yjv")).first().isIn("product P078", "product P079", "product P080");
        assertThat(suggested("电梯")).containsExactlyElementsOf(suggested("電梯"));
    }

    @Test
    void candidatesOfACategoryAreAllItsValidProductsTheNearestFirst() {
        Set<String> valid =
                Set.copyOf(codes(ask("", ListingStatus.VALID, Map.of(Facet.CATEGORY, Set.of("elevator")), 1, 100)));
        List<Scored> candidates = search().candidates(new CandidateQuery("载货电梯 3吨", "elevator", TODAY, 500));
        assertThat(candidates).extracting(Scored::productCode).containsExactlyInAnyOrderElementsOf(valid);
        assertThat(candidates.getFirst().productCode()).isEqualTo("P134");
        assertThat(candidates).isSortedAccordingTo((one, other) -> Double.compare(other.score(), one.score()));

        List<Scored> unfound = search().candidates(new CandidateQuery("xqzjwkv", "elevator", TODAY, 500));
        assertThat(unfound).hasSameSizeAs(candidates).allMatch(it -> it.score() == 0);
        assertThat(search().candidates(new CandidateQuery("", "elevator", TODAY, 2)))
                .hasSize(2);
    }

    @Test
    void candidatesWithoutACategoryHaveAnyOfTheWords() {
        List<String> found =
                search().candidates(new CandidateQuery("乘客电梯，额定载重不低于1000kg，交货长沙", null, TODAY, 500)).stream()
                        .map(Scored::productCode)
                        .toList();
        assertThat(found).startsWith("P130").contains("P001", "P131", "P132");
        assertThat(search().candidates(new CandidateQuery("xqzjwkv 😀", null, TODAY, 500)))
                .isEmpty();
        assertThat(search().candidates(new CandidateQuery("", null, TODAY, 500)))
                .isEmpty();
    }

    @Test
    void whoMakesItWhereNeverRanksACandidate() {
        var plain = search().candidates(new CandidateQuery("乘客电梯", null, TODAY, 500));
        var named = search().candidates(new CandidateQuery("乘客电梯 株洲 湘潭", null, TODAY, 500));
        assertThat(named).isEqualTo(plain);
    }

    @Test
    void anExpiredProductIsNoCandidate() {
        List<String> expired = codes(ask("", ListingStatus.EXPIRED, Map.of(), 1, 100));
        assertThat(expired).isNotEmpty();
        for (String code : expired) {
            assertThat(search().candidates(new CandidateQuery(nameOf(code), null, TODAY, 500)))
                    .extracting(Scored::productCode)
                    .doesNotContain(code);
        }
    }

    @Test
    void aTextOfAnyLengthIsAnswered() {
        String tender = "乘客电梯 额定载重1000kg 速度1.75m/s 无机房 ".repeat(500);
        assertThat(ask(tender).hits().items()).isNotEmpty();
        assertThat(search().candidates(new CandidateQuery(tender, null, TODAY, 10)))
                .hasSize(10);
        assertThat(search().suggest(tender, 5)).isEmpty();
    }

    /** Question → what is recognised in it, and the question without that part. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "株洲 电缆|city 株洲 → 电缆",
                "德力通 电梯|firm 湖南德力通电梯有限公司 → 电梯; category 电梯 → 德力通",
                "通过ISO9001的变压器|certificate ISO 9001 → 通过 的变压器",
                "GB/T 12706 电缆|standard GB/T 12706 → 电缆",
                "630KVA变压器|specification 额定容量 ≥ 630 kVA → 变压器",
                "额定容量不超过630千伏安的 变压器|specification 额定容量 ≤ 630 kVA → 的 变压器",
                "１０００ｋＶＡ 變壓器|specification 额定容量 ≥ 1000 kVA → 變壓器",
                "电梯 载重1~2吨|category 电梯 → 载重1~2吨; specification 额定载重量 1～2 t → 电梯",
                "≥1000kg 电梯|specification 额定载重量 ≥ 1000 kg → 电梯; category 电梯 → ≥1000kg",
                "H13 空气净化器|specification 滤网等级 H13 → 空气净化器",
                "电缆|''",
                "5台 电缆|''",
            })
    void partsOfAQuestionAreRecognised(String question, String expected) {
        assertThat(ask(question).recognised().stream()
                        .filter(it -> !it.without().isEmpty())
                        .map(CatalogSearchContract::text))
                .containsAll(
                        expected.isEmpty()
                                ? List.of()
                                : Arrays.stream(expected.split("; ")).toList())
                .filteredOn(it -> it.startsWith("specification"))
                .hasSize((int) Arrays.stream(expected.split("; "))
                        .filter(it -> it.startsWith("specification"))
                        .count());
    }

    private static String text(Recognised it) {
        return Stream.of(it.kind().code(), it.name(), it.value(), "→", it.without())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /** Question → how the first products fit. */
    @ParameterizedTest
    @CsvSource({
        "变压器 1000kVA,EXACT EXACT EXACT MEETS FAILS FAILS",
        "变压器 不超过630kVA,EXACT MEETS FAILS FAILS FAILS FAILS",
        "电梯 载重1600公斤,EXACT MEETS UNKNOWN UNKNOWN FAILS",
        "变压器 10kV 630kVA,EXACT+EXACT EXACT+MEETS EXACT+MEETS EXACT+MEETS EXACT+FAILS FAILS+MEETS",
    })
    void whatFitsBetterComesFirst(String question, String fits) {
        assertThat(ask(question).hits().items().stream()
                        .map(hit ->
                                hit.fits().stream().map(it -> it.fit().name()).collect(Collectors.joining("+"))))
                .startsWith(fits.split(" "));
    }

    @Test
    void aFitSaysWhatTheProductStatesInTheUnitThatWasAsked() {
        assertThat(ask("电梯 载重1.6吨").hits().items().getFirst().fits())
                .containsExactly(new SpecificationFit("load_capacity", "额定载重量", "1.6 t", Fit.EXACT));
    }

    /** No specification leaves anything out, however absurd. */
    @ParameterizedTest
    @ValueSource(strings = {"变压器 999999kVA", "变压器 ≤0.001kVA", "≥630kVA 变压器", "变压器 IP68", "变压器 额定容量 630"})
    void whatIsAskedOfAPropertyHidesNothing(String question) {
        assertThat(codes(ask(question))).containsAll(codes(ask("变压器")));
    }

    @Test
    void anotherOrderAsksNothingOfProperties() {
        SearchResult byPrice = search().search(
                        new SearchQuery("变压器 1000kVA", Map.of(), ListingStatus.VALID, TODAY, SearchSort.PRICE, 1, 100));
        assertThat(byPrice.hits().items()).isNotEmpty().allSatisfy(hit -> assertThat(hit.fits())
                .isEmpty());
    }

    @Test
    void pagesOfWhatFitsAreOneOrder() {
        List<String> whole = codes(ask("变压器 1000kVA"));
        var pages = new ArrayList<String>();
        for (int page = 1; page <= whole.size(); page++) {
            pages.addAll(codes(ask("变压器 1000kVA", ListingStatus.VALID, Map.of(), page, 2)));
        }
        assertThat(pages).isEqualTo(whole);
    }

    protected static String nameOf(String productCode) {
        return CatalogDatabase.productName(productCode);
    }

    private SearchResult ask(String text) {
        return ask(text, ListingStatus.VALID, Map.of(), 1, 100);
    }

    private SearchResult ask(String text, ListingStatus status, Map<Facet, Set<String>> selected, int page, int size) {
        return search().search(new SearchQuery(text, selected, status, TODAY, SearchSort.RELEVANCE, page, size));
    }

    private long total(ListingStatus status) {
        return ask("", status, Map.of(), 1, 1).hits().total();
    }

    private List<String> inCity(String text, String city) {
        return codes(ask(text, ListingStatus.ALL, Map.of(Facet.CITY, Set.of(city)), 1, 100));
    }

    private List<String> inPages(SearchSort sort, int size) {
        var codes = new ArrayList<String>();
        for (int page = 1; page <= 263 / size + 1; page++) {
            codes.addAll(
                    codes(search().search(new SearchQuery("", Map.of(), ListingStatus.ALL, TODAY, sort, page, size))));
        }
        return codes;
    }

    private List<String> suggested(String beginning) {
        return search().suggest(beginning, 20).stream()
                .map(it -> it.kind().code() + " " + it.code())
                .toList();
    }

    private List<Reason> reasons(String question, String product) {
        return ask(question).hits().items().stream()
                .filter(hit -> hit.productCode().equals(product))
                .findFirst()
                .orElseThrow()
                .reasons();
    }

    private static String told(Reason reason) {
        return String.join(
                " ",
                reason.kind().code(),
                reason.typed(),
                reason.found(),
                reason.fields().getFirst().code());
    }

    private static List<String> codes(SearchResult result) {
        return result.hits().items().stream().map(Hit::productCode).toList();
    }

    private static long count(SearchResult result, Facet facet, String value) {
        return counts(result, facet).getOrDefault(value, 0L);
    }

    private static long sum(SearchResult result, Facet facet) {
        return counts(result, facet).values().stream().mapToLong(it -> it).sum();
    }

    private static Map<String, Long> counts(SearchResult result, Facet facet) {
        return result.facets().getOrDefault(facet, List.of()).stream()
                .collect(Collectors.toMap(FacetCount::value, FacetCount::count));
    }

    private static List<String> marked(Hit hit, String field) {
        return hit.highlights().stream()
                .filter(it -> it.field().equals(field))
                .flatMap(it -> it.spans().stream().map(span -> it.text().substring(span.start(), span.end())))
                .toList();
    }
}
