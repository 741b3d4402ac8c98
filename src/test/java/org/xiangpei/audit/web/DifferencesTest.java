package org.xiangpei.audit.web;

import org.junit.jupiter.api.Test;

import org.xiangpei.audit.web.Differences.Difference;

import static org.assertj.core.api.Assertions.assertThat;

/** What changed, as people read it. */
class DifferencesTest {

    @Test
    void onlyWhatDiffersIsShownWithItsLabel() {
        assertThat(Differences.between(
                        "{\"amount\":\"1.00\",\"same\":1,\"gone\":\"x\"}",
                        "{\"amount\":\"2.00\",\"same\":1,\"new\":true}"))
                .containsExactly(
                        new Difference("金额（元）", "1.00", "2.00"),
                        new Difference("gone", "x", null),
                        new Difference("new", null, "是"));
    }

    @Test
    void listsReadAsListsAndNothingAsNothing() {
        assertThat(Differences.between("{\"colours\":[],\"shade\":\"\"}", "{\"colours\":[\"甲\",\"乙\"],\"shade\":null}"))
                .containsExactly(new Difference("colours", "（空）", "甲、乙"), new Difference("shade", "（空）", "（空）"));
    }

    @Test
    void whatIsNoJsonIsShownAsItIs() {
        assertThat(Differences.between("{", "{}")).containsExactly(new Difference("?", "{", null));
    }
}
