package org.xiangpei.catalog.web;

/**
 * One import in the list.
 *
 * @param tone of the badge
 * @param counts in words
 */
record ImportRow(
        String code,
        String fileName,
        String state,
        String tone,
        String organization,
        String by,
        String at,
        String counts,
        boolean undoable) {}
