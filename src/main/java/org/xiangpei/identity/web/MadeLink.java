package org.xiangpei.identity.web;

import jakarta.ws.rs.core.UriInfo;

import org.jspecify.annotations.Nullable;

/**
 * A one-time link that has just been made, and is shown only now.
 *
 * @param name of the person it is for
 * @param mailedTo where it is mailed as well
 */
record MadeLink(String name, String address, @Nullable String mailedTo) {

    static String address(UriInfo uri, String path, String token) {
        return uri.getBaseUriBuilder().path(path).path(token).build().toString();
    }
}
