package org.xiangpei.ledger.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.OptionGroup;

/**
 * The form that corrects a purchase, with what was typed.
 *
 * @param seen the code of the fact that the person saw in effect
 */
record CorrectionView(
        String code,
        String seen,
        String item,
        List<Field> fields,
        List<OptionGroup> categories,
        String reason,
        @Nullable String refused) {

    /** @param fault what is wrong with it; null when nothing is */
    record Field(
            String id,
            String label,
            String value,
            String type,
            @Nullable String hint,
            boolean optional,
            boolean category,
            @Nullable String fault) {}
}
