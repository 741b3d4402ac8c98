package org.xiangpei.requirement.web;

import java.util.Objects;

import jakarta.ws.rs.core.MultivaluedMap;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.Head;
import org.xiangpei.requirement.LineReading;
import org.xiangpei.requirement.LineReading.StatedHead;
import org.xiangpei.requirement.Requirement;

/**
 * The head of a requirement as it is typed.
 *
 * @param seen the version that was changed
 */
public record HeadForm(String title, String note, String deliverTo, String neededBy, String budget, int seen) {

    static final HeadForm EMPTY = new HeadForm("", "", "", "", "", 0);

    static HeadForm of(Requirement of) {
        Head head = of.head();
        return new HeadForm(
                head.title(),
                text(head.note()),
                text(head.deliverTo()),
                text(head.neededBy()),
                head.budget() == null ? "" : head.budget().stripTrailingZeros().toPlainString(),
                of.headVersion());
    }

    static HeadForm of(MultivaluedMap<String, String> sent) {
        return new HeadForm(
                typed(sent, "title"),
                typed(sent, "note"),
                typed(sent, "deliverTo"),
                typed(sent, "neededBy"),
                typed(sent, "budget"),
                Seen.of(sent));
    }

    HeadForm withSeen(int version) {
        return new HeadForm(title, note, deliverTo, neededBy, budget, version);
    }

    Head read() {
        return LineReading.head(new StatedHead(title, note, deliverTo, neededBy, budget));
    }

    private static String typed(MultivaluedMap<String, String> sent, String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "").strip().replace("\r\n", "\n");
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
