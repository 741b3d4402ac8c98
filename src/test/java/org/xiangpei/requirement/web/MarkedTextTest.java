package org.xiangpei.requirement.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.xiangpei.requirement.web.MarkedText.Kind;
import org.xiangpei.requirement.web.MarkedText.Label;
import org.xiangpei.requirement.web.MarkedText.Mark;
import org.xiangpei.requirement.web.MarkedText.Piece;

import static org.assertj.core.api.Assertions.assertThat;

/** The pieces of a text are the text, and every mark is at its words. */
class MarkedTextTest {

    private static final String TEXT = "采购电梯2部，额定载重量1000kg，灯光柔和。";

    @Test
    void piecesTogetherAreTheText() {
        List<Piece> pieces = MarkedText.of(
                TEXT,
                List.of(
                        mark("电梯2部", Kind.LINE, "l1"),
                        mark("额定载重量1000kg", Kind.CLAUSE, "l1c0"),
                        mark("灯光柔和", Kind.DOUBT, "d1")),
                TEXT.length());
        assertThat(pieces.stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(TEXT);
        assertThat(pieces)
                .filteredOn(piece -> !piece.kind().isEmpty())
                .extracting(Piece::text)
                .containsExactly("电梯2部", "额定载重量1000kg", "灯光柔和");
    }

    @Test
    void aClauseInsideOfTheWordsOfItsLineBelongsToBoth() {
        List<Piece> pieces = MarkedText.of(
                TEXT, List.of(mark("电梯2部", Kind.LINE, "l1"), mark("2部", Kind.CLAUSE, "l1c0")), TEXT.length());
        assertThat(pieces)
                .filteredOn(piece -> piece.text().equals("2部"))
                .singleElement()
                .satisfies(piece -> {
                    assertThat(piece.kind()).isEqualTo("clause");
                    assertThat(piece.keys()).isEqualTo("l1 l1c0");
                    assertThat(piece.labels()).extracting(Label::key).containsExactly("l1c0");
                });
    }

    @Test
    void whatSeveralLinesAskInTheSameWordsIsLabelledWithAFewOfThem() {
        List<Mark> marks = IntStream.rangeClosed(1, 9)
                .mapToObj(line -> mark("额定载重量1000kg", Kind.CLAUSE, "l" + line + "c0"))
                .toList();
        assertThat(MarkedText.of(TEXT, marks, TEXT.length()))
                .filteredOn(piece -> !piece.labels().isEmpty())
                .singleElement()
                .satisfies(piece -> {
                    assertThat(piece.labels()).hasSize(4);
                    assertThat(piece.more()).isEqualTo(5);
                });
    }

    @Test
    void whatIsBehindTheShownPartIsLeftOut() {
        List<Piece> pieces = MarkedText.of(TEXT, List.of(mark("灯光柔和", Kind.DOUBT, "d1")), 7);
        assertThat(pieces).singleElement().satisfies(piece -> {
            assertThat(piece.text()).isEqualTo(TEXT.substring(0, 7));
            assertThat(piece.labels()).isEmpty();
        });
    }

    @Test
    void aTextWithoutMarksIsOnePiece() {
        assertThat(MarkedText.of(TEXT, List.of(), TEXT.length()))
                .singleElement()
                .satisfies(piece -> {
                    assertThat(piece.text()).isEqualTo(TEXT);
                    assertThat(piece.kind()).isEmpty();
                });
        assertThat(MarkedText.of("", List.of(), 10)).isEmpty();
    }

    private static Mark mark(String words, Kind kind, String key) {
        int start = TEXT.indexOf(words);
        return new Mark(start, start + words.length(), kind, key, key);
    }
}
