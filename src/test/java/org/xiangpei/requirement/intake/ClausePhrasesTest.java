package org.xiangpei.requirement.intake;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What single phrases ask, one a line of the table; a phrase without criteria must say that it was not understood. */
class ClausePhrasesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/intake/phrases.csv", delimiter = '\t', numLinesToSkip = 1)
    void phrase(String category, String phrase, @Nullable String expected) {
        String criteria = expected == null ? "" : expected;
        var findings = new Findings(new Written(phrase), SampleWords.ALL.vocabulary(), category);
        ClauseReader.read(findings, new Span(0, phrase.length()), SampleWords.ALL.of(category));
        assertThat(Asked.of(
                        category,
                        findings.criteria().stream()
                                .map(ReadCriterion::criterion)
                                .toList()))
                .isEqualTo(Asked.of(category, criteria));
        if (criteria.isEmpty()) {
            assertThat(findings.unparsed()).isNotEmpty();
        }
    }
}
