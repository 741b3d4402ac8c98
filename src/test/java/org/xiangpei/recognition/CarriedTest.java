package org.xiangpei.recognition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.xiangpei.catalog.Better;
import org.xiangpei.catalog.Property;
import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.recognition.Finding.Weight;
import org.xiangpei.recognition.Statement.Stated;
import org.xiangpei.recognition.Statement.StatedCertificate;
import org.xiangpei.recognition.Statement.StatedGround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xiangpei.recognition.Cities.FILED;

/** What stands as it was recognised is not asked for again; what has ended since, is. */
class CarriedTest {

    private static final CategoryForm FORM = new CategoryForm(
            "pump",
            "泵",
            "装备",
            List.of(new CategoryForm.Field(
                    "pressure",
                    new Property.Details("工作压力", List.of(), PropertyKind.QUANTITY, "MPa", Better.NONE, true, 1),
                    List.of(),
                    Optional.empty())));

    /** As the loaded catalogue has it: no evidence, no papers, a value missing. */
    private static Statement listed() {
        return Statement.of("pump")
                .withBasics("pump", "柱塞泵", "A10", "")
                .withCertificates(List.of(certificate("T-1", "2028-01-01", "")))
                .withGrounds("", Map.of("innovation", new StatedGround("", "")));
    }

    private static StatedCertificate certificate(String number, String until, String file) {
        return new StatedCertificate("型式试验报告", number, "某检测院", "2025-01-01", until, file);
    }

    private static Reading read(Statement now) {
        return StatementReader.read(now, FORM, FILED, Optional.of(listed()));
    }

    @Test
    void whatTheCatalogueSaysCanBeSentAsItIs() {
        assertThat(read(listed()).isSendable()).isTrue();
        assertThat(StatementReader.read(listed(), FORM, FILED).isSendable()).isFalse();
    }

    @Test
    void anEmptyFieldThatAFormHasSentIsNoAnswerEither() {
        Statement looked = listed().withSpecifications(Map.of("pressure", new Stated("", "", "", "MPa", false)));
        assertThat(read(looked).isSendable()).isTrue();
    }

    @Test
    void whatIsTakenAwayIsAskedFor() {
        var grounds = new HashMap<>(listed().grounds());
        grounds.clear();
        assertThat(read(listed().withGrounds("", grounds)).of(Weight.MISSING))
                .extracting(Finding::field)
                .containsExactly("grounds");
    }

    @Test
    void aNewCertificateNeedsItsPaperAndTheOldOneDoesNot() {
        Statement now = listed().withCertificates(
                        List.of(certificate("T-1", "2028-01-01", ""), certificate("T-2", "2029-01-01", "")));
        assertThat(read(now).of(Weight.MISSING)).hasSize(1);
    }

    @Test
    void aCertificateThatHasEndedIsInTheWay() {
        Statement ended = listed().withCertificates(List.of(certificate("T-1", "2026-01-01", "")));
        Reading reading = StatementReader.read(ended, FORM, FILED, Optional.of(ended));
        assertThat(reading.of(Weight.ERROR)).singleElement().satisfies(it -> assertThat(it.detail())
                .contains("过期"));
        assertThat(reading.isSendable()).isFalse();
    }

    @Test
    void anotherCategoryIsAnotherProduct() {
        Statement other = listed().withBasics("valve", "柱塞泵", "A10", "");
        assertThat(new Carried(other, listed()).isSame("name")).isFalse();
    }
}
