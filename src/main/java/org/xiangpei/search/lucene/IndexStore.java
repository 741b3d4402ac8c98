package org.xiangpei.search.lucene;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import org.apache.lucene.codecs.Codec;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.CatalogChange;
import org.xiangpei.search.IndexedEntry;

/** The files of the index, held by one process at a time. Not safe for threads: the indexer calls it under its lock. */
final class IndexStore {

    private static final String LOCK = "xiangpei.lock";

    /** A larger buffer makes fewer, larger segments that need less merging. */
    private static final double BUFFER_MIB = 64;

    /** After a rebuild: every search looks into each of them. */
    private static final int MOST_SEGMENTS = 3;

    // Where a framework loads Lucene beside the application, as in its tests, Lucene does not find our codec by itself.
    static {
        Codec.reloadCodecs(CatalogCodec.class.getClassLoader());
    }

    private final Path path;
    private @Nullable FSDirectory directory;
    private @Nullable Lock lock;
    private @Nullable IndexWriter writer;
    private ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
    private Map<String, Stamp> committedFiles = Map.of();

    IndexStore(Path path) {
        this.path = path;
    }

    /**
     * Opens the index, checking the checksum of every file; one that is missing, damaged or of another version becomes an empty one.
     *
     * @return the data of its last commit, empty for an empty index
     * @throws DirectoryTaken when another process has it
     */
    Map<String, String> open() throws IOException {
        claim();
        try {
            write(IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
            check(writer());
            Map<String, String> data = new HashMap<>();
            writer().getLiveCommitData().forEach(entry -> data.put(entry.getKey(), entry.getValue()));
            committedFiles = stamps();
            return data;
        } catch (IOException | RuntimeException e) {
            empty();
            return Map.of();
        }
    }

    /** Throws the files away and begins an empty index, also when the directory itself is gone. */
    void empty() throws IOException {
        close();
        claim();
        deleteIndexFiles();
        write(IndexWriterConfig.OpenMode.CREATE);
    }

    /** Nothing of it is seen or kept before {@link #commit}. */
    void update(CatalogChange change) throws SQLException, IOException {
        if (!change.everything()) {
            var tokens = new SharedTokens();
            change.forEach(batch -> update(batch, tokens));
            return;
        }
        writer().deleteAll();
        // Merged once at the end, all together, instead of again and again while there are more and more.
        MergePolicy merging = writer().getConfig().getMergePolicy();
        writer().getConfig().setMergePolicy(NoMergePolicy.INSTANCE);
        try (var adding = new ParallelAdding(writer())) {
            change.forEach(adding);
            adding.finish();
        } finally {
            writer().getConfig().setMergePolicy(merging);
        }
        mergeTogether();
    }

    /** With every processor, where merges beside searches have to leave them some. */
    private void mergeTogether() throws IOException {
        int processors = Runtime.getRuntime().availableProcessors();
        merges.setMaxMergesAndThreads(processors + MOST_SEGMENTS, processors);
        try {
            writer().forceMerge(MOST_SEGMENTS);
        } finally {
            merges.setDefaultMaxMergesAndThreads(false);
        }
    }

    private void update(CatalogChange.Batch batch, SharedTokens tokens) throws IOException {
        for (String key : batch.gone()) {
            writer().deleteDocuments(new Term(EntryDocument.KEY, key));
        }
        for (IndexedEntry entry : batch.entries()) {
            writer().updateDocument(new Term(EntryDocument.KEY, entry.key()), EntryDocument.of(entry, tokens));
        }
    }

    void commit(Map<String, String> data) throws IOException {
        writer().setLiveCommitData(data.entrySet());
        writer().commit();
        committedFiles = stamps();
    }

    DirectoryReader read() throws IOException {
        return DirectoryReader.open(writer());
    }

    /** Whether the files of the last commit are as they were written; those that look different have their checksums checked. */
    boolean isSound() {
        try {
            if (committedFiles.equals(stamps())) {
                return true;
            }
            checkFiles();
            committedFiles = stamps();
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** Reads every file of the last commit and compares its checksum. */
    void checkFiles() throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory())) {
            checkIntegrity(reader);
        }
    }

    void close() {
        IOUtils.closeWhileHandlingException(writer == null ? null : writer::rollback, lock, directory);
        writer = null;
        lock = null;
        directory = null;
    }

    private void claim() throws IOException {
        Files.createDirectories(path);
        FSDirectory opened = FSDirectory.open(path);
        try {
            lock = opened.obtainLock(LOCK);
            directory = opened;
        } catch (LockObtainFailedException e) {
            opened.close();
            throw new DirectoryTaken(path, e);
        }
    }

    private void write(IndexWriterConfig.OpenMode mode) throws IOException {
        merges = new ConcurrentMergeScheduler();
        writer = new IndexWriter(
                directory(),
                new IndexWriterConfig(Analyzers.BY_FIELD)
                        .setOpenMode(mode)
                        .setCodec(CatalogCodec.INSTANCE)
                        .setMergeScheduler(merges)
                        .setRAMBufferSizeMB(BUFFER_MIB)
                        .setCommitOnClose(false));
    }

    private static void check(IndexWriter writer) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            checkIntegrity(reader);
        }
    }

    private static void checkIntegrity(DirectoryReader reader) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            leaf.reader().checkIntegrity();
        }
    }

    /** Only what is an index file by its name: a directory that was named by mistake keeps what else it holds. */
    private void deleteIndexFiles() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, IndexStore::isIndexFile)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    private static boolean isIndexFile(Path file) {
        String name = file.getFileName().toString();
        return IndexFileNames.CODEC_FILE_PATTERN.matcher(name).matches()
                || name.startsWith(IndexFileNames.SEGMENTS)
                || name.startsWith(IndexFileNames.PENDING_SEGMENTS);
    }

    private record Stamp(long size, long modified, String identity) {}

    private Map<String, Stamp> stamps() throws IOException {
        var stamps = new HashMap<String, Stamp>();
        for (String file : SegmentInfos.readLatestCommit(directory()).files(true)) {
            var attributes = Files.readAttributes(path.resolve(file), BasicFileAttributes.class);
            stamps.put(
                    file,
                    new Stamp(
                            attributes.size(),
                            attributes.lastModifiedTime().toMillis(),
                            String.valueOf(attributes.fileKey())));
        }
        return stamps;
    }

    private FSDirectory directory() throws IOException {
        if (directory == null) {
            throw new IOException("The index directory " + path + " is not open");
        }
        return directory;
    }

    private IndexWriter writer() throws IOException {
        if (writer == null) {
            throw new IOException("The index in " + path + " is not open");
        }
        return writer;
    }
}
