package org.xiangpei.shared.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;

/** What a paper may come as. */
public enum DocumentType {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private static final Tika TIKA = new Tika();

    /** A document of an office program has far fewer parts; a bomb has more. */
    private static final int MOST_PARTS = 5_000;

    private final String mediaType;
    private final String extension;

    DocumentType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** What a scanned paper may come as. */
    public static Set<DocumentType> scans() {
        return EnumSet.of(JPEG, PNG, PDF);
    }

    public String mediaType() {
        return mediaType;
    }

    /** The end of a file name, without the dot. */
    public String extension() {
        return extension;
    }

    /**
     * By the content alone: what a file is called says nothing about what a browser would make of it. Documents with macros are none of
     * these.
     */
    public static Optional<DocumentType> of(byte[] content) {
        String found = TIKA.detect(content);
        return found.equals("application/zip") || found.startsWith("application/x-tika-ooxml")
                ? office(content)
                : Arrays.stream(values())
                        .filter(it -> it.mediaType.equals(found))
                        .findFirst();
    }

    private static Optional<DocumentType> office(byte[] content) {
        DocumentType type = null;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            ZipEntry part = zip.getNextEntry();
            for (int count = 0; part != null && count < MOST_PARTS; count++) {
                if (part.getName().endsWith("vbaProject.bin")) {
                    return Optional.empty();
                }
                type = type == null ? main(part.getName()) : type;
                part = zip.getNextEntry();
            }
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
        return Optional.ofNullable(type);
    }

    private static @Nullable DocumentType main(String part) {
        return switch (part) {
            case "word/document.xml" -> DOCX;
            case "xl/workbook.xml" -> XLSX;
            default -> null;
        };
    }
}
