package org.xiangpei.registration;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A licence is what its content is, whatever it is called. */
class LicenceTypeTest {

    @Test
    void picturesAndPdfAreKnownByTheirContent() {
        assertThat(LicenceType.of(Papers.png())).contains(LicenceType.PNG);
        assertThat(LicenceType.of(Papers.jpeg())).contains(LicenceType.JPEG);
        assertThat(LicenceType.of(Papers.pdf())).contains(LicenceType.PDF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><script>alert(1)</script></html>",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<?xml version='1.0'?><x/>",
                "GIF89a......",
                "PK\u0003\u0004.......",
                "MZ\u0090...",
                "#!/bin/sh\n",
                "<html>%PDF-1.7",
                "营业执照"
            })
    void nothingElsePasses(String content) {
        assertThat(LicenceType.of(content.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
