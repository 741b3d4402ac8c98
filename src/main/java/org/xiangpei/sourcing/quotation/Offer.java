package org.xiangpei.sourcing.quotation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * All that one supplier offers for an inquiry.
 *
 * @param validUntil the last day on which it holds
 * @param lines those that are quoted, by number; the others are not
 */
public record Offer(LocalDate validUntil, @Nullable String note, List<OfferedLine> lines, List<OfferedFile> files) {

    public Offer {
        lines = List.copyOf(lines);
        files = List.copyOf(files);
    }

    public Optional<OfferedLine> line(int number) {
        return lines.stream().filter(it -> it.number() == number).findFirst();
    }
}
