package org.xiangpei.sourcing.followup.web;

import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import org.xiangpei.identity.CurrentActor;
import org.xiangpei.shared.Rate;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.sourcing.followup.TrackRecord;
import org.xiangpei.sourcing.followup.TrackRecord.Measure;
import org.xiangpei.sourcing.followup.TrackRecord.Sight;
import org.xiangpei.sourcing.followup.TrackRecords;

/** The record of a firm for the tags {@code trackrecord} and {@code trackrecordcard}, which any page can have. */
@Named("trackRecords")
@RequestScoped
public class TrackRecordTag {

    private final TrackRecords records;
    private final CurrentActor current;

    TrackRecordTag(TrackRecords records, CurrentActor current) {
        this.records = records;
        this.current = current;
    }

    /** Whether the reader may see the record of that firm at all. */
    public boolean shown(String firm) {
        return records.isShown(current.get(), firm);
    }

    public TrackRecordView of(String firm) {
        return view(records.of(current.get(), firm));
    }

    static TrackRecordView view(TrackRecord of) {
        boolean own = Stream.of(of.onTime(), of.accepted(), of.rating()).anyMatch(it -> it.sight() == Sight.OWN);
        return new TrackRecordView(
                of.isEmpty(),
                of.disputed().sight() == Sight.HIDDEN,
                words(of.onTime(), TrackRecordTag::percent),
                words(of.accepted(), TrackRecordTag::percent),
                words(of.rating(), it -> Figures.number(it.value()) + " 分"),
                of.disputed().shown().filter(it -> it > 0).map(Figures::number).orElse(""),
                own ? "其他单位的记录少于 " + TrackRecord.FEWEST + " 笔，只显示本单位自己的。" : "",
                of.asOf().toString());
    }

    private static String percent(Rate of) {
        return of.value().map(Figures::percent).orElse("");
    }

    private static <T> String words(Measure<T> of, Function<T, String> value) {
        return switch (of.sight()) {
            case NONE -> "无记录";
            case HIDDEN -> "少于 " + TrackRecord.FEWEST + " 笔，不显示";
            case OWN -> of.shown().map(value).orElse("") + "（仅本单位 " + of.records() + " 笔）";
            case ALL -> of.shown().map(value).orElse("") + "（" + of.records() + " 笔）";
        };
    }
}
