package org.xiangpei.requirement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.Sweep;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.City;

/** Buyers of a test's own, and the removal of what they kept, also of what is otherwise never changed. */
public final class Buying {

    private Buying() {}

    /** Somebody who buys for an organisation of 长沙 in which nobody else is. */
    public static Actor buyer() {
        return buyerOf(Offices.firm());
    }

    public static Actor buyerOf(Organization organization) {
        return Actor.member(
                "x-buyer-" + organization.code(),
                "测试采购员",
                organization.code(),
                organization.name(),
                Optional.of(City.CHANGSHA),
                Set.of(Role.BUYER));
    }

    /** A lift for a thousand kilograms, as many clauses as the text has. */
    public static KeptLine.Content lift(String clauses) {
        return new KeptLine.Content(
                "乘客电梯",
                null,
                "elevator",
                new BigDecimal("2"),
                "台",
                new BigDecimal("640000"),
                "乘客电梯 2 部，预算 64 万元",
                CriteriaText.read(clauses));
    }

    /** A line whose category nobody knows. */
    public static KeptLine.Content unknown(String name) {
        return new KeptLine.Content(name, null, null, null, null, null, null, List.of());
    }

    /**
     * Removes what buyers of tests keep.
     *
     * <p>Lines go before what is known of them, so that matching in the background can add nothing to a line that is about to go.
     */
    public static void clean() {
        Stream<String> lines = Stream.of(
                "delete from requirement_line where requirement_code is not null",
                "delete from requirement_edition_line",
                "delete from requirement_edition");
        Stream<String> ofLines = Stream.of(
                        "gap_member", "line_standing", "unmet_line", "gap_due", "line_coverage", "requirement_line_end")
                .map(
                        it -> "delete from " + it
                                + " known where not exists (select from requirement_line line where line.code = known.line_code)");
        Sweep.run(
                Stream.concat(lines, ofLines).toList(),
                List.of(
                        "delete from notice where target_type = 'requirement'",
                        "delete from requirement_file",
                        "delete from requirement_entry",
                        "delete from requirement_invitee",
                        "delete from requirement"));
    }
}
