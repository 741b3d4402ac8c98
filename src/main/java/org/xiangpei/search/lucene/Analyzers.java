package org.xiangpei.search.lucene;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** How text becomes tokens: {@code parts} for what must never miss, {@code words} for what a reader would call a word. */
final class Analyzers {

    /** Change it whenever tokens change: an index of another version is built anew. */
    static final String VERSION = "1";

    static final Analyzer PARTS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new PartsTokenizer());
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return Folding.fold(reader);
        }

        /** No phrase reaches from one value into the next. */
        @Override
        public int getPositionIncrementGap(String field) {
            return 100;
        }
    };

    static final Analyzer WORDS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var tokenizer = new HMMChineseTokenizer();
            return new TokenStreamComponents(tokenizer, new ChineseWords(tokenizer));
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return Folding.fold(reader);
        }

        /** No phrase reaches from one value into the next. */
        @Override
        public int getPositionIncrementGap(String field) {
            return 100;
        }
    };

    static final Analyzer BY_FIELD = new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return field.endsWith(TextField.WORDS) ? WORDS : PARTS;
        }
    };

    private static final Analyzer SEGMENTS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new HMMChineseTokenizer());
        }
    };

    private Analyzers() {}

    /** The words of a run of folded Chinese text, single characters included, in order and without gaps. */
    static List<String> segment(String chinese) {
        return tokens(SEGMENTS, chinese);
    }

    static List<String> tokens(Analyzer analyzer, String text) {
        var tokens = new ArrayList<String>();
        try (TokenStream stream = analyzer.tokenStream("text", new StringReader(text))) {
            var term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    /** Keeps Chinese words of two characters and more: single characters and all else are found by their parts. */
    private static final class ChineseWords extends FilteringTokenFilter {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        ChineseWords(TokenStream input) {
            super(input);
        }

        @Override
        protected boolean accept() {
            return term.length() > 1 && Character.isIdeographic(Character.codePointAt(term, 0));
        }
    }
}
