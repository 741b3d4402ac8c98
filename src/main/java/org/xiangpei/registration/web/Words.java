package org.xiangpei.registration.web;

import java.time.Instant;
import java.time.ZoneId;

import org.xiangpei.registration.Registration;
import org.xiangpei.registration.RegistrationState;
import org.xiangpei.shared.Moments;

/** How registrations are spoken of on their pages. */
final class Words {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Words() {}

    static String time(Instant at) {
        return Moments.minute(at, ZONE);
    }

    static String vettedBy(Registration registration) {
        return registration.city().map(city -> city.label() + "市工信局").orElse("平台运维");
    }

    /** Which submission it is, where there was more than one. */
    static String round(Registration registration) {
        return registration.round() == 1 ? "" : "（第 " + registration.round() + " 次）";
    }

    /** Of the badge. */
    static String tone(RegistrationState state) {
        return switch (state) {
            case SUBMITTED -> "documented";
            case RETURNED -> "unknown";
            case APPROVED -> "pass";
            case REJECTED -> "fail";
        };
    }
}
