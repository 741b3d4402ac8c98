package org.xiangpei.shared.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.xiangpei.shared.RuleViolation;

/** A paper as it was sent (证照、证明). To be saved by who reads it, never to be shown inside a page of ours: whoever sent it must not speak in our name. */
@SuppressWarnings("ArrayRecordComponent") // only handed on
public record Document(DocumentType type, byte[] content) {

    /** The tables that keep papers allow no more. */
    public static final long MOST_BYTES = 10L << 20;

    /**
     * Reads a scanned paper.
     *
     * @param problem the code of the problem
     * @param wanted what should have been sent, for the message: {@code 营业执照的照片、扫描件或 PDF}
     * @throws RuleViolation of that code when it is empty, too large, or something else than a picture or PDF by its content
     */
    public static Document read(Path file, String problem, String wanted) {
        return read(file, problem, wanted, DocumentType.scans(), "JPG、PNG 或 PDF");
    }

    /**
     * Reads what was sent.
     *
     * @param allowed what it may be
     * @param names of what is allowed, for the message
     * @throws RuleViolation as {@link #read(Path, String, String)}
     */
    public static Document read(Path file, String problem, String wanted, Set<DocumentType> allowed, String names) {
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw new RuleViolation(problem, "这个文件是空的（0 字节）。请重新选择" + wanted + "。");
            }
            if (size > MOST_BYTES) {
                throw new RuleViolation(
                        problem, "文件有 %.1f MB，最多 10 MB。请压缩照片，或降低扫描的分辨率后再上传。".formatted(size / 1048576.0));
            }
            byte[] content = Files.readAllBytes(file);
            return DocumentType.of(content)
                    .filter(allowed::contains)
                    .map(type -> new Document(type, content))
                    .orElseThrow(
                            () -> new RuleViolation(problem, "这个文件的内容不是 " + names + "（只看内容，不看文件名）。请上传" + wanted + "。"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
