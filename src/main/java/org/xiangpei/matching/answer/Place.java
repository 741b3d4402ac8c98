package org.xiangpei.matching.answer;

/** A line of a requirement. */
public record Place(String requirement, int number) {}
