package org.xiangpei.shared;

import java.util.Arrays;
import java.util.Optional;

/** One of the three cities of 长株潭, by its GB/T 2260 code. */
public enum City {
    CHANGSHA("430100", "长沙"),
    ZHUZHOU("430200", "株洲"),
    XIANGTAN("430300", "湘潭");

    private final String code;
    private final String label;

    City(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    /** The short Chinese name, as in 长株潭. */
    public String label() {
        return label;
    }

    /**
     * The city that a region code lies in, for its own code and for each of its districts.
     *
     * @param regionCode a six-digit GB/T 2260 code
     * @return empty for a region outside the three cities: what is made there is not local
     */
    public static Optional<City> of(String regionCode) {
        return Arrays.stream(values())
                .filter(city -> regionCode.length() == 6 && regionCode.startsWith(city.code.substring(0, 4)))
                .findFirst();
    }
}
