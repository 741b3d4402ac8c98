package org.xiangpei.registration;

import java.util.Arrays;
import java.util.Optional;

import org.apache.tika.Tika;

/** What a licence may come as. */
public enum LicenceType {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    PDF("application/pdf", "pdf");

    private static final Tika TIKA = new Tika();

    private final String mediaType;
    private final String extension;

    LicenceType(String mediaType, String extension) {
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
    static Optional<LicenceType> of(byte[] content) {
        String found = TIKA.detect(content);
        return Arrays.stream(values()).filter(it -> it.mediaType.equals(found)).findFirst();
    }
}
