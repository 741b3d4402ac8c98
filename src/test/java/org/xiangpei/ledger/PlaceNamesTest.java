package org.xiangpei.ledger;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Where people say that things were made. */
class PlaceNamesTest {

    private static final Map<String, String> KEPT = Map.of(
            "长沙市", "430100", "长沙", "430100", "长沙县", "430121", "岳麓区", "430104", "株洲市", "430200", "株洲", "430200", "天元区",
            "430211");

    @ParameterizedTest
    @CsvSource({
        "湖南省长沙市岳麓区, 430104",
        "湖南长沙, 430100",
        "长沙县星沙街道, 430121",
        "株洲市天元区, 430211",
        "湖南省 岳阳市, 430600",
        "江苏省苏州市, 320000",
        "上海, 310000",
        "广西壮族自治区柳州市, 450000"
    })
    void aPlaceIsKnownByHowItBegins(String written, String code) {
        assertThat(PlaceNames.find(written, KEPT)).contains(code);
    }

    /** It does not say whether it is one of the three cities. */
    @ParameterizedTest
    @CsvSource({"湖南", "湖南省", "火星", "某地"})
    void whatDoesNotSayWhereIsNoPlace(String written) {
        assertThat(PlaceNames.find(written, KEPT)).isEmpty();
    }
}
