package org.xiangpei.search;

/** The index that {@link CatalogSearch} asks, kept up with the database by itself. */
public interface CatalogIndex {

    /**
     * Makes everything that was committed before this call findable before it returns. Needed only by who cannot wait for the moment
     * that the index takes by itself: an import that reports when it is done, a test. An index in another process that cannot be
     * reached makes up for it later.
     */
    void awaitIndexed();
}
