package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.apache.lucene.index.IndexWriter;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.CatalogChange;
import org.xiangpei.search.IndexedEntry;

/**
 * Adds entries that an index does not have yet, with every processor: cutting Chinese text into tokens takes longer than reading it.
 * Whoever reads takes part when the others are busy, so that only a few batches are in memory. The last, smaller batch of a kind is
 * added by who reads: a small catalogue becomes one segment.
 */
final class ParallelAdding implements CatalogChange.Receiver, AutoCloseable {

    private static final int SMALL = 500;

    private final IndexWriter writer;
    private final SharedTokens tokens = new SharedTokens();
    private final ThreadPoolExecutor threads;
    private volatile @Nullable Throwable failure;

    ParallelAdding(IndexWriter writer) {
        this.writer = writer;
        int processors = Runtime.getRuntime().availableProcessors();
        threads = new ThreadPoolExecutor(
                processors,
                processors,
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(processors),
                Thread.ofPlatform().name("search-index-", 1).daemon().factory(),
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    @Override
    public void take(CatalogChange.Batch batch) throws IOException {
        throwFailure();
        if (batch.entries().size() < SMALL) {
            add(batch);
        } else {
            threads.execute(() -> tryAdd(batch));
        }
    }

    /** Waits until all is added; throws what went wrong. */
    void finish() throws IOException {
        threads.close();
        throwFailure();
    }

    @Override
    public void close() {
        threads.close();
    }

    private void tryAdd(CatalogChange.Batch batch) {
        try {
            if (failure == null) {
                add(batch);
            }
        } catch (Throwable e) {
            failure = e;
        }
    }

    private void add(CatalogChange.Batch batch) throws IOException {
        for (IndexedEntry entry : batch.entries()) {
            writer.addDocument(EntryDocument.of(entry, tokens));
        }
    }

    private void throwFailure() throws IOException {
        Throwable happened = failure;
        if (happened != null) {
            throw new IOException(happened);
        }
    }
}
