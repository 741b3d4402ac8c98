package org.xiangpei.registration.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Region;
import org.xiangpei.catalog.Regions;
import org.xiangpei.registration.Registration;
import org.xiangpei.registration.Statement;
import org.xiangpei.registration.web.FormView.Amended;
import org.xiangpei.registration.web.FormView.Group;
import org.xiangpei.registration.web.FormView.Place;
import org.xiangpei.shared.City;
import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.RuleViolation;

/** The form of a registration: empty, with what was typed and what is wrong, or with what was returned. */
@ApplicationScoped
class FormViews {

    private final Regions regions;

    FormViews(Regions regions) {
        this.regions = regions;
    }

    FormView empty() {
        return view(Statement.empty(), Map.of(), "", "", null);
    }

    FormView returned(Registration registration) {
        return view(Statement.of(registration), Map.of(), "", "", amended(registration));
    }

    /** @param kept the name of a licence that need not be sent again, or empty */
    FormView wrong(Statement typed, RuleViolation wrong, String kept) {
        return view(typed, faults(wrong), wrong.detail(), kept, null);
    }

    FormView wrong(Statement typed, RuleViolation wrong, String kept, Registration amended) {
        return view(typed, faults(wrong), wrong.detail(), kept, amended(amended));
    }

    private static Map<String, String> faults(RuleViolation wrong) {
        var faults = new LinkedHashMap<String, String>();
        for (Record error : wrong.errors()) {
            if (error instanceof FieldError(String field, String detail)) {
                faults.put(field, detail);
            }
        }
        return faults;
    }

    private static Amended amended(Registration registration) {
        return new Amended(
                registration.receipt(),
                registration.applicant().uscc(),
                registration.reasons().stream().map(Labels::of).toList(),
                registration.note().orElse(null));
    }

    private FormView view(
            Statement typed, Map<String, String> faults, String summary, String kept, @Nullable Amended amended) {
        return new FormView(
                typed, faults, summary, kept, amended, groups(List.of(typed.region())), groups(typed.sites()));
    }

    private List<Group> groups(Collection<String> chosen) {
        List<Region> all = regions.list("order by code");
        return List.of(City.values()).stream()
                .map(city -> new Group(
                        city.label() + "市",
                        all.stream()
                                .filter(it -> City.of(it.code()).equals(Optional.of(city)))
                                .map(it -> place(it, chosen))
                                .toList()))
                .toList();
    }

    private static Place place(Region region, Collection<String> chosen) {
        boolean city = City.of(region.code())
                .map(City::code)
                .filter(code -> Objects.equals(code, region.code()))
                .isPresent();
        String name = region.details().name();
        return new Place(region.code(), city ? name + "（区县不详）" : name, chosen.contains(region.code()));
    }
}
