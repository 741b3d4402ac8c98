package org.xiangpei.registration.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Regions;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.OrganizationKind;
import org.xiangpei.identity.Reach;
import org.xiangpei.registration.Applicant;
import org.xiangpei.registration.Contact;
import org.xiangpei.registration.Registration;
import org.xiangpei.registration.RegistrationState;
import org.xiangpei.registration.ReturnReason;
import org.xiangpei.registration.Vetting;
import org.xiangpei.registration.web.VettingView.Chosen;
import org.xiangpei.registration.web.VettingView.Claim;
import org.xiangpei.registration.web.VettingView.Fact;
import org.xiangpei.registration.web.VettingView.Group;
import org.xiangpei.registration.web.VettingView.Option;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.PageLinks;

/** Puts registrations into words for who vets them. */
@ApplicationScoped
class VettingViews {

    private static final int LISTED = 20;
    private static final String NONE = "—";

    private final Vetting vetting;
    private final Regions regions;

    VettingViews(Vetting vetting, Regions regions) {
        this.vetting = vetting;
        this.regions = regions;
    }

    VettingListView list(Actor actor, int number) {
        var page = vetting.page(actor, number, LISTED);
        boolean all =
                actor.reach(Action.VET_REGISTRATIONS).filter(Reach.ALL::equals).isPresent();
        return new VettingListView(
                all ? "三市和三市以外的全部登记" : actor.city().map(City::label).orElse("") + "市的登记",
                Figures.number(vetting.countWaiting(actor)),
                Figures.number(page.total()),
                page.items().stream().map(VettingViews::row).toList(),
                PageLinks.of(page, Address.of("/registrations")));
    }

    private static VettingListView.Row row(Registration registration) {
        return new VettingListView.Row(
                registration.receipt(),
                registration.applicant().name(),
                registration.applicant().uscc(),
                Labels.of(registration.applicant().kind()),
                registration.city().map(City::label).orElse("三市以外"),
                Words.time(registration.submittedAt()) + Words.round(registration),
                Labels.of(registration.state()),
                Words.tone(registration.state()),
                registration.state() == RegistrationState.SUBMITTED
                        ? ""
                        : registration.decidedByName().orElse(""));
    }

    /**
     * @param refused why a decision does not count; null for none
     * @throws NotFound when there is none, or another city's
     */
    VettingView one(Actor actor, String receipt, @Nullable RuleViolation refused, Chosen chosen) {
        Registration registration = vetting.get(actor, receipt);
        return new VettingView(
                registration.receipt(),
                registration.applicant().name(),
                Labels.of(registration.state()),
                Words.tone(registration.state()),
                registration.round(),
                refused == null ? null : refused.detail(),
                groups(registration),
                claim(registration),
                registration.reasons().stream().map(Labels::of).toList(),
                registration.note().orElse(null),
                registration.state() == RegistrationState.SUBMITTED,
                registration.organizationCode().orElse(null),
                options(chosen),
                chosen);
    }

    private @Nullable Claim claim(Registration registration) {
        String stated = registration.applicant().name();
        return vetting.claimed(registration)
                .map(firm -> new Claim(
                        firm.code(),
                        firm.details().name(),
                        !firm.details().name().equals(stated)))
                .orElse(null);
    }

    private static List<Option> options(Chosen chosen) {
        return Arrays.stream(ReturnReason.values())
                .map(it -> new Option(it.code(), Labels.of(it), chosen.reasons().contains(it.code())))
                .toList();
    }

    private List<Group> groups(Registration registration) {
        return List.of(
                new Group("单位", organization(registration.applicant())),
                new Group("联系人，即第一位管理员", person(registration.contact())),
                new Group("办理", course(registration)));
    }

    private List<Fact> organization(Applicant applicant) {
        Map<String, String> names = regions.names();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("类型", Labels.of(applicant.kind())));
        facts.add(new Fact("全称", applicant.name()));
        facts.add(new Fact("统一社会信用代码", applicant.uscc()));
        facts.add(new Fact("登记地", registered(applicant, names)));
        if (applicant.kind() == OrganizationKind.FIRM) {
            facts.add(new Fact("用途", purposes(applicant)));
            facts.add(new Fact("生产地", sites(applicant, names)));
        }
        return facts;
    }

    private static String registered(Applicant applicant, Map<String, String> names) {
        String region = applicant.region();
        return region == null ? "长株潭以外：" + applicant.elsewhere() : place(region, names);
    }

    private static String place(String region, Map<String, String> names) {
        String city = City.of(region)
                .filter(it -> !it.code().equals(region))
                .map(it -> it.label() + "市")
                .orElse("");
        return city + names.getOrDefault(region, region);
    }

    private static String purposes(Applicant applicant) {
        return joined(Stream.of(applicant.buys() ? "采购" : "", applicant.supplies() ? "供应" : ""));
    }

    private static String sites(Applicant applicant, Map<String, String> names) {
        return joined(Stream.concat(
                applicant.productionSites().stream().map(site -> place(site, names)),
                Stream.of(applicant.producesElsewhere() ? "长株潭以外" : "")));
    }

    private static String joined(Stream<String> texts) {
        return texts.filter(it -> !it.isEmpty())
                .reduce((one, other) -> one + "、" + other)
                .orElse(NONE);
    }

    private static List<Fact> person(Contact person) {
        return List.of(
                new Fact("姓名", person.name()),
                new Fact("电话", person.phone()),
                new Fact("邮箱", person.email()),
                new Fact("登录名", person.login()));
    }

    private static List<Fact> course(Registration registration) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("提交", Words.time(registration.submittedAt()) + Words.round(registration)));
        registration
                .decidedAt()
                .ifPresent(at -> facts.add(new Fact(
                        registration.state() == RegistrationState.SUBMITTED ? "上次审核" : "审核",
                        registration.decidedByName().orElse("") + "，" + Words.time(at))));
        return facts;
    }
}
