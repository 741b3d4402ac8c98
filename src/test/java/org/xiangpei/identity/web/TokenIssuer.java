package org.xiangpei.identity.web;

import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/** An identity provider that signs its tokens and asks nobody for a password. */
public class TokenIssuer implements QuarkusTestResourceLifecycleManager {

    private static final String NAME = "xiangpei";
    private static final String CLIENT = "xiangpei-service";

    private static final MockOAuth2Server SERVER = new MockOAuth2Server();

    @Override
    public Map<String, String> start() {

        SERVER.start();
        return Map.of(
                "quarkus.oidc.sso.tenant-enabled",
                "true",
                "quarkus.oidc.sso.auth-server-url",
                SERVER.issuerUrl(NAME).toString(),
                "quarkus.oidc.sso.client-id",
                CLIENT,
                "quarkus.oidc.sso.credentials.secret",
                "a-secret-of-the-tests-that-is-long-enough");
    }

    /** What the provider will say of the next person who signs in. */
    static void nextIs(String subject, Map<String, ?> claims) {
        SERVER.enqueueCallback(
                new DefaultOAuth2TokenCallback(NAME, subject, "JWT", List.of(CLIENT), Map.copyOf(claims), 3600));
    }

    @Override
    public void stop() {
        SERVER.shutdown();
    }
}
