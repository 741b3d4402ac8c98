package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.catalog.Better;
import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.search.IndexedProperty;
import org.xiangpei.search.Synonyms;

import static org.assertj.core.api.Assertions.assertThat;

class AnalyzersTest {

    private static final List<IndexedProperty> PROPERTIES = List.of(
            quantity("rated_capacity", "额定容量", "kV.A"),
            quantity("nominal_diameter", "公称通径", "mm", "DN"),
            quantity("bore_diameter", "缸径", "mm"),
            quantity("yield_strength", "屈服强度", "MPa", "Rel"),
            option("ip_rating", "外壳防护等级", "IP54", "IP65"),
            option("filter_class", "滤网等级", "H13"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "电缆|电 电缆 缆",
                "電纜|电 电缆 缆",
                "ＹＪＶ２２|yjv 22",
                "YJV22-8.7/15kV-3×240|yjv 22 8 7 15 kv 3 240",
                "yjv22 8.7/15KV 3x240|yjv 22 8 7 15 kv 3 240",
                "YJV 22—8.7／15kV–3*240|yjv 22 8 7 15 kv 3 240",
                "PM2.5≤75μg/m³|pm 2 5 75 μg m 3",
                "浅基坑，电梯|浅 浅基 基 基坑 坑 电 电梯 梯",
                "PE管|pe 管",
                "GB/T 12706.2|gb t 12706 2",
                "XC-4x|xc 4 x",
                "😀！|''",
            })
    void partsNeverMissAndIgnoreHowThingsAreWritten(String text, String tokens) {
        assertThat(String.join(" ", Analyzers.tokens(Analyzers.PARTS, text))).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "轨道交通牵引变流器|轨道 交通 牵引 变流器",
                "電力電纜|电力 电缆",
                "高效三相异步电动机45kW|高效 三相 异步 电动机",
            })
    void wordsAreThoseOfTheDictionaryFromTwoCharactersOn(String text, String tokens) {
        assertThat(String.join(" ", Analyzers.tokens(Analyzers.WORDS, text))).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "空气净化 新风|空气 净化 新风",
                "浅基坑电梯|浅基坑电梯(浅+基坑+电梯)",
                "YJV22-8.7/15kV 电缆|yjv22-8.7/15kv 电缆",
                "yjv22 8.7/15|yjv22 8.7/15",
                "10kV干变|10kv 干变",
                "PE管|pe管(pe+管)",
                "TYPE管|type 管",
                "电梯的配件|电梯 配件",
                "盾构机滚刀|盾构机滚刀(盾+构+机+滚+刀)",
                "电缆 电缆 电纜|电缆",
            })
    void aQuestionIsCutIntoWordsOfTheTradeFirst(String text, String words) {
        var lexicon = new Lexicon(
                Synonyms.of(List.of("浅基坑电梯,浅底坑电梯", "基坑 => 底坑", "干式变压器,干变", "聚乙烯管,PE管", "电梯,升降机")),
                List.of("电缆"),
                QuantityReader.WITHOUT_NAMES);
        assertThat(QueryWords.of(text, lexicon).stream().map(AnalyzersTest::text))
                .containsExactly(words.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "电缆|^ ^dl$ dian ~dian d lan ~lan l $",
                "行车|^ ^xj$ ^hj$ ^xc$ ^hc$ xing ~xin x hang ~han h heng ~hen che ~ce c ju ~ju j $",
                "LED灯|^ led deng ~den d $",
                "離心泵|^ ^lxb li ~li l xin ~xin x beng ~ben b $ lxb$",
            })
    void aCharacterIsFoundByItsReadingsBlurredAndByTheirFirstLetter(String text, String tokens) {
        assertThat(String.join(" ", Analyzers.tokens(Analyzers.SOUNDS, text))).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SCBH17-630/10|scbh1763010 1763010 63010 10",
                "ISG80-160 立式泵|isg80160 80160 160",
                "ＮＨ-BV 2.5|nhbv25 bv25 25 5",
                "电梯|''",
            })
    void aModelNumberIsFoundWithoutWhatSeparates(String text, String tokens) {
        assertThat(String.join(" ", Analyzers.tokens(Analyzers.SQUASHED, text))).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jiansuji|jian su ji/ji an su ji",
                "xian|xian/xi an",
                "lvhejin|lv he jin",
                "fangan|fang an/fan gan/fa ng an",
                "qwrtp|''",
            })
    void lettersAreCutIntoSyllablesTheFewestFirst(String letters, String cuts) {
        assertThat(String.join(
                        "/",
                        Sounds.syllables(letters).stream()
                                .map(cut -> String.join(" ", cut))
                                .toList()))
                .isEqualTo(cuts);
    }

    @ParameterizedTest
    @CsvSource({"zhou,zou", "chang,can", "nan,lan", "en,en", "ting,tin", "n,n"})
    void whatTheSouthDoesNotTellApartSoundsAlike(String syllable, String blurred) {
        assertThat(Sounds.blurred(syllable)).isEqualTo(blurred);
    }

    @ParameterizedTest
    @CsvSource({
        "630kVA变压器,6",
        "1000千伏安干式,7",
        "13吨级车桥,4",
        "DN100闸阀,5",
        "IP65,4",
        "2.5平方 电线,5",
        "10 kV电缆,5",
        "100mm以上,7",
        "2台电梯,2",
        "350km/h闸片,7",
        "8.7/15kV,0",
        "22-8.7,0",
        "13吨级车,4",
        "7075铝,0",
        "额定容量不低于630kVA的变压器,13",
        "≥630kVA,7",
        "3.5~4米,6",
        "屈服强度690,7",
        "缸径 100,6",
        "H13,3",
        "H130,0",
        "630kVA.,6",
        "DN,0",
    })
    void aNumberWithItsUnitIsAQuantity(String text, int end) {
        Quantity quantity = new QuantityReader(PROPERTIES).at(Folding.fold(text), 0);
        assertThat(quantity == null ? 0 : quantity.end()).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "株洲 电缆 哪家好|电缆|株洲:CITY",
                "630kVA变压器多少钱一台|变压器|630kva:QUANTITY",
                "长沙市电梯厂家推荐|电梯|长沙市:CITY",
                "多少钱|多少钱|''",
                "株洲|株洲|''",
            })
    void noiseIsLeftOutAndCitiesAndQuantitiesOnlyOrder(String text, String things, String rest) {
        Question question =
                Question.of(text, new Lexicon(Synonyms.NONE, List.of("变压器", "电缆", "电梯"), QuantityReader.WITHOUT_NAMES));
        assertThat(question.things()).extracting(Word::text).containsExactly(things.split(" "));
        assertThat(String.join(
                        " ",
                        question.rest().stream()
                                .map(word -> word.text() + ":" + word.role())
                                .toList()))
                .isEqualTo(rest);
    }

    @Test
    void synonymsReadBothDirectionsAndOne() {
        Synonyms synonyms = Synonyms.of(List.of("# 注释", "", "客梯, 乘客电梯", "基坑 => 基坑,底坑"));
        assertThat(synonyms.alternatives().get("客梯")).containsExactly("乘客电梯");
        assertThat(synonyms.alternatives().get("乘客电梯")).containsExactly("客梯");
        assertThat(synonyms.alternatives().get("基坑")).containsExactly("底坑");
        assertThat(synonyms.alternatives().get("底坑")).isEmpty();
    }

    @Test
    void offsetsLeadBackToTheTextAsItWasWritten() throws IOException {
        String text = "①ＹＪＶ 電纜";
        var tokens = new StringJoiner(" ");
        try (var stream = Analyzers.PARTS.tokenStream("text", text)) {
            var offset = stream.getAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(text.substring(offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        }
        assertThat(tokens).hasToString("① ＹＪＶ 電 電纜 纜");
    }

    /** Also where the traditional form of one character is the simplified form of another. */
    @Test
    void foldingACharacterTwiceChangesNothing() {
        for (char character = 0; character < Character.MAX_VALUE; character++) {
            if (!Character.isSurrogate(character)) {
                String folded = Folding.fold(String.valueOf(character));
                assertThat(Folding.fold(folded)).isEqualTo(folded);
            }
        }
    }

    /** Any text can be folded, cut and analysed, and folding twice changes nothing. */
    @Property(tries = 300)
    void noTextIsTooStrange(@ForAll String text) {
        String folded = Folding.fold(text);
        assertThat(Folding.fold(folded)).isEqualTo(folded);
        assertThat(Analyzers.tokens(Analyzers.PARTS, text)).doesNotContain("");
        assertThat(Analyzers.tokens(Analyzers.WORDS, text)).doesNotContain("");
        assertThat(QueryWords.of(text, new Lexicon(Synonyms.NONE, List.of(), new QuantityReader(PROPERTIES))))
                .doesNotContainNull();
    }

    private static IndexedProperty quantity(String code, String name, String unit, String... aliases) {
        return new IndexedProperty(
                "any", code, name, List.of(aliases), PropertyKind.QUANTITY, unit, Better.HIGHER, List.of());
    }

    private static IndexedProperty option(String code, String name, String... options) {
        List<IndexedProperty.Option> ranked = IntStream.range(0, options.length)
                .mapToObj(i -> new IndexedProperty.Option(options[i], i + 1))
                .toList();
        return new IndexedProperty("any", code, name, List.of(), PropertyKind.ENUM, null, Better.HIGHER, ranked);
    }

    private static String text(Word word) {
        List<String> inner = word.inner().stream().map(Word::text).toList();
        return word.text() + (inner.isEmpty() ? "" : "(" + String.join("+", inner) + ")");
    }
}
