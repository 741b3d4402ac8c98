package org.xiangpei.shared;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import jakarta.enterprise.context.ApplicationScoped;

/** Numbers of receipts (受理编号): the day and 40 random bits, without characters that look alike, to be read out on the telephone. */
@ApplicationScoped
public class Receipts {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int GROUP = 4;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    Receipts(Clock clock) {
        this.clock = clock;
    }

    /** @param kind the letter that says of what it is */
    public String next(char kind) {
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofInstant(clock.instant(), ZONE));
        return kind + day + "-" + group() + "-" + group();
    }

    private String group() {
        var group = new StringBuilder();
        for (int i = 0; i < GROUP; i++) {
            group.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return group.toString();
    }
}
