package org.xiangpei.notification;

import java.time.LocalDateTime;
import java.time.ZoneId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Digests come in the morning: the next one, and that of the next Monday. 2026-11-28 is a Saturday. */
class DeliveryTimesTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T07:59, 2026-11-28T08:00, 2026-11-30T08:00",
        "2026-11-28T08:00, 2026-11-29T08:00, 2026-11-30T08:00",
        "2026-11-28T23:59, 2026-11-29T08:00, 2026-11-30T08:00",
        "2026-11-30T07:59, 2026-11-30T08:00, 2026-11-30T08:00",
        "2026-11-30T08:00, 2026-12-01T08:00, 2026-12-07T08:00"
    })
    void digestsComeInTheMorning(LocalDateTime now, LocalDateTime daily, LocalDateTime weekly) {
        DeliveryTimes times = DeliveryTimes.after(now.atZone(CHINA).toInstant(), CHINA);
        assertThat(times.daily().atZone(CHINA).toLocalDateTime()).isEqualTo(daily);
        assertThat(times.weekly().atZone(CHINA).toLocalDateTime()).isEqualTo(weekly);
    }
}
