package org.xiangpei.insight.chain.web;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.insight.chain.ChainRounds;
import org.xiangpei.notification.Outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What the page of a chain tells of purchases, and to whom. */
@XiangpeiTest
class ChainPagesTest {

    private static final String CHAIN = "/chains/电梯";
    private static final String KEPT = "kept_category_purchases";

    @Inject
    ChainRounds rounds;

    /** As many records of every category as a figure needs to be shown. */
    @BeforeEach
    void enough() {
        rounds.go();
        Outbox.sql("create table " + KEPT + " as select * from category_purchases");
        Outbox.sql("update category_purchases set records = 5");
    }

    @AfterEach
    void asItWas() {
        Outbox.sql("update category_purchases now set records = kept.records from " + KEPT
                + " kept where kept.category_code = now.category_code");
        Outbox.sql("drop table " + KEPT);
    }

    @Test
    void fewPurchasesHideWhatWasPaidFromWhoCannotReadThem() {
        assertThat(given().get(CHAIN).asString()).doesNotContain("不公开");
        Outbox.sql("update category_purchases set records = 4 where category_code = 'elevator'");
        assertThat(given().get(CHAIN).asString()).contains("不公开");
        assertThat(SignedIn.as(SignedIn.CHANGSHA).get(CHAIN).asString()).contains("不公开");
        assertThat(SignedIn.as(SignedIn.OPERATOR).get(CHAIN).asString()).doesNotContain("不公开");
    }
}
