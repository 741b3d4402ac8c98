package org.xiangpei.sourcing.award.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.web.Heading;
import org.xiangpei.shared.web.Option;

/**
 * What became of the lines of a requirement.
 *
 * @param recordable whether ends can be recorded
 * @param met whether it is open and every line has an end
 * @param ended how many lines have one
 */
public record OutcomesView(
        Heading heading,
        boolean recordable,
        boolean met,
        int ended,
        int total,
        String today,
        List<Row> rows,
        @Nullable String done,
        @Nullable String refused) {

    /**
     * @param asked code of the inquiry that runs for it, whose decision will give it its end
     * @param form null where nothing can be recorded
     */
    public record Row(
            int number,
            String name,
            String quantity,
            List<End> ends,
            @Nullable String asked,
            @Nullable Form form) {

        /** By which the fields of its form differ from those of other rows. */
        public String key() {
            return "." + number;
        }
    }

    /**
     * @param withdrawal id by which it can be taken back; null where it cannot
     */
    public record End(
            String label,
            String tone,
            String detail,
            String when,
            @Nullable String purchase,
            @Nullable String inquiry,
            @Nullable String withdrawal,
            boolean withdrawn) {}

    /** @param open whether it is shown opened, since something was typed */
    public record Form(
            ElsewhereForm elsewhere, List<Option> whys, String notBought, List<String> faults, boolean open) {}
}
