package org.xiangpei.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.xiangpei.catalog.Validity;
import org.xiangpei.shared.City;

/**
 * What the recognition of a product is on a day.
 *
 * @param batch what it was recognised in last; empty before it was recognised, and where no source says that it was
 * @param validity from its first day to its last, as known of that recognition
 * @param suspendedUntil the last day of the suspension, when it is suspended
 * @param acceptances how the three cities accepted that; empty for the catalogue that was loaded, of which no single verdicts are known
 * @param events all that became of it until that day, the first first
 */
public record Standing(
        String productCode,
        LocalDate day,
        StandingStatus status,
        Optional<Batch> batch,
        Validity validity,
        Optional<LocalDate> suspendedUntil,
        List<Acceptance> acceptances,
        List<StandingEvent> events) {

    /**
     * That a city accepted.
     *
     * @param inSession whether in the joint session, not in writing before
     */
    public record Acceptance(City city, LocalDate on, boolean inSession) {}
}
