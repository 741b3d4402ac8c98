package org.xiangpei.requirement;

import java.util.Set;

/**
 * How a requirement is published.
 *
 * @param firms codes of the firms that were chosen; empty for all
 * @param showsBuyer whether firms read the name of the buyer
 */
public record Publication(Visibility visibility, Set<String> firms, boolean showsBuyer) {

    public Publication {
        firms = visibility == Visibility.ALL ? Set.of() : Set.copyOf(firms);
    }

    public static Publication toAll(boolean showsBuyer) {
        return new Publication(Visibility.ALL, Set.of(), showsBuyer);
    }

    public static Publication toChosen(Set<String> firms, boolean showsBuyer) {
        return new Publication(Visibility.CHOSEN, firms, showsBuyer);
    }
}
