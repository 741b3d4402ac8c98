package org.xiangpei.requirement.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.Option;

/**
 * The form of the head, for a new requirement or one that is there.
 *
 * @param heading null for a new one
 * @param faults by the name of the field
 * @param refused why nothing was saved
 * @param saved when it was saved last
 * @param others what somebody else has saved in the meantime, beside what was typed; empty unless it was so
 */
public record HeadView(
        @Nullable Heading heading,
        HeadForm form,
        List<Option> places,
        Map<String, String> faults,
        @Nullable String refused,
        String saved,
        List<Compared> others,
        List<FileRow> files) {

    /** Where its attachments are. */
    public String filesPath() {
        return heading == null ? "" : "/requirements/" + heading.code() + "/files";
    }

    public record FileRow(String id, String name, String uploaded) {}

    /** What is to be said of a draft that saved itself. */
    public record Saved(String at, @Nullable String refused, List<String> faults, int seen) {}
}
