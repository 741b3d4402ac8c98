package org.xiangpei.shared.web;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said of an address that is none. */
class RequestHeadTest {

    @Test
    void whatIsWellEncodedIsLeftAlone() {
        assertThat(RequestHead.faultOf("/products?q=%E6%B5%85&city=430100#top")).isEmpty();
        assertThat(RequestHead.faultOf("/")).isEmpty();
        assertThat(RequestHead.faultOf("*")).isEmpty();
    }

    @Test
    void rawCharactersAreToBeEncodedAsUtf8AndHow() {
        assertThat(RequestHead.faultOf(sent("/products?q=浅a%20b", StandardCharsets.UTF_8)))
                .hasValueSatisfying(said -> assertThat(said)
                        .contains("按 UTF-8 做百分号编码", " /products?q=%E6%B5%85a%20b ", "--data-urlencode"));
        assertThat(RequestHead.faultOf(sent("/products?q=浅基坑", Charset.forName("GBK"))))
                .hasValueSatisfying(
                        said -> assertThat(said).contains("收到的字节不是 UTF-8").doesNotContain("%"));
        assertThat(RequestHead.faultOf(sent("/products?q=" + "浅".repeat(1000), StandardCharsets.UTF_8)))
                .hasValueSatisfying(said -> assertThat(said).hasSizeLessThan(200));
    }

    @Test
    void anotherCharacterThatMustNotStandThereIsNamedWithItsPlace() {
        assertThat(RequestHead.faultOf("/products?q=a|b")).hasValue("网址第 14 个字符“|”不能直接写，请写成 %7C。");
        assertThat(RequestHead.faultOf("/products?q=100%"))
                .hasValueSatisfying(said -> assertThat(said).contains("第 16 个字符“%”", "%25"));
        assertThat(RequestHead.faultOf("/products/%zz"))
                .hasValueSatisfying(said -> assertThat(said).contains("第 11 个字符“%”"));
    }

    /** As the server reads it: every byte is one character. */
    private static String sent(String address, Charset charset) {
        return new String(address.getBytes(charset), StandardCharsets.ISO_8859_1);
    }
}
