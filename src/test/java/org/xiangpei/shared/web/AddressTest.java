package org.xiangpei.shared.web;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AddressTest {

    private static final Address CABLES =
            Address.of("/products").and("q", "电缆 8.7/15").and("city", List.of("430100", "430200"));

    @Test
    void textOfTheUserCannotBreakOutOfItsParameter() {
        assertThat(Address.of("/products").and("q", "a&sort=name#\"<").toString())
                .isEqualTo("/products?q=a%26sort%3Dname%23%22%3C");
    }

    @Test
    void oneChoiceOfSeveralCanBeTakenBack() {
        assertThat(CABLES.without("city", "430100").toString())
                .isEqualTo("/products?q=%E7%94%B5%E7%BC%86+8.7%2F15&city=430200");
    }

    @Test
    void settingAParameterReplacesAllItsValues() {
        assertThat(CABLES.with("city", "430300").toString())
                .isEqualTo("/products?q=%E7%94%B5%E7%BC%86+8.7%2F15&city=430300");
    }

    @Test
    void whatIsEmptyStandsNotInTheAddress() {
        assertThat(Address.of("/products")
                        .and("q", "")
                        .and("sort", (Object) null)
                        .toString())
                .isEqualTo("/products");
    }
}
