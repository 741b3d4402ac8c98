package org.xiangpei.following;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;

/** Tells who follows a product or its firm, once each, that its listing is about to expire and that it has expired. */
@ApplicationScoped
class Expiries {

    /** How long before its end somebody is told, and how long after it is still news. */
    private static final int DAYS = 30;

    private final Session session;
    private final Notices notices;
    private final Clock clock;

    private enum Stage {
        EXPIRING,
        EXPIRED
    }

    private record Ending(String code, String name, LocalDate until) {}

    Expiries(Session session, Notices notices, Clock clock) {
        this.session = session;
        this.notices = notices;
        this.clock = clock;
    }

    /** What was told before, also by another instance, is not told again. */
    @Transactional
    public void tell() {
        LocalDate today = LocalDate.now(clock);
        ending(today, today.plusDays(DAYS)).forEach(it -> tell(it, Stage.EXPIRING));
        ending(today.minusDays(DAYS), today.minusDays(1)).forEach(it -> tell(it, Stage.EXPIRED));
    }

    private List<Ending> ending(LocalDate from, LocalDate to) {
        return session
                .createNativeQuery("""
                        select p.code, p.name, p.valid_until from product p
                        where p.valid_until between :from and :to and exists (select 1 from followed f
                            where f.target_type = 'PRODUCT' and f.target_code = p.code
                                or f.target_type = 'FIRM' and f.target_code = p.firm_code)
                        order by p.valid_until, p.code""", Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .stream()
                .map(row -> new Ending((String) row[0], (String) row[1], day(row[2])))
                .toList();
    }

    private static LocalDate day(Object column) {
        return column instanceof LocalDate day ? day : ((Date) column).toLocalDate();
    }

    private void tell(Ending product, Stage stage) {
        int added = session.createNativeMutationQuery("""
                        insert into followed_expiry (product_code, valid_until, stage, told_at)
                        values (:code, :until, :stage, :now) on conflict do nothing""")
                .setParameter("code", product.code())
                .setParameter("until", product.until())
                .setParameter("stage", stage.name())
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (added > 0) {
            notices.tell(Audience.people(followers(product)), notice(product, stage));
        }
    }

    private static Notice notice(Ending product, Stage stage) {
        String name = "“" + product.name() + "”的互认";
        return new Notice(
                NoticeKind.FOLLOWED_EXPIRY,
                "product",
                product.code(),
                stage == Stage.EXPIRING ? name + "将在 " + product.until() + " 到期" : name + "已过期",
                stage == Stage.EXPIRING
                        ? "到期后它不再是匹配的候选。正在用它的需求，请留意是否续期。"
                        : "有效期到 " + product.until() + " 为止。它现在不再是匹配的候选。",
                "/products/" + product.code());
    }

    private List<Long> followers(Ending product) {
        return session.createNativeQuery("""
                        select distinct f.account_id from followed f join product p on p.code = :code
                        where f.target_type = 'PRODUCT' and f.target_code = p.code
                            or f.target_type = 'FIRM' and f.target_code = p.firm_code""", Long.class).setParameter("code", product.code()).getResultList().stream()
                .toList();
    }
}
