package org.xiangpei.matching;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.matching.Pointer.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** Words that point at somebody are found; words that only look so are not. */
class PointersTest {

    private static final List<String> PLACES = List.of("长沙", "株洲", "湘潭", "湖南", "岳麓");

    @Test
    void aFirmIsPointedOutOnceByItsFullName() {
        assertThat(Pointers.in("湘峤电缆有限公司的电缆", List.of("湘峤电缆有限公司"), List.of("湘峤电缆"), PLACES))
                .containsExactly(new Pointer(Kind.FIRM, "湘峤电缆有限公司"));
    }

    @Test
    void theNameThatAFirmIsKnownByIsPointedOut() {
        assertThat(Pointers.in("德力通电梯2部", List.of(), List.of("德力通"), PLACES))
                .containsExactly(new Pointer(Kind.BRAND, "德力通"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"品牌：西某子", "须为知名品牌", "相当于品牌", "参考品牌有三个"})
    void aDemandForABrandIsPointedOut(String text) {
        assertThat(kinds(text)).containsOnly(Kind.BRAND_WORDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "限长沙市生产",
                "须为湖南企业",
                "本地供应商优先",
                "本市注册的厂家",
                "产地：株洲",
                "原产地为德国",
                "主要部件采用原装进口",
                "必须进口",
                "采用进口轴承",
                "国产设备",
                "湘潭产，",
                "省内制造"
            })
    void aPlaceOfOriginIsPointedOut(String text) {
        assertThat(kinds(text)).containsOnly(Kind.ORIGIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "交货到长沙市岳麓区工地",
                "长沙地铁用电缆",
                "进口压力0.3MPa",
                "泵进口DN200",
                "国产化率",
                "品牌不限",
                "品牌：不限",
                "本地网络接口",
                "年产量",
                "长沙产能",
                "湖南省标准DBJ 43"
            })
    void whatOnlyLooksSoIsNot(String text) {
        assertThat(kinds(text)).isEmpty();
    }

    private static List<Kind> kinds(String text) {
        return Pointers.in(text, List.of("湘峤电缆有限公司"), List.of("德力通"), PLACES).stream()
                .map(Pointer::kind)
                .toList();
    }
}
