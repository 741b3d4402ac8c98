package org.xiangpei.requirement.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.Option;

/**
 * One possible clause in the form of a requirement; left empty it is not asked.
 *
 * @param code what its parameters begin with: a property code, or one of ours for standards, certificates and terms of supply
 * @param kind how it is filled in: {@code quantity}, {@code ranked}, {@code choices}, {@code flag}, {@code text} or {@code number}
 * @param promise how stated values are to be read: 越高越好, 按需选定…
 * @param wants 必须, or 期望 with its weight
 * @param unit a fixed unit shown behind the value, where there is no choice
 * @param problem what is wrong with what was typed
 */
public record ClauseField(
        String code,
        String label,
        String kind,
        String promise,
        String hint,
        List<Option> operators,
        String value,
        String valueMax,
        List<Option> options,
        List<Option> units,
        String unit,
        List<Option> wants,
        @Nullable String problem) {

    public boolean filled() {
        return !value.isEmpty()
                || !valueMax.isEmpty()
                || (kind.equals("choices") && options.stream().anyMatch(Option::chosen));
    }
}
