package org.xiangpei.sourcing.web;

import org.jspecify.annotations.Nullable;

import org.xiangpei.sourcing.Guests;

/** What a link leads to: a passphrase is chosen, or asked for. */
public record DoorView(
        String action,
        String title,
        String buyer,
        String supplier,
        boolean claimed,
        String personName,
        @Nullable String fault) {

    static DoorView of(Guests.Door door, String token, String personName, @Nullable String fault) {
        return new DoorView(
                GuestPages.PATH + "/" + token,
                door.title(),
                door.buyer(),
                door.supplier(),
                door.claimed(),
                personName,
                fault);
    }
}
