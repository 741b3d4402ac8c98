package org.xiangpei.identity;

import jakarta.persistence.EntityManager;

import org.xiangpei.shared.RuleViolation;

/** What came of something that was tried with people and organisations. */
record Aftermath(EntityManager entities) {

    interface Deed {
        void run();
    }

    /** The code of the rule that refused it; {@code done} when none did. */
    static String outcome(Deed deed) {
        try {
            deed.run();
            return "done";
        } catch (RuleViolation refused) {
            return refused.code();
        }
    }

    /** @param from a table, with the condition of the rows */
    long count(String from) {
        return ((Number) entities.createNativeQuery("select count(*) from " + from)
                        .getSingleResult())
                .longValue();
    }

    /** The organisation that the latest such entry of the trail stands under. */
    Object audited(String action, String login) {
        return entities.createNativeQuery(
                        "select subject_organization from audit_entry where action = :action and subject_code = :login order by seq desc limit 1")
                .setParameter("action", action)
                .setParameter("login", login)
                .getSingleResult();
    }
}
