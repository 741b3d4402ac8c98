package org.xiangpei.search.lucene;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How text becomes tokens: {@code parts} for what must never miss, {@code words} for what a reader would call a word, {@code sounds} for
 * what is typed in pinyin or by its sound, {@code squashed} for model numbers typed without what separates.
 */
final class Analyzers {

    /** Change it whenever tokens change: an index of another version is built anew. */
    static final String VERSION = "6";

    static final Analyzer PARTS = new Folded() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new ListTokenizer(TokenLists::parts));
        }
    };

    static final Analyzer SOUNDS = new Folded() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new ListTokenizer(TokenLists::soundsWithInitials));
        }
    };

    static final Analyzer SQUASHED = new Folded() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new ListTokenizer(TokenLists::squashed));
        }
    };

    static final Analyzer WORDS = new Folded() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var tokenizer = new HMMChineseTokenizer();
            return new TokenStreamComponents(tokenizer, new ChineseWords(tokenizer));
        }
    };

    static final Analyzer BY_FIELD = new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return switch (field.substring(field.lastIndexOf('.') + 1)) {
                case TextField.WORDS -> WORDS;
                case TextField.SOUNDS -> SOUNDS;
                case TextField.SQUASHED -> SQUASHED;
                default -> PARTS;
            };
        }
    };

    /** How the folded text of a field is cut, where that needs no dictionary. */
    static Optional<Function<String, List<ListTokenizer.Token>>> list(String field) {
        return switch (field.substring(field.lastIndexOf('.') + 1)) {
            case TextField.WORDS -> Optional.empty();
            case TextField.SOUNDS -> Optional.of(TokenLists::soundsWithInitials);
            case TextField.SQUASHED -> Optional.of(TokenLists::squashed);
            default -> Optional.of(TokenLists::parts);
        };
    }

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

    private abstract static class Folded extends Analyzer {

        @Override
        protected Reader initReader(String field, Reader reader) {
            return Folding.fold(reader);
        }

        /** No phrase reaches from one value into the next. */
        @Override
        public int getPositionIncrementGap(String field) {
            return 100;
        }
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
