package org.xiangpei.audit;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.agroal.api.AgroalDataSource;

import org.xiangpei.audit.TrailCheck.Break;

/** Finds where the trail was edited, cut, or added to by somebody other than the service (校验). */
@Singleton
public class TrailVerifier {

    private final DataSource database;
    private final Seal seal;

    @Inject
    TrailVerifier(AgroalDataSource database, AuditConfig config) {
        this(database, config.key());
    }

    /** @param key of the installation, see {@code xiangpei.audit.key} */
    public TrailVerifier(DataSource database, Optional<String> key) {
        this.database = database;
        this.seal = Seal.of(key);
    }

    /**
     * Reads the whole trail as it is at one moment; entries that are appended meanwhile do not disturb.
     *
     * @param noted an entry that must still be what somebody noted
     * @throws CannotVerify when the database cannot be read, or the trail was sealed with a key that is not ours
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public TrailCheck verify(Optional<Anchor> noted) {
        try {
            return Snapshot.of(database, snapshot -> verify(snapshot, noted));
        } catch (SQLException e) {
            throw new CannotVerify("不能读取审计记录：" + e.getMessage(), e);
        }
    }

    private TrailCheck verify(Snapshot snapshot, Optional<Anchor> noted) throws SQLException {
        Optional<Head> head = new Chain(snapshot.connection(), seal).head();
        if (head.isEmpty()) {
            return broken(Flaw.HEAD, 0);
        }
        String sealedWith = head.get().keyId();
        if (sealedWith == null && seal.keyId() != null) {
            return broken(Flaw.UNSEALED, head.get().seq());
        }
        if (!Objects.equals(sealedWith, seal.keyId())) {
            throw new CannotVerify("审计记录是用密钥 " + sealedWith + " 签的，请把同一个 XIANGPEI_AUDIT_KEY 给本命令或服务");
        }
        var walk = new ChainWalk(head.get(), seal, noted);
        snapshot.entries(Selection.ALL, "seq", walk::step);
        return walk.end();
    }

    private static TrailCheck broken(Flaw flaw, long seq) {
        return new TrailCheck(0, Optional.empty(), OptionalLong.empty(), Optional.of(new Break(seq, flaw)));
    }
}
