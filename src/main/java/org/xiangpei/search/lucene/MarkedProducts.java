package org.xiangpei.search.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * A few found products in an index of their own, in memory and for a moment: where the words stand in them is asked there as it is in
 * an index of ours. A product is known by its place in the list.
 */
final class MarkedProducts implements Closeable {

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;

    /** @param products their texts by the codes of the fields */
    MarkedProducts(List<Map<String, List<String>>> products) {
        try {
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(Analyzers.BY_FIELD))) {
                for (Map<String, List<String>> product : products) {
                    writer.addDocument(document(product));
                }
            }
            reader = DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    IndexSearcher searcher() {
        return new IndexSearcher(reader);
    }

    /** What asks for words only where they stand in one of these products. */
    TextQuery texts() {
        return new TextQuery(new IndexTerms(reader), Component.ALL);
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }

    private static Document document(Map<String, List<String>> texts) {
        var document = new Document();
        for (TextField field : TextField.values()) {
            for (String text : texts.getOrDefault(field.code(), List.of())) {
                document.add(new Field(field.parts(), text, EntryDocument.MARKED));
                if (TextField.SOUNDED.contains(field)) {
                    document.add(new Field(field.sounds(), text, EntryDocument.MARKED));
                }
                if (TextField.MODELLED.contains(field)) {
                    document.add(new Field(field.squashed(), text, EntryDocument.MARKED));
                }
                document.add(new StoredField(field.code(), text));
            }
        }
        return document;
    }
}
