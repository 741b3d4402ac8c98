package org.xiangpei.registration;

import java.time.Instant;

/** Who decides on a registration, and when. */
record Decider(String name, Instant at) {}
