package org.xiangpei.recognition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.xiangpei.shared.City;

/**
 * A filing in a joint session.
 *
 * @param positions what was said in this session
 * @param decision what was decided last; empty until then
 */
public record AgendaItem(RecognitionCase of, List<SessionPosition> positions, Optional<SessionDecision> decision) {

    public Optional<SessionPosition> position(City city) {
        return positions.stream().filter(it -> it.city() == city).findFirst();
    }

    /** Whether that city has accepted, in writing in the last round or here. Silence is no acceptance. */
    public boolean isAcceptedBy(City city) {
        return of.answerOf(city).filter(it -> it.answer() == Answer.ACCEPT).isPresent()
                || position(city).filter(SessionPosition::accepts).isPresent();
    }

    /** Listed means three acceptances (agreement of July 2021). */
    public boolean isAcceptedByAll() {
        return Arrays.stream(City.values()).allMatch(this::isAcceptedBy);
    }

    /** The cities that have not accepted in writing and have not spoken here. */
    public List<City> unheard() {
        return Arrays.stream(City.values())
                .filter(it -> !isAcceptedBy(it) && position(it).isEmpty())
                .toList();
    }

    /** The number of the decision that a later one would outweigh; 0 for none. */
    public int revision() {
        return decision.map(SessionDecision::revision).orElse(0);
    }
}
