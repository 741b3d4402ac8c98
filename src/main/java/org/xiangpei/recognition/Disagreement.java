package org.xiangpei.recognition;

import java.util.Collection;
import java.util.stream.Stream;

import org.xiangpei.shared.City;

import static java.util.stream.Collectors.joining;

/** Why a case needs a joint session, in words that name the cities. */
public final class Disagreement {

    private Disagreement() {}

    /** Empty when all three have accepted in writing. */
    public static String of(RecognitionCase of) {
        Collection<City> against = of.answers().stream()
                .filter(it -> it.answer() == Answer.OBJECT)
                .map(Verdict::city)
                .sorted()
                .toList();
        return Stream.of(named(of.silent(), "没有在期限内答复"), named(against, "不同意"))
                .filter(it -> !it.isEmpty())
                .collect(joining("，"));
    }

    private static String named(Collection<City> cities, String what) {
        return cities.isEmpty() ? "" : cities.stream().map(City::label).collect(joining("、")) + what;
    }
}
