package org.xiangpei.identity;

import java.util.List;
import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How what an identity provider says of a person is read. The provider itself is configured by {@code quarkus.oidc.sso.*}: it is used when
 * {@code quarkus.oidc.sso.tenant-enabled} is true.
 */
@ConfigMapping(prefix = "xiangpei.oidc")
public interface OidcConfig {

    /** The claim that names the person here. */
    @WithDefault("preferred_username")
    String loginClaim();

    /** The claim that holds the code or the 统一社会信用代码 of the person's organisation, which must be registered. */
    @WithDefault("organization")
    String organizationClaim();

    /** The claim that lists the person's roles there; a path with slashes for one within another, as {@code realm_access/roles}. */
    @WithDefault("realm_access/roles")
    String rolesClaim();

    /** Whether who signs out here is signed out at the provider too, where it has an address for that. */
    @WithDefault("true")
    boolean signOut();

    /** Role here, by its code → the names of roles there that stand for it. A role without an entry is called the same there. */
    Map<String, List<String>> roles();
}
