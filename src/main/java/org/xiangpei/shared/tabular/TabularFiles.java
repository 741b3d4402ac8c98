package org.xiangpei.shared.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.shared.RuleViolation;

/**
 * Reads the tables out of a file that a person sent: one CSV, a zip of CSVs, or the sheets of one XLSX.
 *
 * <p>What makes the whole file useless is a {@link RuleViolation}: {@code file-too-large}, {@code file-format} (not a kind that is
 * read), {@code file-unreadable} (damaged, encrypted), {@code file-encoding}, {@code file-empty}. What is wrong in a row goes to
 * the {@link RowErrors}, so that all of it is reported at once.
 */
@ApplicationScoped
public class TabularFiles {

    private static final int HEAD = 4096;

    private final FileLimits limits;

    public TabularFiles(FileLimits limits) {
        this.limits = limits;
    }

    /** A collector for one upload that keeps as many errors as configured. */
    public RowErrors newErrors() {
        return new RowErrors(limits.maxErrors());
    }

    /**
     * Reads a stream to its end or to the size limit; it passes through a temporary file.
     *
     * @param fileName as the sender named it; only for messages and as the name of a CSV's table
     */
    public List<Sheet> read(String fileName, InputStream content, RowErrors errors) {
        try {
            Path copy = Files.createTempFile("xiangpei-upload", null);
            try {
                copy(FileNames.last(fileName), content, copy);
                return read(fileName, copy, errors);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for a file at hand, which is left as it is. */
    public List<Sheet> read(String fileName, Path content, RowErrors errors) {
        String file = FileNames.last(fileName);
        try {
            requireSize(file, Files.size(content));
            return FileKind.of(file, head(content)) == FileKind.ZIP
                    ? packed(file, content, errors)
                    : List.of(new CsvFile(file, new RowBudget(limits), errors).read(Files.readAllBytes(content)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Hands the rows of one CSV or of all sheets of one XLSX over as they stand, without keeping them. What is wrong in a cell goes to
     * the errors, and the cell is empty.
     *
     * @param maxRows rows of all tables together
     * @param maxCellLength characters of one cell
     * @throws RuleViolation also {@code invalid-rows} for a CSV whose quotes do not pair, as nothing behind them can be told apart
     */
    public void stream(
            String fileName, Path content, int maxRows, int maxCellLength, RowErrors errors, TableRows rows) {
        String file = FileNames.last(fileName);
        var budget = new RowBudget(maxRows, maxCellLength);
        try {
            requireSize(file, Files.size(content));
            if (FileKind.of(file, head(content)) == FileKind.ZIP) {
                workbook(file, content, budget, errors, rows);
            } else {
                RowErrors broken = newErrors();
                new CsvFile(file, budget, errors, broken).stream(Files.readAllBytes(content), rows);
                broken.requireNone();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for a stream, which passes through a temporary file. */
    public void stream(
            String fileName, InputStream content, int maxRows, int maxCellLength, RowErrors errors, TableRows rows) {
        try {
            Path copy = Files.createTempFile("xiangpei-upload", null);
            try {
                copy(FileNames.last(fileName), content, copy);
                stream(fileName, copy, maxRows, maxCellLength, errors, rows);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void workbook(String file, Path path, RowBudget budget, RowErrors errors, TableRows rows) {
        try (Archive archive = Archive.open(file, path, limits)) {
            if (!archive.has("xl/workbook.xml")) {
                requireZipOfTables(file, archive);
                throw FileKind.refusal(file, "这是压缩包，请解压后把其中的表格逐个提交");
            }
            requireNoMacros(file, archive);
        }
        new Workbook(file, budget, errors).stream(path, rows);
    }

    /** The CSV files of a folder, as if they came in one zip. */
    public List<Sheet> readFolder(Path folder, RowErrors errors) {
        var budget = new RowBudget(limits);
        try (var entries = Files.list(folder)) {
            List<Path> files =
                    entries.filter(entry -> isCsv(entry.toString())).sorted().toList();
            var sheets = new ArrayList<Sheet>();
            for (Path path : files) {
                String file = FileNames.last(path.toString());
                requireSize(file, Files.size(path));
                sheets.add(new CsvFile(file, budget, errors).read(Files.readAllBytes(path)));
            }
            return sheets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Sheet> packed(String file, Path path, RowErrors errors) {
        try (Archive archive = Archive.open(file, path, limits)) {
            if (archive.has("xl/workbook.xml")) {
                requireNoMacros(file, archive);
                return new Workbook(file, new RowBudget(limits), errors).read(path);
            }
            requireZipOfTables(file, archive);
            return tables(file, archive, errors);
        }
    }

    private List<Sheet> tables(String file, Archive archive, RowErrors errors) {
        var budget = new RowBudget(limits);
        var names = new HashSet<String>();
        var sheets = new ArrayList<Sheet>();
        for (ZipEntry entry : archive.files()) {
            String name = FileNames.last(entry.getName());
            if (!isCsv(name)) {
                continue;
            }
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw new RuleViolation("file-unreadable", file + "：压缩包中有不止一个 " + name + "，请只保留一个。");
            }
            sheets.add(new CsvFile(name, budget, errors).read(archive.bytes(entry)));
        }
        return sheets;
    }

    private static void requireNoMacros(String file, Archive archive) {
        if (archive.has("xl/vbaProject.bin")) {
            throw FileKind.refusal(file, "工作簿带有宏（.xlsm），请另存为不带宏的 .xlsx");
        }
    }

    private static void requireZipOfTables(String file, Archive archive) {
        List<String> names = archive.files().stream()
                .map(entry -> entry.getName().toLowerCase(Locale.ROOT))
                .toList();
        if (archive.has("xl/workbook.bin") || archive.has("content.xml") || archive.has("word/document.xml")) {
            throw FileKind.refusal(file, "这是 .xlsb、.ods 或文字处理文档，请另存为 .xlsx");
        }
        names.stream()
                .filter(name -> name.matches(".*\\.(xlsx|xlsm|xls|zip|rar|7z)"))
                .findFirst()
                .ifPresent(name -> {
                    throw FileKind.refusal(file, "压缩包里有 " + FileNames.last(name) + "，其中的表格请直接提交");
                });
        if (names.stream().noneMatch(TabularFiles::isCsv)) {
            throw new RuleViolation("file-empty", file + "：压缩包里没有 CSV 文件。");
        }
    }

    private static boolean isCsv(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private void copy(String file, InputStream content, Path copy) throws IOException {
        try (OutputStream out = Files.newOutputStream(copy)) {
            byte[] chunk = new byte[HEAD * 4];
            long size = 0;
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                size += read;
                if (size > limits.maxBytes().asLongValue()) {
                    throw tooLarge(file);
                }
                out.write(chunk, 0, read);
            }
        }
    }

    private void requireSize(String file, long size) {
        if (size == 0) {
            throw new RuleViolation("file-empty", file + "：文件是空的。");
        }
        if (size > limits.maxBytes().asLongValue()) {
            throw tooLarge(file);
        }
    }

    private RuleViolation tooLarge(String file) {
        return new RuleViolation(
                "file-too-large",
                file + "：大于 " + Archive.megabytes(limits.maxBytes().asLongValue()) + " MB，请分成几个文件提交。");
    }

    private static byte[] head(Path content) throws IOException {
        try (InputStream in = Files.newInputStream(content)) {
            return in.readNBytes(HEAD);
        }
    }
}
