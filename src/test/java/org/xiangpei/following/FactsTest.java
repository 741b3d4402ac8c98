package org.xiangpei.following;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.xiangpei.following.Facts.Fact;

import static org.assertj.core.api.Assertions.assertThat;

/** What has changed is said in a sentence. */
class FactsTest {

    @Test
    void whatIsTheSameIsNoChangeWhateverItsLabel() {
        assertThat(facts("power", "5.5 kW").changesTo(facts("power", "5.5 kW"))).isEmpty();
        assertThat(new Facts("甲", Map.of("power", new Fact("额定功率", "5.5 kW")))
                        .changesTo(new Facts("甲", Map.of("power", new Fact("功率", "5.5 kW")))))
                .isEmpty();
    }

    @Test
    void aChangeNamesWhatWasAndWhatIs() {
        assertThat(facts("power", "5.5 kW").changesTo(facts("power", "7.5 kW"))).isEqualTo("power：5.5 kW → 7.5 kW。");
        assertThat(facts("a", "1").changesTo(facts("a", "1", "b", "2"))).isEqualTo("b：新增 2。");
        assertThat(facts("a", "1", "b", "2").changesTo(facts("a", "1"))).isEqualTo("b：不再载明，原为 2。");
    }

    @Test
    void ofManyChangesTheFirstAreNamedAndAllAreCounted() {
        var before = new LinkedHashMap<String, Fact>();
        var after = new LinkedHashMap<String, Fact>();
        for (int i = 0; i < 9; i++) {
            before.put("k" + i, new Fact("参数" + i, "旧"));
            after.put("k" + i, new Fact("参数" + i, "新".repeat(200)));
        }
        String change = new Facts("甲", before).changesTo(new Facts("甲", after));
        assertThat(change).contains("参数3", "等 9 处").doesNotContain("参数4").hasSizeLessThan(400);
    }

    private static Facts facts(String... keysAndTexts) {
        var all = new LinkedHashMap<String, Fact>();
        for (int i = 0; i < keysAndTexts.length; i += 2) {
            all.put(keysAndTexts[i], new Fact(keysAndTexts[i], keysAndTexts[i + 1]));
        }
        return new Facts("甲", all);
    }
}
