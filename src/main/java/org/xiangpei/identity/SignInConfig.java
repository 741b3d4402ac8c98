package org.xiangpei.identity;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How people sign in. */
@ConfigMapping(prefix = "xiangpei.sign-in")
public interface SignInConfig {

    /** A session that is not used for so long ends. */
    @WithDefault("PT2H")
    Duration idle();

    /** A session ends after so long, however much it is used. */
    @WithDefault("PT12H")
    Duration longest();

    /** Whether cookies are only sent over TLS. Anything but a demonstration on the own machine should. */
    Optional<Boolean> secureCookies();

    /** Wrong passwords, or wrong codes, for one login name before it has to wait. */
    @WithDefault("5")
    int failuresByLogin();

    /** Wrong passwords and codes from one address before it has to wait. */
    @WithDefault("20")
    int failuresByAddress();

    /** Whether bureau and operator accounts must have a second factor. */
    @WithDefault("optional")
    SecondFactorRule secondFactor();

    /** What the secrets of second factors are sealed with in the database. At least 32 characters; without one they stand there as they are. */
    Optional<String> secretKey();
}
