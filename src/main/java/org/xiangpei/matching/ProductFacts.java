package org.xiangpei.matching;

import java.util.List;
import java.util.Map;

import org.xiangpei.catalog.Firm;
import org.xiangpei.catalog.Listing;
import org.xiangpei.catalog.Product;
import org.xiangpei.requirement.StandardNumber;

/**
 * Everything about a product that a clause can be judged by. Facts of a large catalogue are kept in memory, so they hold no more than that.
 *
 * @param product without what no clause is judged by: its description, standards, grounds, home list, smallest order, local content, source
 * @param firm its names, places and provenance only
 * @param statements what it states, by property code; only of properties that its category has
 * @param certificates its own and its firm's
 * @param listing when it is recognised
 */
public record ProductFacts(
        String code,
        Product.Details product,
        Firm.Details firm,
        Map<String, Statement> statements,
        List<StandardNumber> standards,
        List<HeldCertificate> certificates,
        Listing listing) {}
