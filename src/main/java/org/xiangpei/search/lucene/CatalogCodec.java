package org.xiangpei.search.lucene;

import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.compressing.CompressionMode;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene90.compressing.Lucene90CompressingStoredFieldsFormat;

/**
 * How the index is written: as Lucene does, but for vectors of meaning, and for what is kept of each entry. A question reads some twenty
 * entries that stand nowhere near each other, a letter typed a hundred and more: from Lucene's large blocks that unpacked ten times as
 * much as is read, a fifth of the time of a suggestion on 100 000 products.
 *
 * <p>Lucene finds it by its name, which stands in every segment ({@code META-INF/services}).
 */
public final class CatalogCodec extends FilterCodec {

    static final Codec INSTANCE = new CatalogCodec();

    private static final int BLOCK_BYTES = 4096;
    private static final int MOST_ENTRIES = 64;
    private static final int BLOCKS_SHIFT = 10;

    private final StoredFieldsFormat stored = new Lucene90CompressingStoredFieldsFormat(
            "XiangpeiStoredFields", CompressionMode.FAST, BLOCK_BYTES, MOST_ENTRIES, BLOCKS_SHIFT);

    /** For Lucene. */
    public CatalogCodec() {
        super("Xiangpei", new Lucene104Codec() {
            @Override
            public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return field.equals(MeaningField.NAME) ? MeaningField.FORMAT : super.getKnnVectorsFormatForField(field);
            }
        });
    }

    @Override
    public StoredFieldsFormat storedFieldsFormat() {
        return stored;
    }
}
