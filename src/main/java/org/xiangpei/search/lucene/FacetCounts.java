package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.LabelAndValue;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.Facet;
import org.xiangpei.search.SearchResult.FacetCount;

/** Turns Lucene's counts into ours. */
final class FacetCounts {

    private static final int ALL = 10_000;

    private FacetCounts() {}

    /** A chosen value stays in the list with 0, so that it can be given up again. */
    static Map<Facet, List<FacetCount>> of(@Nullable Facets counted, Map<Facet, Set<String>> selected)
            throws IOException {
        var counts = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        for (Facet facet : Facet.values()) {
            List<FacetCount> values = values(counted, facet);
            for (String value : selected.getOrDefault(facet, Set.of())) {
                if (values.stream().noneMatch(count -> count.value().equals(value))) {
                    values.add(new FacetCount(value, 0));
                }
            }
            values.sort(Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value));
            counts.put(facet, List.copyOf(values));
        }
        return counts;
    }

    private static List<FacetCount> values(@Nullable Facets counted, Facet facet) throws IOException {
        var values = new ArrayList<FacetCount>();
        FacetResult result = counted == null ? null : counted.getTopChildren(ALL, EntryDocument.dimension(facet));
        if (result != null) {
            for (LabelAndValue value : result.labelValues) {
                values.add(new FacetCount(value.label, value.value.longValue()));
            }
        }
        return values;
    }
}
