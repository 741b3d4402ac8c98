package org.xiangpei.sourcing.web;

import java.util.List;

/**
 * A line with the candidates that can be invited for it.
 *
 * @param number by which it is chosen
 * @param detail its quantity and category
 * @param first candidates that stand open
 * @param more those behind them
 */
public record CandidateLine(int number, String name, String detail, List<Offer> first, List<Offer> more) {

    /**
     * A candidate.
     *
     * @param value what is sent when it is chosen
     * @param places where its firm produces
     * @param gap what it fails or does not state
     * @param invited whether its firm is invited already
     */
    public record Offer(
            String value,
            String product,
            String name,
            String firmCode,
            String firm,
            String places,
            String verdict,
            String tone,
            String gap,
            boolean expires,
            boolean chosen,
            boolean invited) {}
}
