package org.xiangpei.sourcing.followup;

import java.time.LocalDate;

import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.followup.Said.Acceptance;
import org.xiangpei.sourcing.followup.Said.Delivery;
import org.xiangpei.sourcing.followup.Said.Rating;

/**
 * Whether something can be stated about an award now. Plain rules.
 *
 * @param decided the day of the decision
 * @param others what is in effect besides the statement that is corrected, if one is
 * @param today by the server's clock
 */
record Admission(LocalDate decided, Progress others, LocalDate today) {

    private static final String EARLY = "follow-up-early";
    private static final String TWICE = "follow-up-stated";

    /**
     * @throws RuleViolation {@code bad-follow-up} for a day that cannot be, {@code follow-up-early} for what cannot be known yet,
     *     {@code follow-up-stated} for what is stated once and is already
     */
    void require(Said said) {
        switch (said) {
            case Delivery delivery -> require(delivery);
            case Acceptance acceptance -> require(acceptance);
            case Rating rating -> requireRatable();
        }
    }

    private void require(Delivery delivery) {
        requireDay(delivery.on());
        if (delivery.extent() == Extent.LACKING && !delivery.on().isAfter(others.due())) {
            throw new RuleViolation(EARLY, "交货期到 " + others.due() + " 为止，以后仍未交齐才能登记为“到期未交齐”。");
        }
        if (others.inEffect().contains(delivery)) {
            throw new RuleViolation(TWICE, "同样的到货已经登记过，没有再记一次。");
        }
        others.complete().ifPresent(day -> {
            if (delivery.extent() != Extent.PART || delivery.on().isAfter(day)) {
                throw new RuleViolation(TWICE, "已登记 " + day + " 全部到货。登记有误的，请更正那一条。");
            }
        });
    }

    private void require(Acceptance acceptance) {
        requireDay(acceptance.on());
        if (others.acceptance().isPresent()) {
            throw new RuleViolation(TWICE, "已登记验收结果。要改的，请更正那一条。");
        }
        if (!others.hasArrived()) {
            throw new RuleViolation(EARLY, "还没有登记到货，不能登记验收。请先登记到货。");
        }
    }

    private void requireRatable() {
        if (others.rating().isPresent()) {
            throw new RuleViolation(TWICE, "已评价过这笔成交。要改的，请更正那一条。");
        }
        boolean over = others.acceptance().isPresent()
                || others.onTime().filter(onTime -> !onTime).isPresent();
        if (!over) {
            throw new RuleViolation(EARLY, "登记验收结果，或登记到期未交齐以后，才能评价。");
        }
    }

    private void requireDay(LocalDate day) {
        if (day.isAfter(today)) {
            throw new RuleViolation(Said.PROBLEM, "日期 " + day + " 还没有到。");
        }
        if (day.isBefore(decided)) {
            throw new RuleViolation(Said.PROBLEM, "日期 " + day + " 早于定标日 " + decided + "。");
        }
    }
}
