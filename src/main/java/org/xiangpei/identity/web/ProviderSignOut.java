package org.xiangpei.identity.web;

import java.net.URI;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import io.quarkus.oidc.IdToken;
import io.quarkus.oidc.OidcConfigurationMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

import org.xiangpei.identity.OidcConfig;
import org.xiangpei.shared.web.Address;

/** Where somebody whom the identity provider has proven is signed out there (OpenID Connect RP-Initiated Logout 1.0). */
@ApplicationScoped
class ProviderSignOut {

    private final OidcConfig config;
    private final Optional<String> client;
    private final Instance<OidcConfigurationMetadata> provider;

    /** The qualifier cannot stand at a parameter. */
    @Inject
    @IdToken
    Instance<JsonWebToken> token;

    ProviderSignOut(
            OidcConfig config,
            @ConfigProperty(name = "quarkus.oidc.sso.client-id") Optional<String> client,
            Instance<OidcConfigurationMetadata> provider) {
        this.config = config;
        this.client = client;
        this.provider = provider;
    }

    /**
     * While the person is being proven. Empty where the provider has no such place, or nobody wants to go there.
     *
     * @param home to which the provider sends the browser afterwards
     */
    Optional<String> address(URI home) {
        return Optional.ofNullable(provider.get().getEndSessionUri())
                .filter(it -> config.signOut())
                .map(it -> Address.of(it)
                        .and("client_id", client.orElse(""))
                        .and("id_token_hint", token.get().getRawToken())
                        .and("post_logout_redirect_uri", home)
                        .toString());
    }
}
