package org.xiangpei.shared.tabular;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.xiangpei.shared.RuleViolation;

/** What a sent file really is, told by its first bytes; its name may say anything. */
enum FileKind {
    ZIP,
    TEXT;

    /** @throws RuleViolation {@code file-format} for a kind that is not read, saying which ones are */
    static FileKind of(String file, byte[] start) {
        String head = new String(start, StandardCharsets.ISO_8859_1);
        if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
            return ZIP;
        }
        String refused = refused(head);
        if (!refused.isEmpty()) {
            throw refusal(file, refused);
        }
        return TEXT;
    }

    static RuleViolation refusal(String file, String what) {
        return new RuleViolation("file-format", file + "：" + what + "。可以提交的是 CSV、XLSX，或装有 CSV 的 ZIP。");
    }

    private static String refused(String head) {
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return "这是旧版 .xls，或设有密码的工作簿，请去掉密码并另存为 .xlsx";
        }
        if (head.startsWith("%PDF")) {
            return "这是 PDF，不能作为数据读取";
        }
        if (head.startsWith("Rar!") || head.startsWith("7z\u00BC\u00AF") || head.startsWith("\u001F\u008B")) {
            return "这是 RAR、7z 或 GZ 压缩包，请改用 ZIP";
        }
        String markup = head.stripLeading().toLowerCase(Locale.ROOT);
        if (markup.startsWith("<html")
                || markup.startsWith("<!doctype")
                || markup.startsWith("<?xml")
                || markup.startsWith("<table")) {
            return "这是网页或 XML（有些系统导出的 .xls 其实是网页），请用表格软件打开后另存为 .xlsx";
        }
        return "";
    }
}
