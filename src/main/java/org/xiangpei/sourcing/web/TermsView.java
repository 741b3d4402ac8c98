package org.xiangpei.sourcing.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.Option;

/** The terms of a draft, to be changed. */
public record TermsView(
        Heading heading,
        TermsForm form,
        List<Option> places,
        int officers,
        Map<String, String> faults,
        @Nullable String refused) {}
