package org.xiangpei.demo;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Firm;
import org.xiangpei.catalog.Firms;
import org.xiangpei.identity.DemoLogin;
import org.xiangpei.identity.DemoLogins;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.OrganizationKind;
import org.xiangpei.identity.Provisioning;
import org.xiangpei.identity.Provisioning.Person;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.CannotStart;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.StartupOrder;

import static org.xiangpei.identity.OrganizationKind.BUREAU;
import static org.xiangpei.identity.OrganizationKind.FIRM;
import static org.xiangpei.identity.OrganizationKind.OPERATOR;
import static org.xiangpei.identity.OrganizationKind.PUBLIC_BUYER;
import static org.xiangpei.identity.OrganizationKind.SERVICE_INSTITUTION;

/**
 * One account for every role, whose password everybody can read. They exist only while {@code xiangpei.demo} is on, and then the service listens on
 * this machine only; without it, accounts of an earlier demonstration are closed.
 */
@ApplicationScoped
class DemoAccounts {

    static final String PASSWORD = "xiangpei-demo";

    private record Invented(
            String login,
            String name,
            OrganizationKind kind,
            @Nullable City city,
            @Nullable String firm,
            String organization,
            Set<Role> roles) {

        String spokenRoles() {
            return roles.stream().sorted().map(Labels::of).collect(Collectors.joining("、"));
        }
    }

    private static final List<Invented> ACCOUNTS = List.of(
            new Invented(
                    "caigou",
                    "示例采购员",
                    PUBLIC_BUYER,
                    City.ZHUZHOU,
                    null,
                    "株洲河东公共交通中心（示例）",
                    Set.of(Role.ADMINISTRATOR, Role.BUYER)),
            new Invented("fuhe", "示例复核员", PUBLIC_BUYER, City.ZHUZHOU, null, "株洲河东公共交通中心（示例）", Set.of(Role.BUYER)),
            new Invented(
                    "qiye",
                    "示例企业负责人",
                    FIRM,
                    City.CHANGSHA,
                    "F005",
                    "湖南珩朔液压科技有限公司（示例）",
                    Set.of(Role.ADMINISTRATOR, Role.BUYER, Role.SUPPLIER)),
            new Invented("gongying", "示例销售员", FIRM, City.ZHUZHOU, "F025", "湖南昱砥轨道电气股份有限公司（示例）", Set.of(Role.SUPPLIER)),
            new Invented(
                    "changsha",
                    "示例长沙审查员",
                    BUREAU,
                    City.CHANGSHA,
                    null,
                    "长沙市工业和信息化局（示例）",
                    Set.of(Role.ADMINISTRATOR, Role.BUREAU)),
            new Invented(
                    "zhuzhou",
                    "示例株洲审查员",
                    BUREAU,
                    City.ZHUZHOU,
                    null,
                    "株洲市工业和信息化局（示例）",
                    Set.of(Role.ADMINISTRATOR, Role.BUREAU)),
            new Invented(
                    "xiangtan",
                    "示例湘潭审查员",
                    BUREAU,
                    City.XIANGTAN,
                    null,
                    "湘潭市工业和信息化局（示例）",
                    Set.of(Role.ADMINISTRATOR, Role.BUREAU)),
            new Invented(
                    "fuwu",
                    "示例检测员",
                    SERVICE_INSTITUTION,
                    City.XIANGTAN,
                    null,
                    "湘潭湘涟检测服务中心（示例）",
                    Set.of(Role.ADMINISTRATOR, Role.SERVICE)),
            new Invented(
                    "yunwei", "示例操作员", OPERATOR, null, null, "湘配运维（示例）", Set.of(Role.ADMINISTRATOR, Role.OPERATOR)));

    private final Provisioning provisioning;
    private final Firms firms;
    private final DemoLogins logins;
    private final boolean demo;
    private final String host;

    DemoAccounts(
            Provisioning provisioning,
            Firms firms,
            DemoLogins logins,
            @ConfigProperty(name = "xiangpei.demo", defaultValue = "false") boolean demo,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        this.provisioning = provisioning;
        this.firms = firms;
        this.logins = logins;
        this.demo = demo;
        this.host = host;
    }

    /** @throws CannotStart when a demonstration would be open to the network */
    @Transactional
    void create(@Observes @Priority(StartupOrder.ACCOUNTS) StartupEvent started) {
        provisioning.alone();
        provisioning.openDemo(demo);
        if (!demo) {
            return;
        }
        requireOwnMachine();
        createMissing();
        logins.show(ACCOUNTS.stream()
                .map(it -> new DemoLogin(it.login(), PASSWORD, it.spokenRoles(), it.organization()))
                .toList());
        Log.infof(
                "演示账号 / demo accounts: %s；密码 / password: %s",
                ACCOUNTS.stream().map(Invented::login).collect(Collectors.joining(", ")), PASSWORD);
    }

    private void requireOwnMachine() {
        try {
            if (InetAddress.getByName(host).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException e) {
            throw new CannotStart("QUARKUS_HTTP_HOST=" + host + " 不能解析", e);
        }
        throw new CannotStart("""
                演示账号的密码人人可见，因此演示只在本机开放，而 QUARKUS_HTTP_HOST=%s 对外开放。请设 XIANGPEI_DEMO=false，或去掉 QUARKUS_HTTP_HOST \
                / a demonstration listens on this machine only""".formatted(host));
    }

    /** All have one password, so it is hashed once: that takes longer than everything else here. */
    private void createMissing() {
        List<Invented> missing = ACCOUNTS.stream().filter(this::isMissing).toList();
        if (!missing.isEmpty()) {
            String hash = provisioning.hash(PASSWORD);
            missing.forEach(it -> create(it, hash));
        }
    }

    private boolean isMissing(Invented invented) {
        return provisioning.findDemo(invented.organization()).isEmpty() || !provisioning.isLoginTaken(invented.login());
    }

    private void create(Invented invented, String hash) {
        Organization organization =
                provisioning.findDemo(invented.organization()).orElseGet(() -> provisioning.open(details(invented)));
        provisioning.join(organization, new Person(invented.login(), invented.name(), null), invented.roles(), hash);
    }

    private Organization.Details details(Invented invented) {
        Optional<Firm> firm = Optional.ofNullable(invented.firm()).flatMap(firms::findByIdOptional);
        return new Organization.Details(
                invented.kind(),
                invented.organization(),
                firm.map(it -> it.details().uscc()).orElse(null),
                invented.city(),
                firm.map(Firm::code).orElse(null),
                true);
    }
}
