package org.xiangpei.sourcing.award.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.Option;
import org.xiangpei.sourcing.web.Heading;

/**
 * The page of the award, in one of its states: nothing to decide yet, the form, a plan that waits, what was decided.
 *
 * @param why there is nothing to decide yet
 * @param byTwo whether another officer must approve
 */
public record AwardView(
        Heading heading,
        @Nullable String why,
        boolean byTwo,
        String criteria,
        @Nullable Form form,
        @Nullable Waiting waiting,
        @Nullable Decided decided,
        List<Before> before,
        @Nullable String done,
        @Nullable String refused) {

    /**
     * @param wholes suppliers that offer every line
     * @param today the latest day of a purchase elsewhere
     */
    public record Form(String key, String today, List<Whole> wholes, List<Line> lines) {}

    public record Whole(String quotation, String supplier, String landed) {}

    /**
     * @param rest what becomes of what nobody gets: nothing said, {@code elsewhere}, {@code not_bought}
     * @param faults of the line in its order
     */
    public record Line(
            int number,
            String name,
            String quantity,
            List<Offer> offers,
            String reason,
            String rest,
            String notBought,
            ElsewhereForm elsewhere,
            List<Option> whys,
            List<String> faults) {

        /** Of the names of the fields of a purchase elsewhere. */
        public String suffix() {
            return "." + number;
        }
    }

    public record Offer(
            String quotation,
            String supplier,
            String unitPrice,
            String landed,
            String days,
            String clauses,
            String rank,
            boolean best,
            List<String> warnings,
            String quantity) {}

    /**
     * A plan that somebody is to answer.
     *
     * @param own whether who looks proposed it
     * @param reason why it is sent back, as typed
     */
    public record Waiting(
            int number, String by, String at, boolean own, List<Planned> lines, String total, String reason) {}

    /**
     * What a plan says of a line.
     *
     * @param rest what becomes of what nobody gets
     */
    public record Planned(
            int number,
            String name,
            String quantity,
            List<PlannedPart> parts,
            @Nullable String reason,
            @Nullable String rest) {}

    /** @param purchase code in the ledger, once it is decided */
    public record PlannedPart(
            String supplier,
            String quantity,
            String unitPrice,
            String landed,
            String rank,
            boolean best,
            List<String> warnings,
            @Nullable String purchase) {}

    public record Decided(String by, String proposedBy, String at, List<Planned> lines, String total) {}

    /** What was proposed before. */
    public record Before(int number, String state, String tone, String detail) {}
}
