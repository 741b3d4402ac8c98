package org.xiangpei.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.sql.DataSource;

import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.matching.SpecificationFits;
import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.InterruptionContract;
import org.xiangpei.search.Meaning;
import org.xiangpei.search.QuestionMeaning;

class LuceneInterruptionTest extends InterruptionContract {

    @TempDir
    Path directory;

    @Override
    protected Index open(DataSource database) {
        Indexer indexer = Engine.indexer(database, directory);
        return new Index() {
            @Override
            public void follow() {
                indexer.catchUp();
            }

            @Override
            public CatalogSearch search() {
                return new LuceneSearch(
                        indexer, new QuestionMeaning(Meaning.NONE), new SpecificationFits(), Component.ALL);
            }

            @Override
            public void close() {
                try {
                    indexer.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
