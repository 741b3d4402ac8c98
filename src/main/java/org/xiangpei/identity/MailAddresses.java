package org.xiangpei.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.shared.RuleViolation;

/** The address where a person gets mail. Nothing is mailed there until a one-time link has shown that it is the person's. */
@ApplicationScoped
public class MailAddresses {

    /** What a letter about a change that has been made is good for. */
    private static final Duration NEWS = Duration.ofDays(3);

    private final Accounts accounts;
    private final Members members;
    private final OneTimeLinks links;
    private final PresentPassword password;
    private final Letters letters;
    private final SecurityNews news;
    private final AccountTrail trail;
    private final Clock clock;

    /**
     * @param confirmed where mail goes
     * @param proposed what waits to be confirmed
     * @param asksPassword whether the person must prove themselves to change it
     */
    public record State(Optional<String> confirmed, Optional<String> proposed, boolean asksPassword) {}

    MailAddresses(
            Accounts accounts,
            Members members,
            OneTimeLinks links,
            PresentPassword password,
            Letters letters,
            SecurityNews news,
            AccountTrail trail,
            Clock clock) {
        this.accounts = accounts;
        this.members = members;
        this.links = links;
        this.password = password;
        this.letters = letters;
        this.news = news;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public State of(Actor actor) {
        Account account = accounts.get(actor);
        return new State(
                account.confirmedEmail(),
                links.openConfirmation(account).flatMap(OneTimeLink::email),
                !account.isProvenElsewhere());
    }

    /** What is known of the person's address, confirmed or not, to begin with. */
    @Transactional
    public Optional<String> known(Actor actor) {
        return accounts.get(actor).email();
    }

    /**
     * Mails a link to the address. Until that is used, mail goes where it went.
     *
     * @throws RuleViolation {@code bad-mail-address}; {@code no-mail} where nothing can be mailed, or not to that address;
     *     {@code wrong-password}, {@code too-many-attempts}: who can set the address can get at the account
     */
    @Transactional(dontRollbackOn = RuleViolation.class)
    public void propose(Actor actor, String address, String present, Client client) {
        String checked = MailAddress.checked(address);
        Account account = accounts.lock(actor);
        if (!account.isProvenElsewhere()) {
            password.require(account, present, client);
        }
        Membership membership = members.findCurrent(account).orElseThrow();
        links.revokeConfirmations(account);
        String token = Secrets.random();
        var link = OneTimeLink.confirmation(Secrets.hash(token), membership, checked, clock.instant());
        if (!letters.send(confirmation(account, checked, token, link))) {
            throw new RuleViolation("no-mail", "这个邮箱现在不能寄送：本站没有配置邮件服务，或这个邮箱的主人要求过不再收信。");
        }
        links.persist(link);
        trail.record("propose_mail_address", account, Map.of(), Map.of("email", checked));
    }

    private static Letter confirmation(Account account, String address, String token, OneTimeLink link) {
        return new Letter(
                address,
                "请确认您的邮箱",
                List.of(
                        "湘配账号“" + account.login() + "”请求把通知寄到这个邮箱。是您本人的话，请在 24 小时内打开下面的链接并确认。",
                        "如果不是您，不用理会，不确认就不会再收到别的邮件。"),
                "确认这个邮箱",
                "/confirm-mail/" + token,
                link.expiresAt());
    }

    /**
     * The address that a link confirms. It stays good.
     *
     * @throws RuleViolation {@code link-unknown}, {@code link-used}, {@code link-expired} or {@code link-revoked}
     */
    @Transactional
    public String addressOf(String token) {
        return links.get(token, LinkPurpose.CONFIRM_EMAIL).email().orElseThrow();
    }

    /** @throws RuleViolation as {@link #addressOf} */
    @Transactional
    public void confirm(String token) {
        OneTimeLink link = links.use(token, LinkPurpose.CONFIRM_EMAIL);
        Account account = link.account().orElseThrow();
        String address = link.email().orElseThrow();
        Optional<String> before = account.confirmedEmail();
        account.confirmEmail(address, clock.instant());
        trail.record("confirm_mail_address", account, state(before), Map.of("email", address));
        tellOfChange(account, before, "您的湘配账号“" + account.login() + "”的通知邮箱已改为另一个。");
    }

    /** No mail any more. */
    @Transactional
    public void forget(Actor actor) {
        Account account = accounts.lock(actor);
        Optional<String> before = account.confirmedEmail();
        account.forgetEmail();
        links.revokeConfirmations(account);
        if (before.isPresent()) {
            trail.record("remove_mail_address", account, state(before), Map.of());
            tellOfChange(account, before, "您的湘配账号“" + account.login() + "”不再向这个邮箱寄送通知。");
        }
    }

    /** The former address learns of it too: it may not have been the person. */
    private void tellOfChange(Account account, Optional<String> before, String sentence) {
        news.tell(account, "通知邮箱已更改");
        before.filter(it -> account.confirmedEmail().filter(it::equals).isEmpty())
                .ifPresent(former -> letters.send(new Letter(
                        former,
                        "通知邮箱已更改",
                        List.of(sentence, "如果不是您做的，请马上修改密码，并告诉本单位管理员。"),
                        "查看我的账号",
                        "/account",
                        clock.instant().plus(NEWS))));
    }

    private static Map<String, ?> state(Optional<String> address) {
        return address.<Map<String, ?>>map(it -> Map.of("email", it)).orElseGet(Map::of);
    }
}
