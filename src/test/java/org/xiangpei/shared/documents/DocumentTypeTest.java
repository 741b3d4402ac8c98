package org.xiangpei.shared.documents;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.registration.Papers;

import static org.assertj.core.api.Assertions.assertThat;

/** A paper is what its content is, whatever it is called. */
class DocumentTypeTest {

    @Test
    void picturesAndPdfAreKnownByTheirContent() {
        assertThat(DocumentType.of(Papers.png())).contains(DocumentType.PNG);
        assertThat(DocumentType.of(Papers.jpeg())).contains(DocumentType.JPEG);
        assertThat(DocumentType.of(Papers.pdf())).contains(DocumentType.PDF);
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
        assertThat(DocumentType.of(content.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
