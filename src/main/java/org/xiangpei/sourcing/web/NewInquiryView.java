package org.xiangpei.sourcing.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.Option;

/**
 * The form of a new inquiry: whom to ask for which line, on what terms.
 *
 * @param formToken by which the same form sent twice makes one inquiry
 * @param officers of the own organisation
 * @param faults by the name of the field
 */
public record NewInquiryView(
        String requirement,
        String requirementTitle,
        String formToken,
        List<CandidateLine> lines,
        ChoiceForm choice,
        TermsForm form,
        List<Option> places,
        int officers,
        Map<String, String> faults,
        @Nullable String refused) {}
