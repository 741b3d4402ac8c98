package org.xiangpei.matching.offer;

import java.util.List;

/**
 * Who could supply one line.
 *
 * @param line its number
 * @param products fit ones, the best first; none where nobody fits
 */
public record Supplies(int line, List<Product> products) {

    public Supplies {
        products = List.copyOf(products);
    }

    public record Product(String code, String name, String firmCode, String firmName) {}
}
