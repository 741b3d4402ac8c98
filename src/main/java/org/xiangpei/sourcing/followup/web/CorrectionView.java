package org.xiangpei.sourcing.followup.web;

/**
 * A statement to be said otherwise, or withdrawn.
 *
 * @param action where the form is sent
 * @param kind of the statement, a code
 * @param label of the kind
 * @param now what it says now
 */
public record CorrectionView(
        String code,
        String name,
        String home,
        String action,
        String kind,
        String label,
        FollowUpView.Step now,
        FollowUpView.Choices choices,
        Typed typed) {}
