package org.xiangpei.sourcing.followup.web;

/** On which side of the award the page is, and where its pages are. */
record Side(boolean buyer, String home) {

    static Side buyer(String code) {
        return new Side(true, "/inquiries/" + code + "/follow-up");
    }

    static Side supplier(String code) {
        return new Side(false, "/invitations/" + code + "/follow-up");
    }
}
