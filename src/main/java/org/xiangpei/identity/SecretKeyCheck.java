package org.xiangpei.identity;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;

import org.xiangpei.shared.CannotStart;
import org.xiangpei.shared.StartupOrder;

/** Without the key that secrets were sealed with, the people they belong to could not sign in: better known at start. */
@ApplicationScoped
class SecretKeyCheck {

    private final Accounts accounts;
    private final KeptSecrets secrets;

    SecretKeyCheck(Accounts accounts, KeptSecrets secrets) {
        this.accounts = accounts;
        this.secrets = secrets;
    }

    /** @throws CannotStart when the key is missing or another one */
    @Transactional
    void atStart(@Observes @Priority(StartupOrder.ACCOUNTS) StartupEvent started) {
        List<String> kept = accounts.getEntityManager()
                .createQuery(
                        "select secondFactor.secret from Account where secondFactor.secret is not null", String.class)
                .getResultList();
        if (!kept.stream().allMatch(secrets::canRead)) {
            throw new CannotStart("两步验证的密钥是用另一个 XIANGPEI_SIGN_IN_SECRET_KEY 加密的，没有它这些人无法登录。请设置原来的值"
                    + " / second factors were sealed with another key: set that one");
        }
    }
}
