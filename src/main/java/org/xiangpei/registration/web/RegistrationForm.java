package org.xiangpei.registration.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.xiangpei.registration.Key;
import org.xiangpei.registration.Statement;

/** The form of a registration as a browser sends it. */
public class RegistrationForm {

    /** Of the registration that is amended; none for a new one. */
    @RestForm
    @Nullable
    String receipt;

    /** The code by which that registration was found. */
    @RestForm
    @Nullable
    String known;

    @RestForm
    @Nullable
    String kind;

    @RestForm
    @Nullable
    String name;

    @RestForm
    @Nullable
    String uscc;

    @RestForm
    @Nullable
    String region;

    @RestForm
    @Nullable
    String elsewhere;

    @RestForm
    @Nullable
    String buys;

    @RestForm
    @Nullable
    String supplies;

    @RestForm
    @Nullable
    List<String> sites;

    @RestForm
    @Nullable
    String contact;

    @RestForm
    @Nullable
    String email;

    @RestForm
    @Nullable
    String phone;

    @RestForm
    @Nullable
    String login;

    @RestForm
    @Nullable
    String password;

    @RestForm
    @Nullable
    String again;

    /** The name under which a licence of an earlier try is kept. */
    @RestForm
    @Nullable
    String kept;

    @RestForm("licence")
    @Nullable
    FileUpload licence;

    Key key() {
        return new Key(text(receipt), text(known));
    }

    Statement statement() {
        return new Statement(
                text(kind),
                text(name),
                text(uscc),
                text(region),
                text(elsewhere),
                buys != null,
                supplies != null,
                Objects.requireNonNullElse(sites, List.of()),
                text(contact),
                text(email),
                text(phone),
                text(login));
    }

    String password() {
        return text(password);
    }

    boolean isPasswordRepeated() {
        return password().equals(text(again));
    }

    Optional<String> kept() {
        return Optional.ofNullable(kept).filter(it -> !it.isEmpty());
    }

    /** A browser sends an empty file without a name where none was chosen. */
    Optional<FileUpload> licence() {
        return Optional.ofNullable(licence).filter(it -> !it.fileName().isBlank());
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
