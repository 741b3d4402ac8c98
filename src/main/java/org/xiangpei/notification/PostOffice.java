package org.xiangpei.notification;

import java.net.URI;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.xiangpei.shared.CannotStart;

/** Whether mail can be sent from here, and what its links begin with. */
@ApplicationScoped
public class PostOffice {

    private final Optional<String> site;
    private final boolean open;

    /** @throws CannotStart for a site that is no address of the web */
    PostOffice(MailConfig config, @ConfigProperty(name = "quarkus.mailer.from") Optional<String> sender) {
        site = config.site().map(String::strip).filter(it -> !it.isEmpty()).map(PostOffice::checked);
        open = site.isPresent() && sender.filter(it -> !it.isBlank()).isPresent();
    }

    public boolean isOpen() {
        return open;
    }

    /** The address of a page of ours as it stands in a mail. */
    String address(String path) {
        return site.orElse("") + path;
    }

    String host() {
        return site.map(it -> URI.create(it).getHost()).orElse("localhost");
    }

    private static String checked(String site) {
        String plain = site.replaceFirst("/+$", "");
        if (!plain.matches("https?://[A-Za-z0-9.-]+(:[0-9]+)?")) {
            throw new CannotStart("XIANGPEI_MAIL_SITE 应是本站的网址，例如 https://xiangpei.example.gov.cn，这里是 " + site
                    + " / must be the address of this service");
        }
        return plain;
    }
}
