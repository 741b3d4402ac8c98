package org.xiangpei.search.meaning;

import java.util.Locale;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.search.SentenceVector;

import static org.assertj.core.api.Assertions.assertThat;

/** What the vectors of the model say about meaning. */
class BgeSmallZhTest {

    @Test
    void theSameTextAlwaysHasTheSameVector() {
        assertThat(RealModel.of("停车场透水砖")).isEqualTo(RealModel.of("停车场透水砖"));
    }

    @ParameterizedTest
    @CsvSource({
        "抽污水的泵, 潜水排污泵, 内墙乳胶漆",
        "自动焊接机械手, 弧焊机器人, 电力电缆",
        "老房子没电梯爬楼累, 既有住宅加装电梯, 火锅底料配方",
        "路面积水渗水, 透水路面砖, 周杰伦新专辑",
    })
    void aNearTextIsNearerThanAnUnrelatedOne(String question, String near, String unrelated) {
        SentenceVector asked = RealModel.of(question);
        assertThat(asked.similarity(RealModel.of(near))).isGreaterThan(asked.similarity(RealModel.of(unrelated)) + 0.1);
    }

    @Test
    void capitalsMakeNoDifference() {
        assertThat(RealModel.of("LED路灯 SCB14 干变")).isEqualTo(RealModel.of("led路灯 scb14 干变"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\u3000"})
    void aBlankTextHasNone(String blank) {
        assertThat(RealModel.get().of(blank)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "\ud83d",
                "\u202e\u202e",
                "😀",
                "龘靐齉",
                "????",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void anyTextIsAnsweredWithAVectorOfUnitLength(String odd) {
        assertThat(RealModel.of(odd).similarity(RealModel.of(odd))).isBetween(0.9999, 1.0001);
    }

    @Test
    void aVeryLongTextIsReadAsFarAsTheModelLooks() {
        String beginning = "乘客电梯，额定载重一千公斤。".repeat(20);
        assertThat(RealModel.of(beginning + "火锅".repeat(50_000))).isEqualTo(RealModel.of(beginning));
    }

    /** We cut the words and run the model ourselves; the library that the model comes from is the measure. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "浅基坑电梯，电梯（升降机、直梯、垂直电梯）。据报道：只需400毫米深的基坑便可实现电梯的安装和使用。",
                "0.6/1 kV低烟无卤A类阻燃电缆，适用于医院、地铁车站；额定电压0.6～1kV；导体标称截面95mm²；20℃导体直流电阻≤0.193Ω/km",
                "M24×80 10.9S 大六角头高强度螺栓连接副（GB/T 1228）",
                "KYN28A-12 铠装移开式开关柜 \"五防\" <abc@x.cn> e-mail/2026_11…—–·•",
                "下雨停车场老积水",
                "LED 路灯 Ⅳ类 ①②③ ㎡ ｆｕｌｌ　ｗｉｄｔｈ",
                "naïve café Ångström русский 日本語カタカナ 한국어",
                "电 缆\u200b\u0007 \r\n 兆瓦😀时",
            })
    void vectorsAreThoseOfTheLibraryOfTheModel(String text) {
        float[] expected =
                Library.MODEL.embed(text.toLowerCase(Locale.ROOT)).content().vector();
        assertThat(RealModel.of(text).similarity(SentenceVector.of(expected).orElseThrow()))
                .isGreaterThan(0.9999);
    }

    private static final class Library {
        static final EmbeddingModel MODEL = new BgeSmallZhV15QuantizedEmbeddingModel();
    }
}
