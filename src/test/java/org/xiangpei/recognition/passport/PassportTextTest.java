package org.xiangpei.recognition.passport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PassportTextTest {

    private static final int BITS_OF_A_BYTE = 8;

    @Test
    void aPassportSaysWhatWasSigned() {
        Checked checked = PassportText.check(SamplePassport.TEXT, SamplePassport.KEYS);
        assertThat(checked.outcome()).isEqualTo(CheckOutcome.GENUINE);
        assertThat(checked.claims()).contains(SamplePassport.CLAIMS);
        assertThat(checked.keyId()).contains(SamplePassport.KEY.published().id());
    }

    @Test
    void theSameFactsAlwaysGiveTheSameText() {
        assertThat(PassportText.sign(SamplePassport.CLAIMS, SamplePassport.KEY)).isEqualTo(SamplePassport.TEXT);
        assertThat(new String(SamplePassport.CLAIMS.json(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"sub\":\"P010\",\"name\":\"三相异步电动机（示例）\",\"model\":\"YE4-160M\",\"firm\":\"株洲某某电机有限公司（示例）\","
                                + "\"category\":\"三相异步电动机\",\"batch\":2,"
                                + "\"accepted\":{\"430100\":\"2026-11-03\",\"430200\":\"2026-11-10\",\"430300\":\"2026-11-12\"},"
                                + "\"from\":\"2026-12-01\",\"until\":\"2029-11-30\",\"provenance\":\"illustrative\",\"demo\":true,"
                                + "\"iat\":1795708800,\"exp\":1890748800}");
    }

    /** Every bit of every character: header, content and signature, also those that no byte depends on. */
    @Test
    void aPassportWithOneFlippedBitIsRefused() {
        List<String> passed = new ArrayList<>();
        for (int position = 0; position < SamplePassport.TEXT.length(); position++) {
            for (int bit = 0; bit < BITS_OF_A_BYTE; bit++) {
                String flipped = SamplePassport.flipped(position, bit);
                Checked checked = PassportText.check(flipped, SamplePassport.KEYS);
                if (checked.isGenuine() || checked.claims().isPresent()) {
                    passed.add(flipped);
                }
            }
        }
        assertThat(passed).isEmpty();
        assertThat(SamplePassport.TEXT).hasSizeGreaterThan(600);
    }

    /** Four bits of the last character are of no byte: a lenient reader takes sixteen texts for one. */
    @Test
    void oneSpellingOnlyIsTaken() {
        int last = SamplePassport.TEXT.length() - 1;
        for (char other : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            String text = SamplePassport.TEXT.substring(0, last) + other;
            assertThat(PassportText.check(text, SamplePassport.KEYS).isGenuine())
                    .isEqualTo(text.equals(SamplePassport.TEXT));
        }
    }

    @Test
    void aForeignKeyIsToldApartFromAnAlteredText() {
        SigningKey foreign = SigningKey.make();
        String text = PassportText.sign(SamplePassport.CLAIMS, foreign);
        assertThat(PassportText.check(text, SamplePassport.KEYS).outcome()).isEqualTo(CheckOutcome.UNKNOWN_KEY);
        assertThat(PassportText.check(SamplePassport.altered(), SamplePassport.KEYS)
                        .outcome())
                .isEqualTo(CheckOutcome.ALTERED);
    }

    /** Somebody signs with a key of their own and writes our key's name on it. */
    @Test
    void aNameBorrowedFromAnotherKeyDoesNotHelp() {
        SigningKey foreign = SigningKey.make();
        String[] theirs = PassportText.sign(SamplePassport.CLAIMS, foreign).split("\\.");
        String[] ours = SamplePassport.TEXT.split("\\.");
        String forged = ours[0] + "." + theirs[1] + "." + theirs[2];
        assertThat(PassportText.check(forged, SamplePassport.KEYS).outcome()).isEqualTo(CheckOutcome.ALTERED);
        String renamed = SamplePassport.KEYS
                .json()
                .replace(SamplePassport.KEY.published().x(), foreign.published().x());
        assertThat(PassportText.check(forged, KeySet.read(renamed)).isGenuine()).isFalse();
    }

    @Test
    void theContentOfTheCodeIsALinkThatCarriesThePassport() {
        String link = "https://xiangpei.example/passport/P010#" + SamplePassport.TEXT;
        assertThat(PassportText.check(link, SamplePassport.KEYS).isGenuine()).isTrue();
        assertThat(PassportText.check("\n " + SamplePassport.TEXT + "\r\n", SamplePassport.KEYS)
                        .isGenuine())
                .isTrue();
    }

    @Test
    void whatIsNoPassportIsSaidToBeNone() {
        for (String text : List.of(
                "",
                "P010",
                "https://xiangpei.example/passport/P010",
                "a.b.c",
                SamplePassport.TEXT + "x",
                SamplePassport.TEXT.substring(1),
                "x".repeat(1_000_000),
                "湘配".repeat(100))) {
            assertThat(PassportText.check(text, SamplePassport.KEYS).outcome()).isEqualTo(CheckOutcome.NO_PASSPORT);
        }
    }

    @Test
    void aTextWithoutSignatureOrOfAnotherAlgorithmIsNone() {
        String payload = SamplePassport.TEXT.split("\\.")[1];
        for (String header : List.of(
                "{\"alg\":\"none\"}",
                "{\"alg\":\"HS256\",\"kid\":\"%s\",\"typ\":\"passport+jwt\"}"
                        .formatted(SamplePassport.KEY.published().id()))) {
            String head = java.util.Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(header.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(PassportText.check(head + "." + payload + "." + "A".repeat(86), SamplePassport.KEYS)
                            .outcome())
                    .isEqualTo(CheckOutcome.NO_PASSPORT);
            assertThat(PassportText.check(head + "." + payload + ".", SamplePassport.KEYS)
                            .isGenuine())
                    .isFalse();
        }
    }

    @Test
    void aKeyOfTheTimeBeforeIsStillGood() {
        SigningKey next = SigningKey.make();
        KeySet published = KeySet.of(List.of(next.published(), SamplePassport.KEY.published()));
        assertThat(PassportText.check(SamplePassport.TEXT, published).isGenuine())
                .isTrue();
        assertThat(PassportText.check(PassportText.sign(SamplePassport.CLAIMS, next), published)
                        .isGenuine())
                .isTrue();
    }

    /** The format is a standard and not ours: a library that knows nothing of us reads the keys and the passport. */
    @Test
    void anyLibraryOfTheStandardReadsIt() throws Exception {
        var jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, "EdDSA"));
        jws.setCompactSerialization(SamplePassport.TEXT);
        var keys = new JsonWebKeySet(SamplePassport.KEYS.json());
        jws.setKey(keys.findJsonWebKey(jws.getKeyIdHeaderValue(), "OKP", "sig", "EdDSA")
                .getKey());
        assertThat(jws.verifySignature()).isTrue();
        assertThat(jws.getPayload()).contains("\"sub\":\"P010\"");
    }

    @Test
    void whatIsNotOnRecordIsNotClaimed() {
        var bare = new Claims(
                "P006",
                "空气净化产品",
                null,
                "某公司",
                "空气净化器",
                null,
                Map.of(),
                LocalDate.of(2021, 7, 22),
                null,
                "documented",
                null,
                1L,
                null);
        String text = PassportText.sign(bare, SamplePassport.KEY);
        Claims read = PassportText.check(text, SamplePassport.KEYS).claims().orElseThrow();
        assertThat(read).isEqualTo(bare);
        assertThat(new String(bare.json(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("accepted", "batch", "until", "model", "demo", "exp");
    }
}
