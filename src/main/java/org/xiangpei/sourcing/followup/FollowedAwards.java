package org.xiangpei.sourcing.followup;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

import org.xiangpei.shared.City;
import org.xiangpei.sourcing.followup.FollowedAward.Buying;
import org.xiangpei.sourcing.followup.FollowedAward.Goods;
import org.xiangpei.sourcing.followup.FollowedAward.Place;

/** Reads decided awards with all that follow-up needs of them. Whether somebody may read them is for the caller to ask. */
@ApplicationScoped
class FollowedAwards {

    /** The columns of one award in the order in which {@link #award} reads them. */
    static final String COLUMNS =
            "f.id, f.inquiry_code, f.title, f.line_number, f.organization_code, f.organization_name, f.city, f.invitation_id,"
                    + " f.firm_code, f.supplier, f.name, f.quantity, f.unit, f.amount, f.decided_on, f.lead_days";

    private static final String SELECT = "select " + COLUMNS + " from followed_award f where ";

    private final Session session;

    FollowedAwards(Session session) {
        this.session = session;
    }

    /** By the lines. */
    List<FollowedAward> ofInquiry(String inquiry) {
        return list(query(SELECT + "f.inquiry_code = :inquiry order by f.line_number, f.id")
                .setParameter("inquiry", inquiry));
    }

    /** What one supplier won in an inquiry, by the lines. */
    List<FollowedAward> ofInvitation(long invitation) {
        return list(query(SELECT + "f.invitation_id = :invitation order by f.line_number, f.id")
                .setParameter("invitation", invitation));
    }

    List<FollowedAward> ofFirms(Collection<String> firms) {
        return list(query(SELECT + "f.firm_code in (:firms) order by f.id").setParameterList("firms", firms));
    }

    Optional<FollowedAward> find(long id) {
        return list(query(SELECT + "f.id = :id").setParameter("id", id)).stream()
                .findFirst();
    }

    /** Nobody else states anything about these until the transaction ends. Locked in one order, so that nobody waits in a circle. */
    void lock(Collection<Long> ids) {
        session.createNativeQuery("select id from award where id in (:ids) order by id for update", Long.class)
                .setParameterList("ids", ids)
                .getResultList();
    }

    /** All statements about the awards, the first first. */
    Map<Long, List<FollowUpStatement>> statements(Collection<FollowedAward> awards) {
        if (awards.isEmpty()) {
            return Map.of();
        }
        return session.createQuery(
                        "from FollowUpStatement where awardId in :awards order by id", FollowUpStatement.class)
                .setParameterList(
                        "awards", awards.stream().map(FollowedAward::id).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(FollowUpStatement::award));
    }

    /** All answers to statements about the awards, the first first, by statement. */
    Map<Long, List<FollowUpAnswer>> answers(Collection<FollowedAward> awards) {
        if (awards.isEmpty()) {
            return Map.of();
        }
        return session.createQuery(
                        "from FollowUpAnswer where statementId in"
                                + " (select s.id from FollowUpStatement s where s.awardId in :awards) order by id",
                        FollowUpAnswer.class)
                .setParameterList(
                        "awards", awards.stream().map(FollowedAward::id).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(FollowUpAnswer::statement));
    }

    NativeQuery<Object[]> query(String sql) {
        return session.createNativeQuery(sql, Object[].class);
    }

    private static List<FollowedAward> list(NativeQuery<Object[]> query) {
        try (Stream<Object[]> rows = query.getResultStream()) {
            return rows.map(row -> award(row, 0)).toList();
        }
    }

    /** @param at where the columns of the award begin */
    static FollowedAward award(Object[] row, int at) {
        return new FollowedAward(
                ((Number) row[at]).longValue(),
                new Place((String) row[at + 1], (String) row[at + 2], (Integer) row[at + 3]),
                new Buying(
                        (String) row[at + 4],
                        (String) row[at + 5],
                        Optional.ofNullable((String) row[at + 6]).map(City::valueOf)),
                ((Number) row[at + 7]).longValue(),
                (String) row[at + 8],
                (String) row[at + 9],
                new Goods((String) row[at + 10], (BigDecimal) row[at + 11], (String) row[at + 12], (BigDecimal)
                        row[at + 13]),
                Days.of(row[at + 14]),
                (Integer) row[at + 15]);
    }
}
