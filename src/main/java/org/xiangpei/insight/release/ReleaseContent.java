package org.xiangpei.insight.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Provenance;

/**
 * What a release says, as it is kept and downloaded.
 *
 * @param format of this file; 1
 * @param place a GB/T 2260 code, 430000 being the three cities together
 * @param illustrative how many of the records behind the figures are sample data
 * @param definitions what the words meant when it was prepared
 */
public record ReleaseContent(
        int format,
        String code,
        String place,
        String placeLabel,
        LocalDate from,
        LocalDate to,
        LocalDate asOf,
        Provenance provenance,
        long illustrative,
        List<ReleasedFigure> figures,
        List<Definition> definitions,
        String preparedBy,
        Instant preparedAt,
        @Nullable String corrects) {

    public static final int FORMAT = 1;

    /** In this file only: the three cities are no region of the standard. */
    public static final String REGION = "430000";

    public ReleaseContent {
        figures = List.copyOf(figures);
        definitions = List.copyOf(definitions);
    }

    public record Definition(String term, String meaning) {}

    public List<ReleasedFigure> of(ReleasePart part) {
        return figures.stream().filter(it -> it.part() == part).toList();
    }
}
