package org.xiangpei.sourcing.quotation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.xiangpei.shared.CannotStart;
import org.xiangpei.shared.MadeFile;
import org.xiangpei.shared.Sealed;
import org.xiangpei.shared.StartupOrder;

/**
 * The key of the installation, which wraps the keys of the inquiries. It is never in the database: who has a copy of that alone opens
 * nothing. See ADR 0121.
 */
@ApplicationScoped
class InstallationKey {

    static final int SHORTEST = 32;
    static final String FILE = "sealing-key";

    private static final int NAME_LENGTH = 8;

    private final SecretKey wrapping;
    private final String name;

    InstallationKey(
            SealConfig config,
            @ConfigProperty(name = "xiangpei.data-directory", defaultValue = "data") Path dataDirectory) {
        byte[] secret = given(config.key()).orElseGet(() -> made(dataDirectory)).getBytes(StandardCharsets.UTF_8);
        wrapping = Sealed.derived(secret, "xiangpei sealing: keys of inquiries");
        name = HexFormat.of()
                .formatHex(Sealed.derived(secret, "xiangpei sealing: name of the key")
                        .getEncoded())
                .substring(0, NAME_LENGTH);
    }

    /** That makes this, and so ends the start when there is no good key: better known now than at the first inquiry. */
    void atStart(@Observes @Priority(StartupOrder.ACCOUNTS) StartupEvent started) {
        Log.debugf("Quotations are sealed with key %s", name);
    }

    /** Says which key it is without giving it away. */
    String name() {
        return name;
    }

    /** @param inquiry its code: a key that was moved to another inquiry opens nothing there */
    byte[] wrap(byte[] key, String inquiry) {
        return Sealed.seal(wrapping, key, inquiry);
    }

    /** @throws IllegalStateException when it was wrapped with another key, or changed */
    byte[] unwrap(byte[] wrapped, String inquiry) {
        return Sealed.open(wrapping, wrapped, inquiry);
    }

    private static Optional<String> given(Optional<String> configured) {
        Optional<String> given = configured.map(String::strip).filter(it -> !it.isEmpty());
        given.filter(it -> it.length() < SHORTEST).ifPresent(it -> {
            throw new CannotStart(
                    "XIANGPEI_SEALING_KEY 太短：至少 %d 个字符，可用 openssl rand -hex 32 生成 / the key of sealed quotations is too short"
                            .formatted(SHORTEST));
        });
        return given;
    }

    private static String made(Path dataDirectory) {
        Path file = dataDirectory.resolve(FILE);
        try {
            String made = MadeFile.read(file, () -> HexFormat.of().formatHex(Sealed.random(Sealed.KEY_BYTES)) + "\n")
                    .strip();
            if (made.length() < SHORTEST) {
                throw new CannotStart("%s 里不是封存报价的密钥，请恢复原来的文件 / that file does not hold the key of sealed quotations"
                        .formatted(file.toAbsolutePath()));
            }
            return made;
        } catch (IOException e) {
            throw new CannotStart(
                    "封存报价的密钥不能保存或读取：%s。请让数据目录可写，或设置 XIANGPEI_SEALING_KEY / no key for sealed quotations"
                            .formatted(file.toAbsolutePath()),
                    e);
        }
    }
}
