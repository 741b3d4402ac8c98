package org.xiangpei.shared.tabular;

import java.util.List;

/** Which characters a cell may have. Others are damage or tricks: they cannot be seen, searched or stored. */
final class Characters {

    private Characters() {}

    static boolean allowed(Sheet sheet, Sheet.Line line, RowErrors errors) {
        List<String> headings = Columns.headings(sheet);
        boolean allowed = true;
        for (int i = 0; i < line.cells().size(); i++) {
            String cell = line.cells().get(i);
            int at = firstForbidden(cell);
            if (at >= 0) {
                allowed = false;
                errors.add(sheet.file(), line.number(), headings.get(i), visible(cell), reason(cell, at));
            }
        }
        return allowed;
    }

    private static String reason(String cell, int at) {
        int character = cell.codePointAt(at);
        String place = "第 " + (cell.codePointCount(0, at) + 1) + " 个字符";
        return character == '\uFFFD'
                ? place + "是乱码（U+FFFD），请用原始文件重新导出"
                : place + "是不可见的控制字符（U+%04X），请删去".formatted(character);
    }

    /** The UTF-16 offset of the first forbidden character, -1 when there is none. */
    static int firstForbidden(String cell) {
        int i = 0;
        while (i < cell.length()) {
            int character = cell.codePointAt(i);
            if (forbidden(character)) {
                return i;
            }
            i += Character.charCount(character);
        }
        return -1;
    }

    private static boolean forbidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n' && character != '\r' && character != '\t';
            case Character.SURROGATE -> true;
            default -> character == '\uFFFD' || (character & 0xFFFE) == 0xFFFE;
        };
    }

    private static String visible(String cell) {
        var visible = new StringBuilder();
        cell.codePoints().map(c -> forbidden(c) ? '\uFFFD' : c).forEach(visible::appendCodePoint);
        return visible.toString();
    }
}
