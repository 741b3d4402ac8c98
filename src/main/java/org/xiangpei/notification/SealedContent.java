package org.xiangpei.notification;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.json.JsonMapper;

import org.xiangpei.identity.KeptSecrets;

/** The content of letters that wait: sealed as other secrets are, for there may be a one-time link in it. */
@ApplicationScoped
class SealedContent {

    private static final JsonMapper JSON = new JsonMapper();

    private final KeptSecrets secrets;

    SealedContent(KeptSecrets secrets) {
        this.secrets = secrets;
    }

    String keep(LetterContent content, String recipient) {
        try {
            return secrets.keep(JSON.writeValueAsBytes(content), owner(recipient));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException when it was sealed with another key */
    LetterContent read(String kept, String recipient) {
        try {
            return JSON.readValue(secrets.read(kept, owner(recipient)), LetterContent.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String owner(String recipient) {
        return "letter to " + recipient;
    }
}
