package org.xiangpei.shared.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Page;

/** The links under a list: first, last, the neighbours, and gaps between them. */
public record PageLinks(
        List<Link> pages,
        @Nullable String previous,
        @Nullable String next) {

    /** A page number, or a gap when it has neither address nor is current. */
    public record Link(int number, @Nullable String url, boolean current) {}

    public static PageLinks of(Page<?> page, Address address) {
        int last = Math.max(1, page.pages());
        return new PageLinks(
                links(page.page(), last, address),
                page.page() > 1 ? url(address, Math.min(page.page() - 1, last)) : null,
                page.page() < last ? url(address, page.page() + 1) : null);
    }

    private static List<Link> links(int current, int last, Address address) {
        var numbers = new TreeSet<>(List.of(1));
        numbers.add(last);
        for (int near = Math.max(1, current - 2); near <= Math.min(last, current + 2); near++) {
            numbers.add(near);
        }
        var links = new ArrayList<Link>();
        int before = 0;
        for (int number : numbers) {
            if (number > before + 1) {
                links.add(new Link(0, null, false));
            }
            links.add(new Link(number, url(address, number), number == current));
            before = number;
        }
        return links;
    }

    private static String url(Address address, int number) {
        return address.with("page", number == 1 ? null : number).toString();
    }
}
