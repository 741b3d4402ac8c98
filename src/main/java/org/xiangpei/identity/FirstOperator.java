package org.xiangpei.identity;

import java.util.Optional;
import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;

import org.xiangpei.shared.CannotStart;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.StartupOrder;

/** Makes the first operator of an installation from its settings; whoever knows those can only choose another password with them. */
@ApplicationScoped
class FirstOperator {

    /** {@code XIANGPEI_FIRST_OPERATOR_LOGIN} and {@code XIANGPEI_FIRST_OPERATOR_PASSWORD}. */
    @ConfigMapping(prefix = "xiangpei.first-operator")
    interface Config {

        Optional<String> login();

        Optional<String> password();
    }

    private final Provisioning provisioning;
    private final Config config;

    FirstOperator(Provisioning provisioning, Config config) {
        this.provisioning = provisioning;
        this.config = config;
    }

    /** @throws CannotStart when the password given is weak */
    @Transactional
    void create(@Observes @Priority(StartupOrder.ACCOUNTS + 10) StartupEvent started) {
        provisioning.alone();
        if (provisioning.hasOperator()) {
            return;
        }
        if (config.login().isEmpty() || config.password().isEmpty()) {
            Log.warn("还没有操作员账号。请设置 XIANGPEI_FIRST_OPERATOR_LOGIN 和 XIANGPEI_FIRST_OPERATOR_PASSWORD 后重新启动"
                    + " / nobody can operate this installation yet: set these two and start again");
            return;
        }
        try {
            var operators = provisioning.open(
                    new Organization.Details(OrganizationKind.OPERATOR, "运维单位", null, null, null, false));
            var person =
                    new Provisioning.Person(config.login().get(), config.login().get(), null);
            Account account = provisioning.join(operators, person, Set.of(Role.ADMINISTRATOR, Role.OPERATOR));
            provisioning.givePassword(account, config.password().get());
        } catch (RuleViolation e) {
            throw new CannotStart("XIANGPEI_FIRST_OPERATOR_LOGIN / _PASSWORD：" + e.detail(), e);
        }
    }
}
