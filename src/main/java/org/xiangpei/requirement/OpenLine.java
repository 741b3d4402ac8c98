package org.xiangpei.requirement;

/** A line that is asked for now: of a published requirement, and not dropped. */
public record OpenLine(Requirement of, KeptLine line) {}
