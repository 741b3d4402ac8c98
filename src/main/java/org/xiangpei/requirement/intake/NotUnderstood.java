package org.xiangpei.requirement.intake;

/**
 * Words that look like a demand and became none, or demands that contradict each other.
 *
 * @param reason for the buyer, in Chinese
 */
public record NotUnderstood(Source source, String reason) {}
