package org.xiangpei.search.lucene;

import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.search.SearchResult.Span;
import org.xiangpei.search.lucene.Phrase.Slot;

import static org.assertj.core.api.Assertions.assertThat;

/** What is marked in a hit is what is written there, whatever it is folded to. */
class ReadTextTest {

    private static final TextQuery TEXTS = new TextQuery(new OpenDictionary(List::of), Component.ALL);

    @ParameterizedTest
    @CsvSource({
        "电缆, 中压電纜附件, 電纜",
        "yjv22 8.7/15, 铠装ＹＪＶ２２－8.7/15kV电缆, ＹＪＶ２２－8.7/15",
        "yjv22, 铠装YJV22电缆, YJV22",
        "yjv2, 铠装YJV22电缆, YJV22",
        "200m2, 面积200㎡以上, 200㎡",
        "水泵, 进水和泵房,",
        "水泵, 水、泵,",
        "22, YJV2,",
    })
    void aWordIsMarkedWhereItStands(String word, String text, String marked) {
        List<Phrase> name = TEXTS.marked(Folding.fold(word)).in(TextField.NAME.parts());
        List<Span> spans = ReadText.of(text).written(name.getFirst());
        assertThat(spans.stream().map(span -> text.substring(span.start(), span.end())))
                .isEqualTo(marked == null ? List.of() : List.of(marked));
    }

    @ParameterizedTest
    @CsvSource({
        "bian ya qi, 干式變壓器, 變壓器",
        "b y q $, 干式变压器, 变压器",
        "^ b y q, 干式变压器,",
        "^ g s, 干式变压器, 干式",
    })
    void aSoundIsMarkedWhereItStands(String sounds, String text, String marked) {
        List<String> terms = List.of(sounds.split(" "));
        var slots = new ArrayList<Slot>();
        terms.forEach(term -> slots.add(new Slot(term, slots.size())));
        List<Span> spans = ReadText.of(text).heard(new Phrase(TextField.NAME.sounds(), slots));
        assertThat(spans.stream().map(span -> text.substring(span.start(), span.end())))
                .isEqualTo(marked == null ? List.of() : List.of(marked));
    }

    @ParameterizedTest
    @CsvSource({
        "motor, motro, true",
        "motor, moter, true",
        "motor, moto, true",
        "motor, mottor, true",
        "motor, rotor, false",
        "motor, mtoro, false",
    })
    void aSlipIsOneLetterButTheFirst(String typed, String term, boolean slip) {
        String open = new OpenDictionary(List::of)
                .oneSlipFrom(TextField.NAME.parts(), typed)
                .getFirst();
        assertThat(OpenDictionary.Open.of(open).allows(term)).isEqualTo(slip);
    }

    @Property
    void noTextIsTooStrange(@ForAll String text) {
        FoldedText folded = FoldedText.of(text);
        String typed = folded.typed(0, folded.text().length());
        assertThat(text).as("but for what is folded to nothing").contains(typed);
        assertThat(Folding.fold(typed)).isEqualTo(folded.text());
    }
}
