package org.xiangpei.requirement.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.Regions;
import org.xiangpei.shared.City;
import org.xiangpei.shared.web.Option;

/** The places that goods can be delivered to, the three cities first. */
@ApplicationScoped
public class Places {

    private final Regions regions;

    Places(Regions regions) {
        this.regions = regions;
    }

    @Transactional
    public List<Option> choices(String chosen) {
        return regions.names().entrySet().stream()
                .filter(it -> City.of(it.getKey()).isPresent())
                .sorted(Comparator.comparing((Map.Entry<String, String> it) -> !isCity(it.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .map(it -> new Option(it.getKey(), label(it), it.getKey().equals(chosen)))
                .toList();
    }

    private static boolean isCity(String code) {
        return code.endsWith("00");
    }

    private static String label(Map.Entry<String, String> region) {
        String city = City.of(region.getKey()).map(City::label).orElse("");
        return isCity(region.getKey()) ? region.getValue() : city + " · " + region.getValue();
    }
}
