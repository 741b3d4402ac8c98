package org.xiangpei.sourcing.quotation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.shared.CannotStart;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.Sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Envelopes tell nothing to who has no key, and the keys lie outside of the database. */
class SealTest {

    private static final int SIZE = 4096;

    @TempDir
    private Path directory;

    private final byte[] key = Sealed.random(Sealed.KEY_BYTES);
    private final Seal seal = new Seal("Q1", key);

    private record Config(Optional<String> key) implements SealConfig {
        @Override
        public MemorySize attachments() {
            throw new UnsupportedOperationException();
        }

        @Override
        public MemorySize attachmentsOfAll() {
            throw new UnsupportedOperationException();
        }
    }

    private InstallationKey installation(@Nullable String configured) {
        return new InstallationKey(new Config(Optional.ofNullable(configured)), directory.resolve("data"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void emptyAndFullEnvelopesAreEquallyLong() {
        byte[] empty = seal.close("t", new byte[0], SIZE);
        byte[] full = seal.close("t", Sealed.random(SIZE - 100), SIZE);
        assertThat(full).hasSameSizeAs(empty);
        assertThat(seal.open("t", empty)).isEmpty();
    }

    @Test
    void theSameContentNeverLooksTheSame() {
        assertThat(seal.close("t", bytes("单价 10"), SIZE)).isNotEqualTo(seal.close("t", bytes("单价 10"), SIZE));
    }

    @Test
    void whatDoesNotGoInIsRefused() {
        assertThatThrownBy(() -> seal.close("t", Sealed.random(SIZE), SIZE))
                .isInstanceOfSatisfying(
                        RuleViolation.class, it -> assertThat(it.code()).isEqualTo("quotation-too-large"));
    }

    @Test
    void anEnvelopeOpensOnlyInItsPlaceWithItsKey() {
        byte[] closed = seal.close("t", bytes("单价 10"), SIZE);
        assertThat(seal.open("t", closed)).isEqualTo(bytes("单价 10"));
        assertThatThrownBy(() -> seal.open("another", closed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Seal("Q2", key).open("t", closed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Seal("Q1", Sealed.random(Sealed.KEY_BYTES)).open("t", closed))
                .isInstanceOf(IllegalStateException.class);
        closed[closed.length / 2] ^= 1;
        assertThatThrownBy(() -> seal.open("t", closed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTagIsTheSameEveryTimeAndAnotherForEveryKey() {
        assertThat(seal.tag(7, EnvelopeKind.DOSSIER)).isEqualTo(seal.tag(7, EnvelopeKind.DOSSIER));
        assertThat(seal.tag(7, EnvelopeKind.DOSSIER))
                .isNotEqualTo(seal.tag(8, EnvelopeKind.DOSSIER))
                .isNotEqualTo(seal.tag(7, EnvelopeKind.PAPERS))
                .isNotEqualTo(new Seal("Q1", Sealed.random(Sealed.KEY_BYTES)).tag(7, EnvelopeKind.DOSSIER));
    }

    @Test
    void aKeyThatNobodyGaveIsMadeOnceForItsOwnerAlone() throws IOException {
        byte[] wrapped = installation(null).wrap(key, "Q1");
        Path file = directory.resolve("data").resolve(InstallationKey.FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(installation("  ").unwrap(wrapped, "Q1"))
                .as("after a restart")
                .isEqualTo(key);
        Files.delete(file);
        assertThatThrownBy(() -> installation(null).unwrap(wrapped, "Q1"))
                .as("another key was made")
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aGivenKeyIsUsedAndNoFileMade() {
        String given = "0123456789abcdef0123456789abcdef";
        InstallationKey one = installation(given);
        assertThat(installation(given).unwrap(one.wrap(key, "Q1"), "Q1")).isEqualTo(key);
        assertThat(one.name()).hasSize(8).isEqualTo(installation(given).name());
        assertThatThrownBy(() -> one.unwrap(one.wrap(key, "Q1"), "Q2")).isInstanceOf(IllegalStateException.class);
        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void aKeyThatCouldBeGuessedIsRefused() throws IOException {
        assertThatThrownBy(() -> installation("short")).isInstanceOf(CannotStart.class);
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(directory.resolve("data").resolve(InstallationKey.FILE), "short\n");
        assertThatThrownBy(() -> installation(null)).isInstanceOf(CannotStart.class);
    }
}
