package org.xiangpei.notification;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How mail is sent. The server itself is {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "xiangpei.mail")
public interface MailConfig {

    /**
     * The address of this service as its readers open it, for example {@code https://xiangpei.example.gov.cn}. What links in mail begin
     * with: never taken from a request, whose sender could name another host. Without one nothing is mailed.
     */
    Optional<String> site();

    /** How often it is looked whether something is to be sent; {@code off} for never. */
    @WithDefault("10s")
    String interval();

    /** How long one attempt may take. */
    @WithDefault("PT30S")
    Duration timeout();

    /** How long sent letters and their opt-out links, and notices that were read, are kept. */
    @WithDefault("P400D")
    Duration keep();
}
