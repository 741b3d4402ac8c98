package org.xiangpei.notification;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.xiangpei.identity.Audience;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;

/** Writes a row for everybody concerned, with the times at which the page shows it and it is mailed: one statement a notice. */
@ApplicationScoped
class NoticeOutbox implements Notices {

    private static final String TELL = """
            insert into notice (account_id, kind, target_type, target_code, title, body, path, created_at, visible_at, mail_at)
            select a.id, :kind, :targetType, :targetCode, :title, :body, :path, :now, planned.visible_at, planned.mail_at
            from account a
            left join notice_preference p on p.account_id = a.id and p.kind = :kind
            cross join lateral (select
                case coalesce(p.page, :page) when 'AT_ONCE' then cast(:now as timestamptz)
                    when 'DAILY' then cast(:daily as timestamptz) when 'WEEKLY' then cast(:weekly as timestamptz) end as visible_at,
                case when :mailed and a.email_confirmed_at is not null
                        and not exists (select 1 from mail_refusal r where r.address = lower(a.email)) then
                    case coalesce(p.mail, :mail) when 'AT_ONCE' then cast(:now as timestamptz)
                        when 'DAILY' then cast(:daily as timestamptz) when 'WEEKLY' then cast(:weekly as timestamptz) end
                end as mail_at) planned
            where a.active and (planned.visible_at is not null or planned.mail_at is not null) and\s""";

    private final EntityManager entities;
    private final PostOffice office;
    private final CurrentActor current;
    private final Clock clock;

    NoticeOutbox(EntityManager entities, PostOffice office, CurrentActor current, Clock clock) {
        this.entities = entities;
        this.office = office;
        this.current = current;
        this.clock = clock;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void tell(Audience to, Notice notice) {
        Recipients recipients = Recipients.of(to, current.get().login());
        NoticeKind kind = notice.kind();
        DeliveryTimes times = DeliveryTimes.after(clock.instant(), clock.getZone());
        Query insert = entities.createNativeQuery(TELL + recipients.condition())
                .setParameter("kind", kind.name())
                .setParameter("targetType", notice.targetType())
                .setParameter("targetCode", notice.targetCode())
                .setParameter("title", notice.title())
                .setParameter("body", notice.text())
                .setParameter("path", notice.path())
                .setParameter("page", kind.page().name())
                .setParameter("mail", kind.mail().name())
                .setParameter("mailed", office.isOpen())
                .setParameter("now", times.now())
                .setParameter("daily", times.daily())
                .setParameter("weekly", times.weekly());
        recipients.parameters().forEach(insert::setParameter);
        insert.executeUpdate();
    }
}
