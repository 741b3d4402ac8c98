package org.xiangpei.audit.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.Option;
import org.xiangpei.shared.web.PageLinks;

/**
 * The page of the trail.
 *
 * @param scope whose entries are shown, for example 株洲的审计记录
 * @param summary how many there are
 * @param filtered whether anything was asked for
 */
public record AuditView(
        Filters filters,
        String scope,
        String summary,
        boolean filtered,
        List<EntryView> entries,
        PageLinks links,
        Downloads downloads) {

    /** What is chosen now, and what can be; no cities for those who only see one. */
    public record Filters(
            @Nullable String from,
            @Nullable String to,
            List<Option> actions,
            List<Option> subjectTypes,
            @Nullable String subjectCode,
            @Nullable String person,
            List<Option> cities,
            @Nullable String size) {}

    /** The same entries to take away. */
    public record Downloads(String csv, String json) {}
}
