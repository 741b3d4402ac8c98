package org.xiangpei.identity.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Account;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Colleagues;
import org.xiangpei.identity.Invitations;
import org.xiangpei.identity.ManagedOrganizations;
import org.xiangpei.identity.Membership;
import org.xiangpei.identity.OneTimeLink;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Organizations;
import org.xiangpei.identity.PasswordResets;
import org.xiangpei.identity.Reach;
import org.xiangpei.identity.Role;
import org.xiangpei.identity.web.AccountView.Fact;
import org.xiangpei.identity.web.MembersView.Choice;
import org.xiangpei.identity.web.MembersView.InviteForm;
import org.xiangpei.identity.web.MembersView.Waiting;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;

/** Reads what the pages of people show. */
@ApplicationScoped
class MemberViews {

    private final ManagedOrganizations managed;
    private final Organizations organizations;
    private final Colleagues colleagues;
    private final Invitations invitations;
    private final PasswordResets resets;
    private final Clock clock;

    MemberViews(
            ManagedOrganizations managed,
            Organizations organizations,
            Colleagues colleagues,
            Invitations invitations,
            PasswordResets resets,
            Clock clock) {
        this.managed = managed;
        this.organizations = organizations;
        this.colleagues = colleagues;
        this.invitations = invitations;
        this.resets = resets;
        this.clock = clock;
    }

    @Transactional
    MembersView members(Actor actor, String code, InviteForm form, @Nullable MadeLink made) {
        Organization organization = managed.get(actor, code);
        return new MembersView(
                code,
                organization.name(),
                Labels.of(organization.kind()),
                colleagues.of(actor, code).stream().map(it -> person(actor, it)).toList(),
                invitations.open(actor, code).stream().map(this::invitation).toList(),
                RoleChoice.of(organization.kind(), form.roles()),
                form,
                made,
                choices(actor, code),
                resets.waitingForOperator(actor).stream().map(this::waiting).toList());
    }

    @Transactional
    PersonView person(Actor actor, long id, @Nullable String fault, @Nullable MadeLink made) {
        Membership membership = colleagues.get(actor, id);
        return new PersonView(
                id,
                membership.account().name(),
                membership.organization().name(),
                MemberPages.of(actor, membership.organization().code()).toString(),
                facts(membership),
                RoleChoice.of(
                        membership.organization().kind(),
                        membership.roles().stream().map(Role::code).toList()),
                resets.isWaiting(membership),
                isSelf(actor, membership),
                fault,
                made);
    }

    private List<Fact> facts(Membership membership) {
        Account account = membership.account();
        return List.of(
                new Fact("登录名", account.login()),
                new Fact("邮箱", account.email().orElse("未载明")),
                new Fact("单位", membership.organization().name()),
                new Fact("加入时间", text(membership.since())),
                new Fact("最近登录", lastSignIn(account)));
    }

    private MembersView.Person person(Actor actor, Membership membership) {
        Account account = membership.account();
        return new MembersView.Person(
                account.id(),
                account.name(),
                account.login(),
                RoleChoice.text(membership.roles()),
                text(membership.since()),
                lastSignIn(account),
                resets.isWaiting(membership),
                isSelf(actor, membership));
    }

    private MembersView.Invitation invitation(OneTimeLink link) {
        return new MembersView.Invitation(
                link.id(),
                link.name(),
                link.email().orElse(null),
                RoleChoice.text(link.roles()),
                link.createdBy().name(),
                text(link.expiresAt()));
    }

    private Waiting waiting(Membership membership) {
        Account account = membership.account();
        return new Waiting(
                account.id(),
                account.name(),
                account.login(),
                membership.organization().name(),
                account.resetAskedAt().map(this::text).orElse(""));
    }

    private List<Choice> choices(Actor actor, String code) {
        return actor.reach(Action.MANAGE_MEMBERS).filter(Reach.ALL::equals).isEmpty()
                ? List.of()
                : organizations.list("active = true order by name, code").stream()
                        .map(it -> new Choice(it.code(), it.name(), it.code().equals(code)))
                        .toList();
    }

    private static boolean isSelf(Actor actor, Membership membership) {
        return membership.account().login().equals(actor.login());
    }

    private String lastSignIn(Account account) {
        return account.lastSignInAt().map(this::text).orElse("从未登录");
    }

    private String text(Instant at) {
        return Moments.minute(at, clock.getZone());
    }
}
