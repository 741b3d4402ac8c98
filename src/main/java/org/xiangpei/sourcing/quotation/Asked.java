package org.xiangpei.sourcing.quotation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What an offer is checked against.
 *
 * @param clauses how many each line has, by its number
 * @param products codes of the supplier's products in the catalogue; none of others may be offered
 * @param earliestValidity the day on which it must still hold
 */
public record Asked(Map<Integer, Integer> clauses, Set<String> products, LocalDate earliestValidity) {

    public Asked {
        clauses = Map.copyOf(clauses);
        products = Set.copyOf(products);
    }
}
