package org.xiangpei.insight.report;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.catalog.Categories;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Organizations;
import org.xiangpei.insight.report.ReportContent.Block;
import org.xiangpei.insight.report.ReportContent.Column;
import org.xiangpei.insight.report.ReportContent.Section;
import org.xiangpei.insight.report.ReportContent.Table;
import org.xiangpei.recognition.AgendaItem;
import org.xiangpei.recognition.Filing;
import org.xiangpei.recognition.JointSession;
import org.xiangpei.recognition.JointSessions;
import org.xiangpei.recognition.Statement;
import org.xiangpei.shared.Labels;

/** What the joint session has before it. */
@ApplicationScoped
class SessionSections {

    private final JointSessions sessions;
    private final Organizations organizations;
    private final Categories categories;

    SessionSections(JointSessions sessions, Organizations organizations, Categories categories) {
        this.sessions = sessions;
        this.organizations = organizations;
        this.categories = categories;
    }

    Section of(JointSession session) {
        var blocks = new ArrayList<Block>();
        List<AgendaItem> agenda = sessions.agenda(session);
        blocks.add(Block.of("第 %d 批联席会议由%s市工业和信息化局主办，%s 在%s举行%s。议程上的申报 %d 件。"
                .formatted(
                        session.number(),
                        session.host().label(),
                        session.heldOn(),
                        session.place(),
                        session.isClosed() ? "，已经结束" : "",
                        agenda.size())));
        if (!agenda.isEmpty()) {
            blocks.add(Block.of(new Table(
                    "出具时议程上的申报。",
                    List.of(
                            Column.text("申报", 16),
                            Column.text("产品", 24),
                            Column.text("品类", 14),
                            Column.text("企业", 26),
                            Column.text("属地", 8),
                            Column.text("决定", 12)),
                    agenda.stream().map(this::row).toList(),
                    false)));
        }
        return new Section("联席会议的议程", false, blocks);
    }

    private List<String> row(AgendaItem item) {
        Statement stated =
                item.of().filed().map(Filing::statement).orElse(item.of().statement());
        String firm = item.of().applicant().organizationCode();
        return List.of(
                item.of().code(),
                stated.name(),
                categories
                        .findByIdOptional(stated.category())
                        .map(it -> it.details().name())
                        .orElse("—"),
                organizations.findByIdOptional(firm).map(Organization::name).orElse(firm),
                item.of().applicant().homeCity().label(),
                item.decision().map(it -> Labels.of(it.outcome())).orElse("待议"));
    }
}
