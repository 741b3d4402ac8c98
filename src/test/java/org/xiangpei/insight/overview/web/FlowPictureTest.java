package org.xiangpei.insight.overview.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.xiangpei.insight.Amount;
import org.xiangpei.insight.Flow;
import org.xiangpei.insight.overview.web.FlowPicture.Arrow;
import org.xiangpei.insight.web.RateView.FlowCell;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xiangpei.shared.City.CHANGSHA;
import static org.xiangpei.shared.City.XIANGTAN;
import static org.xiangpei.shared.City.ZHUZHOU;

class FlowPictureTest {

    @Test
    void anArrowIsAsWideAsItsAmountAndNothingHasNone() {
        FlowPicture picture = FlowPicture.of(List.of(
                flow(CHANGSHA, ZHUZHOU, 4_000_000), flow(ZHUZHOU, CHANGSHA, 1_000_000), flow(CHANGSHA, CHANGSHA, 10)));
        assertThat(picture.arrows()).extracting(Arrow::label).containsExactly("长沙 → 株洲", "株洲 → 长沙");
        assertThat(picture.arrows().getFirst().width())
                .isGreaterThan(2.5 * picture.arrows().getLast().width());
        assertThat(picture.arrows()).extracting(Arrow::amount).containsExactly("400", "100");
    }

    @Test
    void theTwoWaysBetweenTwoCitiesDoNotLieOnEachOther() {
        FlowPicture picture =
                FlowPicture.of(List.of(flow(CHANGSHA, XIANGTAN, 100_000), flow(XIANGTAN, CHANGSHA, 100_000)));
        Arrow there = picture.arrows().getFirst();
        Arrow back = picture.arrows().getLast();
        assertThat(Math.hypot(there.x() - back.x(), there.y() - back.y())).isGreaterThan(2 * there.width());
    }

    @Test
    void everyPairIsInTheTableAlsoWithoutMoney() {
        FlowPicture picture = FlowPicture.of(List.of(flow(CHANGSHA, ZHUZHOU, 12_345)));
        assertThat(picture.rows()).hasSize(3).allSatisfy(it -> assertThat(it.cells())
                .hasSize(3));
        assertThat(picture.rows().getFirst().cells())
                .extracting(FlowCell::amount)
                .containsExactly("0", "1.2", "0");
        assertThat(picture.cities())
                .extracting(FlowPicture.CityMark::label)
                .containsExactlyElementsOf(
                        Arrays.stream(City.values()).map(City::label).toList());
    }

    @Test
    void whatIsHiddenHasNoArrowAndNeitherCircleNorTableTellsIt() {
        FlowPicture picture = FlowPicture.of(List.of(
                new Flow(CHANGSHA, ZHUZHOU, new Amount(4, null)), new Flow(CHANGSHA, CHANGSHA, new Amount(5, null))));
        assertThat(picture.arrows()).isEmpty();
        assertThat(picture.cities().getFirst().amount()).isEqualTo("不公开");
        assertThat(picture.rows().getFirst().cells())
                .extracting(FlowCell::amount)
                .containsExactly("不公开", "不公开", "0");
    }

    private static Flow flow(City from, City to, long yuan) {
        return new Flow(from, to, new Amount(9, new Money(BigDecimal.valueOf(yuan))));
    }
}
