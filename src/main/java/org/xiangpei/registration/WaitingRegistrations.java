package org.xiangpei.registration;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.DeskSource;
import org.xiangpei.shared.Labels;

/** On the desk of who vets: the registrations that wait, the oldest first. */
@ApplicationScoped
class WaitingRegistrations implements DeskSource {

    private static final int SHOWN = 8;

    private final Vetting vetting;

    WaitingRegistrations(Vetting vetting) {
        this.vetting = vetting;
    }

    @Override
    @Transactional
    public List<Section> sections(Actor actor) {
        if (!actor.may(Action.VET_REGISTRATIONS)) {
            return List.of();
        }
        List<Item> waiting = vetting.page(actor, 1, SHOWN).items().stream()
                .filter(it -> it.state() == RegistrationState.SUBMITTED)
                .map(WaitingRegistrations::item)
                .toList();
        return List.of(new Section(Place.WAITING, "待审核的单位登记", vetting.countWaiting(actor), waiting, "/registrations"));
    }

    private static Item item(Registration registration) {
        return new Item(
                registration.applicant().name(),
                Labels.of(registration.applicant().kind()) + " · 第 " + registration.round() + " 次提交",
                "/registrations/" + registration.receipt(),
                null);
    }
}
