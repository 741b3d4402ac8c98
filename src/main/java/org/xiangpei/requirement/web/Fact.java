package org.xiangpei.requirement.web;

/** A name and what is said under it. */
public record Fact(String label, String text) {}
