package org.xiangpei.search.lucene;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Every part at its own position, and at the position of a Chinese character also the pair with the next: what never misses. */
final class PartsTokenizer extends Tokenizer {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);

    private String text = "";
    private List<Part> parts = List.of();
    private int next;
    private boolean pairDue;

    @Override
    public void reset() throws IOException {
        super.reset();
        var read = new StringWriter();
        input.transferTo(read);
        text = read.toString();
        parts = Part.of(text);
        next = 0;
        pairDue = false;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (pairDue) {
            pairDue = false;
            emit(parts.get(next - 1).start(), parts.get(next).end(), 0);
            return true;
        }
        if (next == parts.size()) {
            return false;
        }
        Part part = parts.get(next++);
        pairDue = part.han() && next < parts.size() && parts.get(next).han() && part.touches(parts.get(next));
        emit(part.start(), part.end(), 1);
        return true;
    }

    @Override
    public void end() throws IOException {
        super.end();
        offset.setOffset(correctOffset(text.length()), correctOffset(text.length()));
    }

    private void emit(int start, int end, int positions) {
        term.append(text, start, end);
        offset.setOffset(correctOffset(start), correctOffset(end));
        increment.setPositionIncrement(positions);
    }
}
