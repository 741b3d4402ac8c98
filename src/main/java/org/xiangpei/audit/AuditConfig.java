package org.xiangpei.audit;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** How the trail is sealed. */
@ConfigMapping(prefix = "xiangpei.audit")
interface AuditConfig {

    /** A long random value that is kept outside of the database. Without it hashes are plain, and who writes SQL can make new ones. */
    Optional<String> key();
}
