package org.xiangpei.recognition.passport;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Validity;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Provenance;

/**
 * What the bureaus make known of a batch (批次公告).
 *
 * @param host who held the joint session; empty for batch one, the catalogue that was loaded
 * @param closedOn the day of that session; empty for batch one
 * @param validity of all products of it; for batch one each has its own
 * @param notStated how many products of the loaded catalogue are left out, because no source says that they are recognised
 */
public record Announcement(
        int number,
        Optional<City> host,
        Optional<LocalDate> closedOn,
        Validity validity,
        List<Listed> products,
        long notStated) {

    /** A product of the batch, with what was recognised then. */
    public record Listed(
            String code,
            String name,
            @Nullable String model,
            String category,
            String firmCode,
            String firm,
            String firmRegion,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            Provenance provenance) {

        /** Where the firm is registered: whose bureau examined first. */
        public Optional<City> city() {
            return City.of(firmRegion);
        }

        public boolean isSample() {
            return provenance == Provenance.ILLUSTRATIVE;
        }
    }

    public long firms() {
        return products.stream().map(Listed::firmCode).distinct().count();
    }

    public long samples() {
        return products.stream().filter(Listed::isSample).count();
    }
}
