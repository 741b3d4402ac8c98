package org.xiangpei.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.fixtures.FreePort;
import org.xiangpei.fixtures.PackagedService;

import static org.assertj.core.api.Assertions.assertThat;

/** What an operator meets whose index directory is of no use. */
class IndexDirectoryIT {

    @TempDir
    private static Path directory;

    @Test
    void aDirectoryThatCannotBeWrittenEndsTheStartWithTheReasonAndNothingElse() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        try (var service = launch(file.resolve("index"))) {
            assertThat(service.awaitExit()).isEqualTo(1);
            assertThat(service.output())
                    .contains("不能启动", "索引目录 " + file.resolve("index") + " 不能写入")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aDirectoryThatAnotherProcessHoldsEndsTheStartWithTheReasonAndNothingElse() throws Exception {
        Path index = directory.resolve("index");
        try (var held = FSDirectory.open(index);
                var lock = held.obtainLock("xiangpei.lock");
                var service = launch(index)) {
            lock.ensureValid();
            assertThat(service.awaitExit()).isEqualTo(1);
            assertThat(service.output())
                    .contains("不能启动", "索引目录 " + index + " 正被另一个进程使用")
                    .doesNotContain("\tat ");
        }
    }

    private static PackagedService launch(Path index) throws IOException {
        return PackagedService.launch(
                FreePort.any(),
                Map.of(
                        "XIANGPEI_DATA_DIRECTORY", directory.resolve("data").toString(),
                        "XIANGPEI_SEARCH_INDEX_DIRECTORY", index.toString()));
    }
}
