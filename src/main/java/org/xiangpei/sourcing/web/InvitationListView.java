package org.xiangpei.sourcing.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.PageLinks;

/**
 * What somebody was invited to quote for.
 *
 * @param signIn where to sign in; null for who is known
 * @param guest whether the reader came in by a link
 */
public record InvitationListView(@Nullable String signIn, boolean guest, List<Row> rows, PageLinks links) {

    public record Row(
            String code, String title, String buyer, String phase, String tone, String deadline, String left) {}
}
