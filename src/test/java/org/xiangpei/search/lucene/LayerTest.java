package org.xiangpei.search.lucene;

import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What stands at one place in our index stands at the same places of several fields in another. */
class LayerTest {

    @Test
    void charactersAndTheirPairsCountTheirPlacesAlike() {
        assertThat(Layer.parts("name", List.of("浅基坑 YJV22电缆")))
                .isEqualTo(Map.of(
                        "name.parts", List.of("浅 基 坑 yjv 22 电 缆"),
                        "name.pairs", List.of("浅基 基坑 _ _ _ 电缆 _")));
    }

    @Test
    void aCharacterWithTwoReadingsHasThemInTwoLayers() {
        Map<String, List<String>> layers = Layer.sounds("name", List.of("长沙X1"));
        assertThat(layers)
                .containsEntry("name.reading1", List.of("^ zhang sha x 1 $"))
                .containsEntry("name.reading2", List.of("_ chang _ _ _ _"))
                .containsEntry("name.blurred2", List.of("_ ~can _ _ _ _"))
                .containsEntry("name.initial1", List.of("^ z s x 1 $"))
                .containsEntry("name.initial2", List.of("_ c _ _ _ _"))
                .doesNotContainKey("name.reading3");
    }

    /** Otherwise no phrase could go from one layer to another. */
    @Property
    void allLayersOfAFieldHaveAsManyPlaces(
            @ForAll @StringLength(max = 30) @CharRange(from = '一', to = '龥') @CharRange(from = ' ', to = '~')
                    String one,
            @ForAll @StringLength(max = 10) @CharRange(from = '一', to = '龥') String other) {
        for (var layers :
                List.of(Layer.parts("name", List.of(one, other)), Layer.sounds("name", List.of(one, other)))) {
            assertThat(layers.values().stream()
                            .map(values -> values.stream()
                                    .map(value -> value.isEmpty() ? 0 : value.split(" ").length)
                                    .toList())
                            .distinct())
                    .hasSizeLessThanOrEqualTo(1);
        }
    }
}
