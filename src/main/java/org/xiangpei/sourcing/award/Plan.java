package org.xiangpei.sourcing.award;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** What is to become of every line of an inquiry (定标方案), as an officer proposes it. */
public record Plan(List<LinePlan> lines) {

    public Plan {
        lines = List.copyOf(lines);
    }

    public Optional<LinePlan> line(int number) {
        return lines.stream().filter(it -> it.line() == number).findFirst();
    }

    /**
     * @param line its number in the inquiry
     * @param parts who gets how much; empty where nobody does
     * @param reason why not the best by the stated criteria, or why all the same; who lost reads it
     * @param elsewhere where what nobody gets is bought
     * @param notBought why what nobody gets is not bought
     */
    public record LinePlan(
            int line,
            List<Part> parts,
            @Nullable String reason,
            @Nullable Elsewhere elsewhere,
            @Nullable String notBought) {

        public LinePlan {
            parts = List.copyOf(parts);
        }

        public BigDecimal quantity() {
            return parts.stream().map(Part::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    public record Part(long quotation, BigDecimal quantity) {}

    /**
     * A purchase beside the inquiry.
     *
     * @param region of production, GB/T 2260; null is unknown, and counts as not local
     * @param amount CNY, tax included; with it the ledger has the purchase
     * @param boughtOn the day of the purchase
     */
    public record Elsewhere(
            String supplier,
            @Nullable String region,
            ElsewhereReason why,
            @Nullable BigDecimal amount,
            LocalDate boughtOn,
            @Nullable String note) {}
}
