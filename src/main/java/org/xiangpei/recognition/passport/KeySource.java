package org.xiangpei.recognition.passport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.Config;

import org.xiangpei.shared.CannotStart;

/**
 * Where an installation has its keys from: its settings, the same for the service and for the command that checks passports.
 *
 * @param key {@code xiangpei.passport.key}: an Ed25519 private key, PKCS#8 in PEM
 * @param keyFile {@code xiangpei.passport.key-file}: a file that holds it instead
 * @param formerKeys {@code xiangpei.passport.former-keys}: a file with the public keys of the time before, in PEM, one block after the
 *     other. What they have signed stays good
 * @param made where a demonstration keeps the key that it made; empty in a real service, which does not vouch with that
 */
public record KeySource(Optional<String> key, Optional<Path> keyFile, Optional<Path> formerKeys, Optional<Path> made) {

    static final String MADE = "passport-key.pem";

    /** Reads the settings without the framework. */
    public static KeySource of(Config config) {
        boolean demo = config.getOptionalValue("xiangpei.demo", Boolean.class).orElse(false);
        Path data =
                config.getOptionalValue("xiangpei.data-directory", Path.class).orElse(Path.of("data"));
        return new KeySource(
                config.getOptionalValue("xiangpei.passport.key", String.class).filter(it -> !it.isBlank()),
                config.getOptionalValue("xiangpei.passport.key-file", Path.class),
                config.getOptionalValue("xiangpei.passport.former-keys", Path.class),
                demo ? Optional.of(data.resolve(MADE)) : Optional.empty());
    }

    boolean isConfigured() {
        return key.isPresent() || keyFile.isPresent() || formerKeys.isPresent();
    }

    /**
     * The key in the settings.
     *
     * @throws CannotStart when it cannot be read
     */
    Optional<SigningKey> configured() {
        if (key.isPresent() && keyFile.isPresent()) {
            throw new CannotStart("XIANGPEI_PASSPORT_KEY 和 XIANGPEI_PASSPORT_KEY_FILE 只能设一个 / set only one of the two");
        }
        return key.map(it -> parsed("XIANGPEI_PASSPORT_KEY", it))
                .or(() -> keyFile.map(
                        it -> parsed("XIANGPEI_PASSPORT_KEY_FILE=" + it, text("XIANGPEI_PASSPORT_KEY_FILE", it))));
    }

    /**
     * The public keys of the time before.
     *
     * @throws CannotStart when they cannot be read
     */
    List<PublishedKey> former() {
        return formerKeys.stream().flatMap(KeySource::formerIn).toList();
    }

    private static Stream<PublishedKey> formerIn(Path file) {
        try {
            List<byte[]> blocks = Pem.all("PUBLIC KEY", text("XIANGPEI_PASSPORT_FORMER_KEYS", file));
            if (blocks.isEmpty()) {
                throw new IllegalArgumentException("no block PUBLIC KEY");
            }
            return blocks.stream().map(PublishedKey::read).toList().stream();
        } catch (IllegalArgumentException e) {
            throw new CannotStart(
                    "XIANGPEI_PASSPORT_FORMER_KEYS=%s 应是一个或几个 Ed25519 公钥（PEM），可用 openssl pkey -in 旧私钥.pem -pubout 得到 / no public keys in that file"
                            .formatted(file),
                    e);
        }
    }

    /**
     * What can be checked with the keys at hand, without making one.
     *
     * @throws CannotStart when one of them cannot be read
     */
    public Optional<KeySet> atHand() {
        Optional<SigningKey> current = configured().or(() -> made.filter(Files::isReadable)
                .map(it -> parsed(it.toString(), text("XIANGPEI_DATA_DIRECTORY", it))));
        List<PublishedKey> all = Stream.concat(current.stream().map(SigningKey::published), former().stream())
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(KeySet.of(all));
    }

    private static SigningKey parsed(String setting, String pem) {
        try {
            return SigningKey.read(pem);
        } catch (IllegalArgumentException e) {
            throw new CannotStart(
                    "%s 不是 Ed25519 私钥（PKCS#8 的 PEM），可用 openssl genpkey -algorithm ed25519 生成 / not an Ed25519 private key"
                            .formatted(setting));
        }
    }

    private static String text(String setting, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CannotStart("%s：读不了文件 %s / cannot read that file".formatted(setting, file.toAbsolutePath()), e);
        }
    }
}
