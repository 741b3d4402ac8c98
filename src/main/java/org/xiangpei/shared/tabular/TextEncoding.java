package org.xiangpei.shared.tabular;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;

import org.xiangpei.shared.RuleViolation;

/**
 * In which encoding a text file is: UTF-8, UTF-16 with its mark, or GB 18030 (with it GBK and GB 2312), which Chinese
 * spreadsheets write. Anything else is refused rather than guessed, because a wrong guess stores nonsense.
 */
record TextEncoding(Charset charset, int markLength) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int SAMPLE = 8000;

    /** @throws RuleViolation {@code file-encoding} */
    static TextEncoding of(String file, byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return checked(file, bytes, new TextEncoding(StandardCharsets.UTF_8, 3));
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return checked(file, bytes, new TextEncoding(StandardCharsets.UTF_16LE, 2));
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return checked(file, bytes, new TextEncoding(StandardCharsets.UTF_16BE, 2));
        }
        var utf8 = new TextEncoding(StandardCharsets.UTF_8, 0);
        int malformed = utf8.firstMalformed(bytes);
        return malformed < 0 ? utf8 : withoutMark(file, bytes, malformed);
    }

    Reader reader(byte[] bytes) {
        return new InputStreamReader(new ByteArrayInputStream(bytes, markLength, bytes.length - markLength), charset);
    }

    private static TextEncoding withoutMark(String file, byte[] bytes, int malformed) {
        int line = lineOf(bytes, malformed);
        CharsetMatch likely =
                new CharsetDetector().setText(sample(bytes, malformed)).detect();
        if (likely != null && likely.getName().equals("UTF-8")) {
            throw refused(file, "第 " + line + " 行有损坏的 UTF-8 字符");
        }
        var gb = new TextEncoding(GB18030, 0);
        if (gb.firstMalformed(bytes) >= 0 || !mostlyCommonChinese(bytes)) {
            throw refused(file, "第 " + line + " 行起的文字既不是 UTF-8，也不是 GBK/GB 18030");
        }
        return gb;
    }

    private static TextEncoding checked(String file, byte[] bytes, TextEncoding marked) {
        int malformed = marked.firstMalformed(bytes);
        if (malformed >= 0) {
            throw refused(file, "文件标记为 " + marked.charset + "，但第 " + lineOf(bytes, malformed) + " 行有损坏的字符");
        }
        return marked;
    }

    private static RuleViolation refused(String file, String what) {
        return new RuleViolation("file-encoding", file + "：" + what + "。请另存为“CSV UTF-8”后重新提交。");
    }

    /** The offset of the first byte that this encoding cannot read, -1 when it reads all. */
    private int firstMalformed(byte[] bytes) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, markLength, bytes.length - markLength);
        CharBuffer out = CharBuffer.allocate(SAMPLE);
        while (true) {
            var result = decoder.decode(in, out, true);
            if (result.isError()) {
                return in.position();
            }
            if (result.isUnderflow()) {
                return -1;
            }
            out.clear();
        }
    }

    /**
     * Whether what GB 18030 makes of the bytes is mostly in its oldest part, GB 2312 (both bytes from A1 up). Text in western or
     * other encodings can often be read as GB 18030 too, but then falls on rare characters.
     */
    private static boolean mostlyCommonChinese(byte[] bytes) {
        int pairs = 0;
        int common = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] < 0) {
                pairs++;
                common += (bytes[i] & 0xFF) >= 0xA1 && (bytes[i + 1] & 0xFF) >= 0xA1 ? 1 : 0;
                i++;
            }
        }
        return common * 10L >= pairs * 7L;
    }

    private static byte[] sample(byte[] bytes, int around) {
        int start = Math.max(0, around - SAMPLE / 2);
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        return Arrays.copyOfRange(bytes, start, Math.min(bytes.length, around + SAMPLE / 2));
    }

    private static int lineOf(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
