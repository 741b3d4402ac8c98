package org.xiangpei.recognition.web;

import java.util.Optional;

import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.xiangpei.recognition.Examination.Evidence;
import org.xiangpei.shared.documents.Document;

/** Takes a paper out of a form. */
final class PaperIntake {

    private static final int LONGEST_NAME = 120;

    private PaperIntake() {}

    /** @return empty where none was chosen: a browser sends an empty file without a name */
    static Optional<Evidence> take(@Nullable FileUpload sent) {
        return Optional.ofNullable(sent)
                .filter(it -> !it.fileName().isBlank())
                .map(it -> new Evidence(
                        shortened(it.fileName()), Document.read(it.uploadedFile(), "bad-paper", "扫描件、照片或 PDF")));
    }

    private static String shortened(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "");
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
    }
}
