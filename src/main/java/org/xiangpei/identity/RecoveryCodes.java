package org.xiangpei.identity;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Codes on paper for who has lost the telephone (恢复码), each good once. Used inside the transaction of what they are used for. */
@ApplicationScoped
class RecoveryCodes {

    static final int COUNT = 10;

    /** 80 random bits: a plain hash of them tells nothing. */
    private static final int BYTES = 10;

    private static final int GROUP = 4;

    private final EntityManager entities;

    RecoveryCodes(EntityManager entities) {
        this.entities = entities;
    }

    /** New ones in the place of those there were. */
    List<String> renew(Account account) {
        forget(account);
        List<String> codes = Stream.generate(
                        () -> Base32.encode(Secrets.bytes(BYTES)).toLowerCase(Locale.ROOT))
                .limit(COUNT)
                .toList();
        codes.forEach(code ->
                update("insert into recovery_code (account_id, code_hash) values (:account, :hash)", account, code));
        return codes.stream().map(RecoveryCodes::grouped).toList();
    }

    /** Whether this was a code that had not been used. */
    boolean use(Account account, String code) {
        String plain = code.toLowerCase(Locale.ROOT);
        return update("delete from recovery_code where account_id = :account and code_hash = :hash", account, plain)
                == 1;
    }

    long left(Account account) {
        return (Long)
                entities.createNativeQuery("select count(*) from recovery_code where account_id = :account", Long.class)
                        .setParameter("account", account.id())
                        .getSingleResult();
    }

    void forget(Account account) {
        entities.createNativeQuery("delete from recovery_code where account_id = :account")
                .setParameter("account", account.id())
                .executeUpdate();
    }

    private int update(String sql, Account account, String code) {
        return entities.createNativeQuery(sql)
                .setParameter("account", account.id())
                .setParameter("hash", Secrets.hash(code))
                .executeUpdate();
    }

    private static String grouped(String code) {
        return code.replaceAll("(?<=\\G.{" + GROUP + "})(?=.)", "-");
    }
}
