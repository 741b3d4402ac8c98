package org.xiangpei.shared.documents;

import java.util.Arrays;
import java.util.Optional;

import org.apache.tika.Tika;

/** What a scanned paper may come as. */
public enum DocumentType {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    PDF("application/pdf", "pdf");

    private static final Tika TIKA = new Tika();

    private final String mediaType;
    private final String extension;

    DocumentType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The end of a file name, without the dot. */
    public String extension() {
        return extension;
    }

    /** By the content alone: what a file is called says nothing about what a browser would make of it. */
    public static Optional<DocumentType> of(byte[] content) {
        String found = TIKA.detect(content);
        return Arrays.stream(values()).filter(it -> it.mediaType.equals(found)).findFirst();
    }
}
