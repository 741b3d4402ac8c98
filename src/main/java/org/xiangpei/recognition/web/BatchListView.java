package org.xiangpei.recognition.web;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.recognition.Batch;
import org.xiangpei.recognition.passport.BatchSummary;
import org.xiangpei.shared.City;
import org.xiangpei.shared.web.Figures;

/**
 * All batches.
 *
 * @param cities the heads of the columns
 * @param elsewhere whether any product is of a firm of none of the three
 */
record BatchListView(List<String> cities, boolean elsewhere, List<Row> rows) {

    /**
     * @param session the address of the session that made it; null where there is none, or the reader may not read it
     * @param byCity products in the order of the heads
     */
    record Row(
            int number,
            String day,
            String host,
            @Nullable String session,
            String products,
            String firms,
            List<String> byCity,
            String elsewhere,
            String validity,
            boolean samples) {}

    /** @param insider whether the reader may read what the sessions decided */
    static BatchListView of(List<BatchSummary> batches, boolean insider) {
        return new BatchListView(
                Stream.of(City.values()).map(City::label).toList(),
                batches.stream().anyMatch(it -> it.elsewhere() > 0),
                batches.stream().map(it -> row(it, insider)).toList());
    }

    private static Row row(BatchSummary it, boolean insider) {
        Batch batch = it.batch();
        return new Row(
                batch.number(),
                batch.closedOn().map(Figures::date).orElse("启用时载入"),
                batch.host().map(Words::bureau).orElse("没有会议记录"),
                insider && batch.host().isPresent() ? "/sessions/" + batch.number() : null,
                Figures.number(it.products()),
                Figures.number(it.firms()),
                Stream.of(City.values())
                        .map(city -> Figures.number(it.of(city)))
                        .toList(),
                Figures.number(it.elsewhere()),
                batch.isLoaded()
                        ? "各产品不同"
                        : Figures.date(batch.validity().from()) + " 至 "
                                + Figures.date(batch.validity().until()),
                it.samples() > 0);
    }
}
