package org.xiangpei.audit;

import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;

import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.CannotStart;
import org.xiangpei.shared.StartupOrder;

/**
 * Puts the key to use at the first start that has one. From then on the head is always sealed with it, so that a trail that was
 * written anew without the key is found out.
 */
@ApplicationScoped
class TrailKey {

    private final AgroalDataSource database;
    private final AuditTrail trail;
    private final AuditConfig config;

    TrailKey(AgroalDataSource database, AuditTrail trail, AuditConfig config) {
        this.database = database;
        this.trail = trail;
        this.config = config;
    }

    @Transactional
    void atStart(@Observes @Priority(StartupOrder.AUDIT) StartupEvent start) {
        Seal seal = Seal.of(config.key());
        String inUse = head(seal).map(Head::keyId).orElse(null);
        if (inUse != null && !inUse.equals(seal.keyId())) {
            throw new CannotStart(
                    "审计记录是用密钥 %s 签的，环境变量 XIANGPEI_AUDIT_KEY 没有给出同一个密钥 / the audit trail was sealed with another key"
                            .formatted(inUse));
        }
        if (!Objects.equals(inUse, seal.keyId())) {
            var subject = new Subject("audit_trail", "key", "审计记录", Optional.empty(), Optional.empty());
            trail.record(
                    Change.of("seal_audit", subject, Map.of(), Map.of("keyId", Objects.requireNonNull(seal.keyId()))));
        }
    }

    private Optional<Head> head(Seal seal) {
        try (var connection = database.getConnection()) {
            return new Chain(connection, seal).head();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
