package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tokens that are given out again are those that the analyzer makes, each time. */
class SharedTokensTest {

    @ParameterizedTest
    @ValueSource(strings = {"name.parts", "name.words", "name.sounds", "name.squashed"})
    void theyAreThoseOfTheAnalyzer(String field) throws IOException {
        var shared = new SharedTokens();
        for (String text : List.of("YJV22-8.7/15kV 電力電纜（防蟻型）", "干式变压器", "")) {
            List<String> expected = tokens(Analyzers.BY_FIELD.tokenStream(field, text));
            assertThat(tokens(shared.of(field, text))).as("cut").isEqualTo(expected);
            assertThat(tokens(shared.of(field, text))).as("given out again").isEqualTo(expected);
            assertThat(tokens(shared.once(field, text))).as("made once").isEqualTo(expected);
        }
    }

    private static List<String> tokens(TokenStream stream) throws IOException {
        var tokens = new ArrayList<String>();
        var term = stream.getAttribute(TermToBytesRefAttribute.class);
        var increment = stream.addAttribute(PositionIncrementAttribute.class);
        try (stream) {
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term.getBytesRef().utf8ToString() + " +" + increment.getPositionIncrement());
            }
            stream.end();
        }
        return tokens;
    }
}
