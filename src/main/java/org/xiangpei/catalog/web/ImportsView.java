package org.xiangpei.catalog.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.PageLinks;

/**
 * The imports that concern somebody.
 *
 * @param reach what of the catalogue this person may import, in words
 * @param wrong why the file that was just sent cannot be read; null when none was
 */
record ImportsView(String reach, @Nullable String wrong, List<ImportRow> rows, String total, PageLinks links) {}
