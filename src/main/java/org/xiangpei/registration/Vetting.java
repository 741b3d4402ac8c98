package org.xiangpei.registration;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Firm;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.OrganizationKind;
import org.xiangpei.identity.Provisioning;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.documents.Document;

/** What a city's bureau, or the operator, does with registrations. */
@ApplicationScoped
public class Vetting {

    private final Registrations registrations;
    private final Licences licences;
    private final Vacancy vacancy;
    private final Provisioning provisioning;
    private final RegistrationTrail trail;
    private final RegistrationNews news;
    private final Clock clock;

    Vetting(
            Registrations registrations,
            Licences licences,
            Vacancy vacancy,
            Provisioning provisioning,
            RegistrationTrail trail,
            RegistrationNews news,
            Clock clock) {
        this.registrations = registrations;
        this.licences = licences;
        this.vacancy = vacancy;
        this.provisioning = provisioning;
        this.trail = trail;
        this.news = news;
        this.clock = clock;
    }

    /** What the actor may vet: what waits first. */
    @Transactional
    public Page<Registration> page(Actor actor, int page, int size) {
        return registrations.page(actor, page, size);
    }

    /** How many wait for the actor. */
    @Transactional
    public long countWaiting(Actor actor) {
        return registrations.countWaiting(actor);
    }

    /** @throws NotFound when there is none, or another city's */
    @Transactional
    public Registration get(Actor actor, String receipt) {
        return registrations.get(actor, receipt);
    }

    /** @throws NotFound as {@link #get} */
    @Transactional
    public Document licence(Actor actor, String receipt) {
        return licences.findById(registrations.get(actor, receipt).licenceId()).file();
    }

    /** The firm of the catalogue that the organisation would be. */
    @Transactional
    public Optional<Firm> claimed(Registration registration) {
        return registration.applicant().kind() == OrganizationKind.FIRM
                ? vacancy.firmOf(registration.applicant().uscc())
                : Optional.empty();
    }

    /**
     * Decides, once: of two who decide at the same time the second learns what the first has decided.
     *
     * @throws RuleViolation {@code bad-decision} without what those who registered need to know; {@code registration-state} when it was
     *     decided or submitted again meanwhile; {@code code-taken} or {@code login-taken} when it can no longer be approved
     * @throws NotFound as {@link #get}
     */
    @Transactional
    public void decide(Actor actor, String receipt, Decision decision) {
        provisioning.alone();
        Registration registration = registrations.getToDecide(actor, receipt);
        registration.requireUndecided();
        if (registration.round() != decision.round()) {
            throw new RuleViolation("registration-state", "在您查看以后，登记单位重新提交过。请看下面的新内容，再作决定。");
        }
        decision.check();
        var by = new Decider(actor.name(), clock.instant());
        switch (decision.kind()) {
            case APPROVE -> approve(registration, by);
            case RETURN -> registration.sendBack(decision.reasons(), textOf(decision), by);
            case REJECT -> registration.reject(decision.reasons(), decision.note(), by);
        }
        trail.decided(registration);
        news.decided(registration);
    }

    private static @Nullable String textOf(Decision decision) {
        return decision.note().isEmpty() ? null : decision.note();
    }

    private void approve(Registration registration, Decider by) {
        requireFree(registration);
        Organization organization = provisioning.open(details(registration));
        Contact person = registration.contact();
        provisioning.join(
                organization,
                new Provisioning.Person(person.login(), person.name(), person.email()),
                roles(registration.applicant()),
                registration.approve(organization.code(), by));
        trail.opened(organization, registration);
    }

    private void requireFree(Registration registration) {
        vacancy.whyCodeIsTaken(registration.applicant().uscc()).ifPresent(why -> {
            throw new RuleViolation("code-taken", "不能通过：这个统一社会信用代码的单位已经开通。请不予通过，并请登记单位联系其管理员。");
        });
        if (provisioning.isLoginTaken(registration.contact().login())) {
            throw new RuleViolation(
                    "login-taken", "不能通过：登录名 " + registration.contact().login() + " 在此期间已被别人使用。请退回，原因选“登录名已被占用”。");
        }
    }

    private Organization.Details details(Registration registration) {
        Applicant applicant = registration.applicant();
        return new Organization.Details(
                applicant.kind(),
                applicant.name(),
                applicant.uscc(),
                registration.city().orElse(null),
                claimed(registration).map(Firm::code).orElse(null),
                false);
    }

    private static Set<Role> roles(Applicant applicant) {
        Set<Role> roles = EnumSet.of(Role.ADMINISTRATOR);
        if (applicant.buys()) {
            roles.add(Role.BUYER);
        }
        if (applicant.supplies()) {
            roles.add(Role.SUPPLIER);
        }
        if (applicant.kind() == OrganizationKind.SERVICE_INSTITUTION) {
            roles.add(Role.SERVICE);
        }
        return roles;
    }
}
