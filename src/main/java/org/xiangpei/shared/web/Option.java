package org.xiangpei.shared.web;

/**
 * Something to choose on a page.
 *
 * @param value what is sent when it is chosen
 */
public record Option(String value, String label, boolean chosen) {}
