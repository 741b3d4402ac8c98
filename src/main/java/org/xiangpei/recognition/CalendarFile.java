package org.xiangpei.recognition;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.xiangpei.recognition.WorkingCalendar.Basis;
import org.xiangpei.shared.CannotStart;

/**
 * Reads the holidays: lines of {@code day,kind,why}, with {@code off} or {@code work}. A line with a year instead of a day says where its
 * days are from: {@code notice} of the State Council, or {@code provisional} before that. Lines that begin with # are for the reader.
 */
final class CalendarFile {

    private static final String SHIPPED = "/calendar/working-days.csv";
    private static final String HEAD = "day,kind,why";

    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> worked = new HashSet<>();
    private final Map<Integer, Basis> bases = new HashMap<>();

    private CalendarFile() {}

    /** @throws CannotStart for a file that cannot be read: terms by a wrong calendar would be wrong terms */
    static WorkingCalendar read(Optional<Path> configured) {
        try {
            return configured.isPresent()
                    ? read(configured.get().toString(), Files.readAllLines(configured.get()))
                    : shipped();
        } catch (IOException e) {
            throw new CannotStart("XIANGPEI_RECOGNITION_CALENDAR=" + configured.orElseThrow() + " 不能读取", e);
        }
    }

    static WorkingCalendar shipped() {
        var resource = Objects.requireNonNull(CalendarFile.class.getResourceAsStream(SHIPPED));
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return read(SHIPPED, lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param name of the file, for messages */
    static WorkingCalendar read(String name, List<String> lines) {
        var file = new CalendarFile();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#") && !line.equals(HEAD)) {
                file.take(line, name + " 第 " + (i + 1) + " 行");
            }
        }
        return new WorkingCalendar(file.off, file.worked, file.bases);
    }

    private void take(String line, String place) {
        List<String> cells = List.of(line.split(",", -1));
        if (cells.size() < 2) {
            throw new CannotStart(place + "：应为 日期,off 或 work,说明");
        }
        if (cells.getFirst().matches("[0-9]{4}")) {
            bases.put(Integer.valueOf(cells.getFirst()), basis(cells, place));
            return;
        }
        LocalDate day = day(cells.getFirst(), place);
        switch (cells.get(1)) {
            case "off" -> off.add(day);
            case "work" -> worked.add(day);
            default -> throw new CannotStart(place + "：" + cells.get(1) + " 应为 off（放假）或 work（调休上班）");
        }
    }

    private static Basis basis(List<String> cells, String place) {
        String source = cells.size() > 2 ? cells.get(2) : "";
        return switch (cells.get(1)) {
            case "notice" -> new Basis(true, source);
            case "provisional" -> new Basis(false, source);
            default -> throw new CannotStart(place + "：" + cells.get(1) + " 应为 notice（国务院办公厅已通知）或 provisional（尚未通知）");
        };
    }

    private static LocalDate day(String text, String place) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new CannotStart(place + "：" + text + " 不是日期，应为 2026-02-15 的样子", e);
        }
    }
}
