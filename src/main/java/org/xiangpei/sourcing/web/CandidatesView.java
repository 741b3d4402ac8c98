package org.xiangpei.sourcing.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Whom else to ask, for an inquiry that is there. */
public record CandidatesView(
        Heading heading,
        boolean draft,
        List<CandidateLine> lines,
        ChoiceForm choice,
        @Nullable String refused) {}
