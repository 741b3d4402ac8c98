package org.xiangpei.sourcing.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.web.ClauseField.Choice;

/** The terms of a draft, to be changed. */
public record TermsView(
        Heading heading,
        TermsForm form,
        List<Choice> places,
        int officers,
        Map<String, String> faults,
        @Nullable String refused) {}
