package org.xiangpei.notification;

import java.time.Clock;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

/** Addresses to which nothing of ours may be mailed, because their holders said so. */
@ApplicationScoped
class Refusals {

    private final Session session;
    private final Clock clock;

    Refusals(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    boolean refuses(String address) {
        return !session.createNativeQuery("select 1 from mail_refusal where address = :address", Integer.class)
                .setParameter("address", address.toLowerCase(Locale.ROOT))
                .getResultList()
                .isEmpty();
    }

    @Transactional(TxType.MANDATORY)
    void refuse(String address) {
        session.createNativeMutationQuery(
                        "insert into mail_refusal (address, since) values (:address, :now) on conflict do nothing")
                .setParameter("address", address.toLowerCase(Locale.ROOT))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Transactional(TxType.MANDATORY)
    void allow(String address) {
        session.createNativeMutationQuery("delete from mail_refusal where address = :address")
                .setParameter("address", address.toLowerCase(Locale.ROOT))
                .executeUpdate();
    }
}
