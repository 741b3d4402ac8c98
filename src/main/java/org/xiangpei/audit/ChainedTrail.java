package org.xiangpei.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.agroal.api.AgroalDataSource;
import org.hibernate.Session;

import org.xiangpei.identity.CurrentActor;
import org.xiangpei.shared.AuditTrail;

/**
 * The trail (审计记录) as a chain of hashes in the database.
 *
 * <p>What a transaction records is appended when it is about to commit, after everything else that it wrote. The lock on the head of the
 * chain is then the last one it takes: transactions wait for one another only for that moment, and never in a circle.
 */
@ApplicationScoped
public class ChainedTrail implements AuditTrail {

    private static final Object PENDING = ChainedTrail.class;

    private final AgroalDataSource database;
    private final Session session;
    private final TransactionSynchronizationRegistry transaction;
    private final CurrentActor actor;
    private final AskedOverHttp request;
    private final Clock clock;
    private final Seal seal;

    ChainedTrail(
            AgroalDataSource database,
            Session session,
            TransactionSynchronizationRegistry transaction,
            CurrentActor actor,
            AskedOverHttp request,
            Clock clock,
            AuditConfig config) {
        this.database = database;
        this.session = session;
        this.transaction = transaction;
        this.actor = actor;
        this.request = request;
        this.clock = clock;
        this.seal = Seal.of(config.key());
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void record(Change change) {
        pending().add(Deed.of(Author.of(actor.get(), request.address()), change));
    }

    @SuppressWarnings("unchecked")
    private List<Deed> pending() {
        var deeds = (List<Deed>) transaction.getResource(PENDING);
        if (deeds == null) {
            deeds = new ArrayList<>();
            join();
            transaction.putResource(PENDING, deeds);
            transaction.registerInterposedSynchronization(new AppendAtTheEnd(deeds));
        }
        return deeds;
    }

    /** Nothing can join a transaction that is about to commit, so the session and its connection do while it runs. */
    private void join() {
        session.doWork(connection -> {});
    }

    private void append(List<Deed> deeds) {
        session.flush();
        try (Connection connection = database.getConnection()) {
            new Chain(connection, seal).append(deeds, clock.instant());
        } catch (SQLException e) {
            throw new IllegalStateException("The change could not be written into the audit trail", e);
        }
    }

    private final class AppendAtTheEnd implements Synchronization {

        private final List<Deed> deeds;

        AppendAtTheEnd(List<Deed> deeds) {
            this.deeds = deeds;
        }

        @Override
        public void beforeCompletion() {
            append(deeds);
        }

        @Override
        public void afterCompletion(int status) {
            // What was rolled back has left nothing to undo.
        }
    }
}
