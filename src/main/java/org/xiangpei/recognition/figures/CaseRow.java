package org.xiangpei.recognition.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.recognition.CaseKind;
import org.xiangpei.recognition.CaseState;
import org.xiangpei.recognition.VerdictReason;
import org.xiangpei.shared.City;

/**
 * A row behind a figure.
 *
 * @param name of the product, as it was sent last
 * @param state of the stretch
 * @param city that answered, or whose firm filed it
 * @param until null while it lasts
 * @param days that it took, or has lasted
 * @param reasons of the answer; empty where there are none
 */
public record CaseRow(
        String code,
        String name,
        City home,
        City city,
        CaseKind kind,
        int round,
        CaseState state,
        Instant since,
        @Nullable Instant until,
        BigDecimal days,
        List<VerdictReason> reasons) {}
