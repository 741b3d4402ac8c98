package org.xiangpei.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.StatedSpecification;

/**
 * What a product states, as a column of the index: a question about properties reads hundreds of these, so they are short and quick to
 * read. One text after the other; one that is not stated is empty.
 */
final class StatedColumn {

    private StatedColumn() {}

    static BytesRef write(List<StatedSpecification> stated) {
        var out = new ByteBuffersDataOutput();
        try {
            out.writeVInt(stated.size());
            for (StatedSpecification one : stated) {
                write(one.property(), out);
                write(one.min(), out);
                write(one.max(), out);
                write(one.unit(), out);
                write(one.value(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BytesRef(out.toArrayCopy());
    }

    /** By property. */
    static Map<String, StatedSpecification> read(BytesRef bytes) throws IOException {
        var in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        int count = in.readVInt();
        var stated = HashMap.<String, StatedSpecification>newHashMap(count);
        for (int i = 0; i < count; i++) {
            var one = new StatedSpecification(in.readString(), number(in), number(in), text(in), text(in));
            stated.put(one.property(), one);
        }
        return stated;
    }

    private static void write(@Nullable Object value, DataOutput out) throws IOException {
        out.writeString(value == null ? "" : value.toString());
    }

    private static @Nullable BigDecimal number(ByteArrayDataInput in) throws IOException {
        String text = text(in);
        return text == null ? null : new BigDecimal(text);
    }

    private static @Nullable String text(ByteArrayDataInput in) throws IOException {
        String text = in.readString();
        return text.isEmpty() ? null : text;
    }
}
