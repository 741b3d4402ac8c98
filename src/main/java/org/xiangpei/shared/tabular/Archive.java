package org.xiangpei.shared.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.xiangpei.shared.RuleViolation;

/**
 * An opened zip that cannot do harm: every file of it is unpacked once, counting and throwing away, before anything is read.
 *
 * <p>The sizes that a zip declares are not believed. Nothing is ever written under a name from inside the zip.
 */
final class Archive implements Closeable {

    private static final int CHUNK = 16_384;
    /** Below this a high ratio is harmless, and small files of one repeated value reach it honestly. */
    private static final int RATIO_MATTERS_FROM = 1 << 20;

    private final String file;
    private final FileLimits limits;
    private final ZipFile zip;

    private Archive(String file, FileLimits limits, ZipFile zip) {
        this.file = file;
        this.limits = limits;
        this.zip = zip;
    }

    /** @throws RuleViolation {@code file-unreadable} or {@code file-too-large} */
    static Archive open(String file, Path path, FileLimits limits) {
        ZipFile zip = opened(file, path);
        var archive = new Archive(file, limits, zip);
        try {
            archive.check();
            return archive;
        } catch (RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    /** The files in it, without folders and what systems add (hidden files, {@code __MACOSX}). */
    List<ZipEntry> files() {
        return zip.stream()
                .map(ZipEntry.class::cast)
                .filter(entry -> !entry.isDirectory() && !entry.getName().contains("__MACOSX"))
                .filter(entry -> !FileNames.last(entry.getName()).startsWith("."))
                .toList();
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** @throws RuleViolation {@code file-too-large} when it has more bytes than a file may have */
    byte[] bytes(ZipEntry entry) {
        long limit = limits.maxBytes().asLongValue();
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
            if (bytes.length > limit) {
                throw tooLarge(entry.getName(), "大于 " + megabytes(limit) + " MB");
            }
            return bytes;
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check() {
        if (zip.size() > limits.maxEntries()) {
            throw new RuleViolation(
                    "file-too-large", file + "：压缩包中有 " + zip.size() + " 个文件，最多 " + limits.maxEntries() + " 个。");
        }
        long unpacked = 0;
        for (ZipEntry entry : zip.stream().toList()) {
            unpacked += measure(entry, limits.maxUnpackedBytes().asLongValue() - unpacked);
        }
    }

    private long measure(ZipEntry entry, long allowed) {
        var cells = new CellReferences(entry.getName());
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                size += read;
                if (size > allowed) {
                    throw tooLarge(
                            entry.getName(),
                            "解压后总量超过 " + megabytes(limits.maxUnpackedBytes().asLongValue()) + " MB");
                }
                if (size > RATIO_MATTERS_FROM && size > entry.getCompressedSize() * limits.maxRatio()) {
                    throw tooLarge(entry.getName(), "解压后膨胀 " + limits.maxRatio() + " 倍以上，疑似压缩炸弹");
                }
                if (cells.beyondLimits(chunk, read)) {
                    throw new RuleViolation("file-unreadable", file + "：工作表中有超出 Excel 范围的单元格，文件可能已损坏。");
                }
            }
        } catch (IOException e) {
            throw damaged(e);
        }
        return size;
    }

    private RuleViolation tooLarge(String entry, String why) {
        return new RuleViolation("file-too-large", file + " 中的 " + FileNames.last(entry) + "：" + why + "，未读取。");
    }

    private RuleViolation damaged(IOException e) {
        return unreadable(file, e);
    }

    static long megabytes(long bytes) {
        return bytes / (1024 * 1024);
    }

    private static ZipFile opened(String file, Path path) {
        try {
            return open(path);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Names in a zip made by a Chinese Windows are in GBK. */
    private static ZipFile open(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile(), ZipFile.OPEN_READ, StandardCharsets.UTF_8);
        } catch (ZipException e) {
            return new ZipFile(path.toFile(), ZipFile.OPEN_READ, Charset.forName("GB18030"));
        }
    }

    private static RuleViolation unreadable(String file, IOException e) {
        String message = String.valueOf(e.getMessage());
        String why = message.contains("encrypt") ? "设有密码，请去掉密码后重新提交" : "压缩包已损坏或不完整，请重新生成后提交";
        return new RuleViolation("file-unreadable", file + "：" + why + "。");
    }
}
