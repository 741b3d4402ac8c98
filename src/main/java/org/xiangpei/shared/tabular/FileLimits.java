package org.xiangpei.shared.tabular;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of a sent file is read. Each limit answers with a message, so that no file can fill the memory or the disk. */
@ConfigMapping(prefix = "xiangpei.files")
public interface FileLimits {

    /** The greatest file, as sent, and the greatest CSV inside a zip. */
    @WithDefault("20M")
    MemorySize maxBytes();

    /** The greatest sum of a zip's (or an XLSX's) files once unpacked. */
    @WithDefault("400M")
    MemorySize maxUnpackedBytes();

    /** How many times larger than packed a file of a zip may become. Spreadsheets reach about 40, bombs 1000. */
    @WithDefault("200")
    int maxRatio();

    /** Files in one zip, and sheets in one workbook. */
    @WithDefault("1000")
    int maxEntries();

    /** Rows of one upload, all its tables together. */
    @WithDefault("200000")
    int maxRows();

    /** Characters of one cell. */
    @WithDefault("4000")
    int maxCellLength();

    /** Errors that are listed; further ones are only counted. */
    @WithDefault("10000")
    int maxErrors();
}
