package org.xiangpei.search.lucene;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Emits the tokens that a function makes of a folded text. */
final class ListTokenizer extends Tokenizer {

    /** @param positions how many places after the token before; 0 is the same place */
    record Token(String term, int start, int end, int positions) {}

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);

    private final Function<String, List<Token>> tokens;
    private Iterator<Token> rest = List.<Token>of().iterator();
    private int length;

    ListTokenizer(Function<String, List<Token>> tokens) {
        this.tokens = tokens;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        var read = new StringWriter();
        input.transferTo(read);
        String text = read.toString();
        length = text.length();
        rest = tokens.apply(text).iterator();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!rest.hasNext()) {
            return false;
        }
        Token token = rest.next();
        term.append(token.term());
        offset.setOffset(correctOffset(token.start()), correctOffset(token.end()));
        increment.setPositionIncrement(token.positions());
        return true;
    }

    @Override
    public void end() throws IOException {
        super.end();
        offset.setOffset(correctOffset(length), correctOffset(length));
    }
}
