package org.xiangpei.insight.report.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A report with what a check has found; null where nobody asked. */
public record ReportView(PaperView paper, @Nullable Check check) {

    /**
     * @param same whether the figures of the same day are the same
     * @param changed sections that would read otherwise
     */
    public record Check(boolean intact, boolean same, String figuresHash, List<String> changed) {}
}
