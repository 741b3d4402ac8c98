package org.xiangpei.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/**
 * How somebody who forgot the password chooses a new one: they ask, and a link that is good once is mailed to the address they have
 * confirmed, or an administrator makes one and hands it over. Nobody ever sets a password for another.
 */
@ApplicationScoped
public class PasswordResets {

    /** What nobody answered in that time is not shown any more, and can be asked again. */
    static final Duration WAITING = Duration.ofDays(7);

    /** Who gets the link by mail may ask again after so long: mail is lost, and links expire. */
    static final Duration MAILED = Duration.ofMinutes(10);

    private final OneTimeLinks links;
    private final Colleagues colleagues;
    private final Accounts accounts;
    private final Members members;
    private final NewPassword newPassword;
    private final MemberTrail trail;
    private final MemberNews news;
    private final SecurityNews security;
    private final Letters letters;
    private final Clock clock;

    PasswordResets(
            OneTimeLinks links,
            Colleagues colleagues,
            Accounts accounts,
            Members members,
            NewPassword newPassword,
            MemberTrail trail,
            MemberNews news,
            SecurityNews security,
            Letters letters,
            Clock clock) {
        this.links = links;
        this.colleagues = colleagues;
        this.accounts = accounts;
        this.members = members;
        this.newPassword = newPassword;
        this.trail = trail;
        this.news = news;
        this.security = security;
        this.letters = letters;
        this.clock = clock;
    }

    /** Mails a link to a confirmed address, and shows the wish to those who can help. Nothing tells whether there is such a login. */
    @Transactional
    public void ask(String login) {
        Instant now = clock.instant();
        if (accounts.askReset(login, now, now.minus(WAITING), now.minus(MAILED))) {
            members.findCurrent(Accounts.normal(login)).ifPresent(membership -> {
                trail.askedForReset(membership);
                mail(membership);
                news.askedForReset(membership, concernsOperator(membership));
            });
        }
    }

    /** Links from before stay good: a stranger who asks must not void what an administrator has just handed over. */
    private void mail(Membership membership) {
        Account account = membership.account();
        account.confirmedEmail().ifPresent(address -> {
            String token = Secrets.random();
            var link = OneTimeLink.reset(Secrets.hash(token), membership, account, clock.instant());
            if (letters.send(letter(account, address, token, link))) {
                links.persist(link);
            }
        });
    }

    private static Letter letter(Account account, String address, String token, OneTimeLink link) {
        return new Letter(
                address,
                "重置湘配的密码",
                List.of(
                        "有人申请重置账号“" + account.login() + "”的密码。是您本人的话，请在一小时内打开下面的链接设新密码，链接只能用一次。",
                        "如果不是您，不用理会，密码不会改变；屡次收到的话，请告诉本单位管理员。"),
                "设新密码",
                "/reset/" + token,
                link.expiresAt());
    }

    /** Who waits for the actor: of the own organisation, and for the operator those that concern nobody else. The latest first. */
    @Transactional
    public List<Membership> waitingFor(Actor actor) {
        return members.askingSince(clock.instant().minus(WAITING)).stream()
                .filter(it -> actor.reach(Action.MANAGE_MEMBERS)
                                .filter(Reach.ALL::equals)
                                .isPresent()
                        ? concernsOperator(it)
                        : it.organization().code().equals(actor.organization()))
                .filter(it -> !it.account().login().equals(actor.login()))
                .toList();
    }

    /**
     * Who waits for the operator: the people of bureaus and of the operator, and administrators, who may have no colleague to help
     * them. The latest first.
     */
    @Transactional
    public List<Membership> waitingForOperator(Actor actor) {
        return actor.reach(Action.MANAGE_MEMBERS).filter(Reach.ALL::equals).isEmpty()
                ? List.of()
                : members.askingSince(clock.instant().minus(WAITING)).stream()
                        .filter(PasswordResets::concernsOperator)
                        .toList();
    }

    /** Whether the person waits for somebody to make a link. */
    public boolean isWaiting(Membership membership) {
        return membership
                .account()
                .resetAskedAt()
                .filter(it -> it.isAfter(clock.instant().minus(WAITING)))
                .isPresent();
    }

    private static boolean concernsOperator(Membership membership) {
        return Set.of(OrganizationKind.BUREAU, OrganizationKind.OPERATOR)
                        .contains(membership.organization().kind())
                || membership.roles().contains(Role.ADMINISTRATOR);
    }

    /**
     * A link with which a colleague chooses a new password; earlier ones are void.
     *
     * @return the token of the link, which is shown once and not kept
     * @throws NotFound for somebody who acts for no organisation that is theirs to manage
     * @throws RuleViolation {@code own-membership}: who is signed in proves the present password instead; {@code no-own-password}
     *     where an identity provider proves the person
     */
    @Transactional
    public String makeLink(Actor actor, long account) {
        Membership membership = colleagues.get(actor, account);
        if (membership.account().login().equals(actor.login())) {
            throw new RuleViolation("own-membership", "自己的密码请在“我的账号”里修改；忘记了，请另一位管理员或操作员生成链接。");
        }
        if (membership.account().isProvenElsewhere()) {
            throw new RuleViolation("no-own-password", "这个账号用单位的身份系统登录，这里没有密码；请联系身份系统的管理员。");
        }
        Account by = accounts.findByLogin(actor.login()).orElseThrow();
        String token = Secrets.random();
        links.revokeAll(membership.account());
        links.persist(OneTimeLink.reset(Secrets.hash(token), membership, by, clock.instant()));
        accounts.answerReset(membership.account());
        trail.madeResetLink(membership);
        return token;
    }

    /**
     * Whose password the link is for. It stays good.
     *
     * @throws RuleViolation {@code link-unknown}, {@code link-used}, {@code link-expired} or {@code link-revoked}
     */
    @Transactional
    public String loginOf(String token) {
        return account(links.get(token, LinkPurpose.RESET_PASSWORD)).login();
    }

    /**
     * The person chooses a new password, is signed out everywhere, and need not wait for earlier wrong ones any more.
     *
     * @throws RuleViolation {@code weak-password}, with which the link stays good; or as {@link #loginOf}
     */
    @Transactional
    public void reset(String token, String password) {
        Account account = account(links.use(token, LinkPurpose.RESET_PASSWORD));
        Membership membership =
                members.findCurrent(account).orElseThrow(() -> LinkFault.REVOKED.of(LinkPurpose.RESET_PASSWORD));
        newPassword.choose(membership, password);
        accounts.answerReset(account);
        trail.resetPassword(membership);
        security.tell(account, "您的密码已通过一次性链接重设");
    }

    private static Account account(OneTimeLink link) {
        return link.account().orElseThrow();
    }
}
