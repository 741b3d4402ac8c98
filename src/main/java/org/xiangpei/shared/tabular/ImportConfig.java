package org.xiangpei.shared.tabular;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long and how many previews wait for their owner's decision. */
@ConfigMapping(prefix = "xiangpei.imports")
public interface ImportConfig {

    /** A preview that is not applied in this time is thrown away. */
    @WithDefault("24h")
    Duration keepPreview();

    /** Previews that one organisation may have waiting; the oldest gives way to a new one. */
    @WithDefault("5")
    int maxPreviews();
}
