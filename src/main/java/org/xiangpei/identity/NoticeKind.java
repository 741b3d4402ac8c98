package org.xiangpei.identity;

import java.util.EnumSet;
import java.util.Set;

import org.xiangpei.shared.Coded;

import static org.xiangpei.identity.NoticeFrequency.AT_ONCE;
import static org.xiangpei.identity.NoticeFrequency.DAILY;
import static org.xiangpei.identity.NoticeFrequency.WEEKLY;
import static org.xiangpei.identity.Role.ADMINISTRATOR;
import static org.xiangpei.identity.Role.BUREAU;
import static org.xiangpei.identity.Role.BUYER;
import static org.xiangpei.identity.Role.OPERATOR;
import static org.xiangpei.identity.Role.SUPPLIER;

/** What people are told of (通知种类), each with the frequency it has until the person chooses another. */
public enum NoticeKind implements Coded {
    /** The own password, second factor, access token or mail address was changed. Always shown in the page: it may not have been the person. */
    SECURITY(AT_ONCE, AT_ONCE),
    /** The person was taken in, moved, removed or given other roles. */
    MEMBERSHIP(AT_ONCE, AT_ONCE),

    /** A registration waits to be vetted. */
    REGISTRATION_WAITING(AT_ONCE, DAILY, BUREAU, OPERATOR),
    /** The own registration was decided. */
    REGISTRATION_DECIDED(AT_ONCE, AT_ONCE, ADMINISTRATOR),
    /** Somebody forgot the password and waits for a link. */
    RESET_ASKED(AT_ONCE, AT_ONCE, ADMINISTRATOR, OPERATOR),
    /** Who acts for the own organisation, and in which roles, has changed. */
    MEMBERS_CHANGED(AT_ONCE, WEEKLY, ADMINISTRATOR),
    /** An import of the catalogue was applied or undone. */
    CATALOGUE_IMPORT(AT_ONCE, DAILY, BUREAU, OPERATOR),

    /** A case of recognition waits for the recipient. */
    RECOGNITION_WAITING(AT_ONCE, DAILY, BUREAU, SUPPLIER, ADMINISTRATOR),
    /** Something was decided about the recipient's own filing or product. */
    RECOGNITION_DECIDED(AT_ONCE, AT_ONCE, BUREAU, SUPPLIER, ADMINISTRATOR),
    /** Other news of a filing or of a joint session. */
    RECOGNITION_PROGRESS(AT_ONCE, WEEKLY, BUREAU, SUPPLIER, ADMINISTRATOR),
    /** A recognition or certificate of the recipient, or of the recipient's city, ends soon or has ended. */
    RECOGNITION_ENDING(AT_ONCE, DAILY, BUREAU, SUPPLIER, ADMINISTRATOR),

    /** A product has changed the answer of a line of the own organisation's open requirements. */
    REQUIREMENT_ANSWERED(AT_ONCE, DAILY, BUYER),
    /** A buyer has published a requirement to the own firm. */
    DEMAND_OPENED(AT_ONCE, AT_ONCE, SUPPLIER, ADMINISTRATOR),
    /** A requirement that was published to the own firm was changed, withdrawn or closed. */
    DEMAND_CHANGED(AT_ONCE, DAILY, SUPPLIER, ADMINISTRATOR),

    /** A bureau draws the own firm's attention to demand that no product of the catalogue meets. */
    GAP_INVITES(AT_ONCE, AT_ONCE, SUPPLIER, ADMINISTRATOR),
    /** A gap that the person follows was closed by its lines, or has come again. */
    GAP_CHANGED(AT_ONCE, WEEKLY, BUREAU),
    /** Figures of the region wait for the own city's agreement, or something came of them. */
    FIGURES_RELEASED(AT_ONCE, AT_ONCE, BUREAU),
    /** A report that the own bureau has scheduled was made. */
    REPORT_MADE(AT_ONCE, AT_ONCE, BUREAU),
    /** A buyer asks the own firm for a quotation. */
    INQUIRY_RECEIVED(AT_ONCE, AT_ONCE, SUPPLIER, ADMINISTRATOR),
    /** An inquiry to the own firm has an answer to a question, more time, or an end. */
    INQUIRY_CHANGED(AT_ONCE, AT_ONCE, SUPPLIER, ADMINISTRATOR),
    /** Somebody who was invited asks a question about an inquiry of the own organisation. */
    INQUIRY_ASKED(AT_ONCE, AT_ONCE, BUYER),
    /** A colleague has agreed to the opening of quotations and others must, or they were opened. */
    INQUIRY_OPENING(AT_ONCE, AT_ONCE, BUYER),
    /** An award waits for the approval of the recipient, or was sent back; a supplier stands by its quotation for longer. */
    AWARD_WAITING(AT_ONCE, AT_ONCE, BUYER),
    /** An inquiry that the own firm has quoted for is decided, or its buyer asks whether the quotation still stands. */
    AWARD_DECIDED(AT_ONCE, AT_ONCE, SUPPLIER, ADMINISTRATOR),
    /** The other side has stated or answered something about an award. */
    FOLLOW_UP_NEWS(AT_ONCE, DAILY, BUYER, SUPPLIER, ADMINISTRATOR),
    /** The last day of a delivery to the own organisation has passed, and nothing is stated. */
    FOLLOW_UP_DUE(AT_ONCE, DAILY, BUYER),

    /** A product or firm that the person follows has changed. */
    FOLLOWED_CHANGED(AT_ONCE, WEEKLY),
    /** The listing of a product that the person follows expires within 30 days, or has expired. */
    FOLLOWED_EXPIRY(AT_ONCE, AT_ONCE),
    /** Products newly answer a search or a requirement that the person has saved; how often is chosen with each of them. */
    SAVED_ANSWERED(AT_ONCE, AT_ONCE);

    private final NoticeFrequency page;
    private final NoticeFrequency mail;

    @SuppressWarnings("ImmutableEnumChecker") // never changed once made
    private final Set<Role> readers = EnumSet.noneOf(Role.class);

    /** @param readers whom it can concern; none for everybody */
    NoticeKind(NoticeFrequency page, NoticeFrequency mail, Role... readers) {
        this.page = page;
        this.mail = mail;
        this.readers.addAll(Set.of(readers));
    }

    /** How soon the page shows it unless the person chose. */
    public NoticeFrequency page() {
        return page;
    }

    /** How soon it is mailed unless the person chose. */
    public NoticeFrequency mail() {
        return mail;
    }

    /** Whether the page shows it at once whatever the person chose. */
    public boolean isAlwaysShown() {
        return this == SECURITY;
    }

    /** Whether such a notice can ever come to somebody with these roles. */
    public boolean concerns(Set<Role> roles) {
        return readers.isEmpty() || readers.stream().anyMatch(roles::contains);
    }
}
