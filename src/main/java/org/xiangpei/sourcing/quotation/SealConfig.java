package org.xiangpei.sourcing.quotation;

import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How quotations are kept under seal. */
@ConfigMapping(prefix = "xiangpei.sealing")
interface SealConfig {

    /**
     * What the keys of the inquiries are wrapped with. At least 32 characters; without one a key is made once and kept in the data
     * directory. Several instances on one database need the same.
     */
    Optional<String> key();

    /** Most room for the attachments of one quotation. It is taken for every invitation from the moment of inviting, used or not. */
    @WithDefault("4M")
    MemorySize attachments();

    /** Room for the attachments of all quotations of one inquiry: where many are invited, each has less. */
    @WithDefault("32M")
    MemorySize attachmentsOfAll();
}
