package org.xiangpei.sourcing.quotation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The contents of attachments by their ids, one after the other. */
final class PaperBytes {

    private PaperBytes() {}

    static byte[] write(Map<String, byte[]> papers) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(papers.size());
            for (var paper : papers.entrySet()) {
                out.writeUTF(paper.getKey());
                out.writeInt(paper.getValue().length);
                out.write(paper.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalStateException for what was not written so */
    static Map<String, byte[]> read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var papers = new LinkedHashMap<String, byte[]>();
            for (int left = in.readInt(); left > 0; left--) {
                String id = in.readUTF();
                byte[] content = new byte[in.readInt()];
                in.readFully(content);
                papers.put(id, content);
            }
            return papers;
        } catch (IOException e) {
            throw new IllegalStateException("Not a bundle of papers", e);
        }
    }
}
