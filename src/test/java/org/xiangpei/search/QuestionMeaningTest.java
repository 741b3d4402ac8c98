package org.xiangpei.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class QuestionMeaningTest {

    private final List<String> computed = new ArrayList<>();
    private final QuestionMeaning questions = new QuestionMeaning(sentence -> {
        computed.add(sentence);
        return vector();
    });

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "泵", "YJV22", "yjv22 8.7/15", "P001", "led", "泵 80-160", "？！…"})
    void codesAndSingleCharactersAreNotComputed(String question) {
        assertThat(questions.of(question)).isEmpty();
        assertThat(computed).isEmpty();
    }

    @Test
    void theSameQuestionIsComputedOnce() {
        assertThat(questions.of("下雨停车场老积水")).isPresent().isEqualTo(questions.of(" 下雨停车场老积水 "));
        assertThat(computed).containsExactly("下雨停车场老积水");
    }

    @Test
    void onlyTheLatestQuestionsAreRemembered() {
        questions.of("第一个问题");
        for (int i = 0; i < 1000; i++) {
            questions.of("其他问题" + i);
        }
        questions.of("第一个问题");
        assertThat(computed).filteredOn("第一个问题"::equals).hasSize(2);
        questions.of("其他问题999");
        assertThat(computed).filteredOn("其他问题999"::equals).hasSize(1);
    }

    @Test
    void whatCouldNotBeComputedIsAskedAgain() {
        var waiting = new QuestionMeaning(sentence -> {
            computed.add(sentence);
            return computed.size() < 2 ? Optional.empty() : vector();
        });
        assertThat(waiting.of("还没有准备好")).isEmpty();
        assertThat(waiting.of("还没有准备好")).isPresent();
    }

    private static Optional<SentenceVector> vector() {
        var values = new float[SentenceVector.DIMENSIONS];
        Arrays.fill(values, 1);
        return SentenceVector.of(values);
    }
}
