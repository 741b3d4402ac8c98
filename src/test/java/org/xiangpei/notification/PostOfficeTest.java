package org.xiangpei.notification;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.xiangpei.shared.CannotStart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Mail is sent only by an installation that says who sends it and where its links lead. */
class PostOfficeTest {

    private static final Optional<String> SENDER = Optional.of("xiangpei@example.com");

    @Test
    void withoutSenderOrSiteNothingIsMailed() {
        assertThat(office("https://xiangpei.example", Optional.empty()).isOpen())
                .isFalse();
        assertThat(office("https://xiangpei.example", Optional.of(" ")).isOpen())
                .isFalse();
        assertThat(office(" ", SENDER).isOpen()).isFalse();
        assertThat(office("", SENDER).isOpen()).isFalse();
        assertThat(office("https://xiangpei.example", SENDER).isOpen()).isTrue();
    }

    @Test
    void linksBeginWithTheSite() {
        assertThat(office("https://xiangpei.example/", SENDER).address("/desk"))
                .isEqualTo("https://xiangpei.example/desk");
        assertThat(office("http://10.0.0.8:8080", SENDER).host()).isEqualTo("10.0.0.8");
    }

    @Test
    void aSiteThatIsNoneEndsTheStart() {
        for (String site : new String[] {"xiangpei.example", "ftp://x", "https://x/path", "javascript:alert(1)"}) {
            assertThatThrownBy(() -> office(site, SENDER)).as(site).isInstanceOf(CannotStart.class);
        }
    }

    private static PostOffice office(String site, Optional<String> sender) {
        return new PostOffice(
                new MailConfig() {
                    @Override
                    public Optional<String> site() {
                        return Optional.of(site);
                    }

                    @Override
                    public String interval() {
                        return "off";
                    }

                    @Override
                    public Duration timeout() {
                        return Duration.ofSeconds(1);
                    }

                    @Override
                    public Duration keep() {
                        return Duration.ofDays(1);
                    }
                },
                sender);
    }
}
