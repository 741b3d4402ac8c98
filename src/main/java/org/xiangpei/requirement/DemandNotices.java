package org.xiangpei.requirement;

import java.util.HashSet;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;
import org.xiangpei.identity.Organizations;

/** Tells the firms that a requirement was published to of it, and of what becomes of it. A buyer who keeps its name is not named. */
@ApplicationScoped
class DemandNotices {

    private static final String SUBJECT = "requirement";

    private final Notices notices;
    private final Organizations organizations;

    DemandNotices(Notices notices, Organizations organizations) {
        this.notices = notices;
        this.organizations = organizations;
    }

    /** @param before the firms that it was published to until now */
    void published(Requirement of, Set<String> before) {
        Set<String> added = new HashSet<>(of.firms());
        added.removeAll(before);
        tell(added, NoticeKind.DEMAND_OPENED, "采购需求：" + of.title(), buyer(of) + "指定贵企业查看这份需求，请看哪些条款符合、哪些还没有载明。", of);
        Set<String> removed = new HashSet<>(before);
        removed.removeIf(firm -> of.isOpenTo(firm));
        tell(removed, NoticeKind.DEMAND_CHANGED, "不再指定：" + of.title(), "采购单位调整了发布范围，这份需求不再向贵企业开放。", of);
    }

    void changed(Requirement of) {
        tell(of.firms(), NoticeKind.DEMAND_CHANGED, "需求有修改：" + of.title(), "采购单位改动了这份需求，请再看一遍条款。", of);
    }

    void ended(Requirement of) {
        String what = of.state() == RequirementState.WITHDRAWN ? "已撤回" : "已结束";
        tell(
                of.firms(),
                NoticeKind.DEMAND_CHANGED,
                what + "：" + of.title(),
                "这份需求" + what + "。原因：" + of.endedReason().orElse(""),
                of);
    }

    private void tell(Set<String> firms, NoticeKind kind, String title, String text, Requirement of) {
        firms.stream()
                .sorted()
                .forEach(firm -> notices.tell(
                        Audience.firm(firm),
                        new Notice(kind, SUBJECT, of.code(), title, text, "/demand?requirement=" + of.code())));
    }

    private String buyer(Requirement of) {
        return of.showsBuyer() ? organizations.get(of.organization()).name() : "一家采购单位";
    }
}
