package org.xiangpei.sourcing.quotation;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.smallrye.health.api.Wellness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Well means that this instance has the key of all that is under seal: what an operator of several instances has to be told early. */
@Wellness
@ApplicationScoped
class SealHealth implements HealthCheck {

    private final EntityManager entities;
    private final InstallationKey installation;

    SealHealth(EntityManager entities, InstallationKey installation) {
        this.entities = entities;
        this.installation = installation;
    }

    @Override
    @Transactional
    public HealthCheckResponse call() {
        List<String> others = entities.createQuery(
                        "select distinct keyName from SealedInquiry where keyName <> :own order by keyName",
                        String.class)
                .setParameter("own", installation.name())
                .getResultList();
        var response = HealthCheckResponse.named("sealed quotations can be opened")
                .withData("key", installation.name())
                .status(others.isEmpty());
        return others.isEmpty()
                ? response.build()
                : response.withData("sealed with other keys", String.join(", ", others))
                        .build();
    }
}
