package org.xiangpei.recognition.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.xiangpei.recognition.passport.Announcement;
import org.xiangpei.recognition.passport.Announcement.Listed;
import org.xiangpei.shared.City;
import org.xiangpei.shared.web.Figures;

/**
 * What the page of a batch shows.
 *
 * @param host the city of the session; empty for batch one
 */
record AnnouncementView(
        int number,
        String host,
        String closedOn,
        String validFrom,
        String validUntil,
        long firms,
        int products,
        long samples,
        long notStated,
        List<Group> groups) {

    /** @param anchor of the group on the page */
    record Group(String city, String anchor, long firms, List<Row> rows) {}

    record Row(
            String code,
            String name,
            String model,
            String category,
            String firmCode,
            String firm,
            String validity,
            boolean sample) {

        static Row of(Listed it) {
            return new Row(
                    it.code(),
                    it.name(),
                    it.model() == null ? Figures.MISSING : it.model(),
                    it.category(),
                    it.firmCode(),
                    it.firm(),
                    Figures.date(it.validFrom()) + " 至 " + Figures.date(it.validUntil()),
                    it.isSample());
        }
    }

    static AnnouncementView of(Announcement batch) {
        return new AnnouncementView(
                batch.number(),
                batch.host().map(City::label).orElse(""),
                batch.closedOn().map(Figures::date).orElse(""),
                Figures.date(batch.validity().from()),
                Figures.date(batch.validity().until()),
                batch.firms(),
                batch.products().size(),
                batch.samples(),
                batch.notStated(),
                groups(batch.products()));
    }

    public boolean isLoaded() {
        return closedOn.isEmpty();
    }

    public boolean isMixed() {
        return samples > 0 && samples < products;
    }

    private static List<Group> groups(List<Listed> products) {
        List<Group> groups = new ArrayList<>();
        Stream.concat(Stream.of(City.values()).map(Optional::of), Stream.of(Optional.<City>empty()))
                .forEach(city -> {
                    List<Listed> of = products.stream()
                            .filter(it -> it.city().equals(city))
                            .toList();
                    if (!of.isEmpty()) {
                        groups.add(new Group(
                                city.map(it -> it.label() + "市").orElse("三市以外"),
                                city.map(it -> "city-" + it.code()).orElse("city-other"),
                                of.stream().map(Listed::firmCode).distinct().count(),
                                of.stream().map(Row::of).toList()));
                    }
                });
        return groups;
    }
}
