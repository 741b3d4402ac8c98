package org.xiangpei.shared.web;

import java.util.List;

/** What there is to choose, under what it belongs to. */
public record OptionGroup(String label, List<Option> options) {}
