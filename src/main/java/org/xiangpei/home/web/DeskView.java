package org.xiangpei.home.web;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.DeskSource.Place;
import org.xiangpei.identity.DeskSource.Section;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.Labels;

/**
 * A person's desk.
 *
 * @param who the organisation and the roles
 * @param tools what the person can do besides what waits
 */
record DeskView(String name, String who, List<Section> waiting, List<Section> others, List<Tool> tools) {

    record Tool(String label, String detail, String href) {}

    /** Whether no section of what waits has anything in it. */
    public boolean nothingWaits() {
        return waiting.stream().allMatch(it -> it.items().isEmpty());
    }

    private record Offer(Action action, Tool tool) {}

    private static final List<Offer> OFFERS = List.of(
            offer(Action.VET_REGISTRATIONS, "单位注册审核", "核对代码、营业执照和生产地", "/registrations"),
            offer(Action.READ_FILINGS, "互认审查", "属地先审，两市并联，期限内答复", "/examinations"),
            offer(Action.READ_FILINGS, "联席会议", "三市共同决定，成立批次，下载纪要", "/sessions"),
            offer(Action.READ_FILINGS, "到期和复核", "将到期的互认、过期证书、参数变更、撤销", "/expiries"),
            offer(Action.FILE_PRODUCTS, "互认申报", "填报产品、查看进展、按意见修改", "/filings"),
            offer(Action.SEE_NEAR_MISSES, "差一点的机会", "改一个参数，能多满足哪些公开需求", "/near-misses"),
            offer(Action.SEE_SUPPLY_RISKS, "供应风险", "哪些需求快要失去合格产品", "/risks"),
            offer(Action.KEEP_REQUIREMENTS, "采购需求", "粘贴文字、上传清单或手工填写，发布给企业", "/requirements"),
            offer(Action.KEEP_INQUIRIES, "询价", "向选定的供应商询价，报价密封到开启", "/inquiries"),
            offer(Action.SEE_PUBLISHED_REQUIREMENTS, "求购需求", "哪些需求本企业能满足，还差哪些参数", "/demand"),
            offer(Action.SEE_PUBLISHED_REQUIREMENTS, "收到的询价", "采购单位邀请本企业报价", "/invitations"),
            offer(Action.FOLLOW_PURCHASES, "成交后的履约", "到货、验收、评价，双方的话摆在一起", "/follow-ups"),
            offer(Action.SET_TARGETS, "本地配套总览", "四个口径、目标、三市流向和外流，和以前比", "/overview"),
            offer(Action.SEE_SIGNALS, "采购提示", "已开启的询价里值得再看一眼的地方，附依据", "/signals"),
            offer(Action.EXPLAIN_SIGNALS, "采购提示的说明", "给本单位的提示写明原因", "/signals/explanations"),
            offer(Action.READ_PURCHASES, "采购台账", "登记、更正、查重，每条有历史", "/purchases"),
            offer(Action.IMPORT_CATALOGUE, "导入目录", "先看差异再确认，整次可撤销", "/catalog/imports"),
            offer(Action.READ_AUDIT, "审计记录", "谁在何时改了什么，可校验、可导出", "/audit"),
            offer(Action.MANAGE_MEMBERS, "本单位人员", "邀请同事、调整角色、移除", "/members"),
            offer(Action.MATCH, "按条款匹配", "写下需求，逐条给出结论和依据", "/match"),
            offer(Action.READ_RATE, "本地配套率", "四个口径，每个数字可追溯", "/rate"),
            offer(Action.USE_OWN_ACCOUNT, "通知设置", "邮箱，以及哪些事、怎么通知、多快", "/notifications/settings"),
            offer(Action.USE_OWN_ACCOUNT, "我的账号", "密码、两步验证、访问令牌", "/account"));

    private static Offer offer(Action action, String label, String detail, String href) {
        return new Offer(action, new Tool(label, detail, href));
    }

    static DeskView of(Actor actor, List<Section> sections) {
        return new DeskView(
                actor.name(),
                who(actor),
                at(sections, it -> it == Place.WAITING),
                at(sections, it -> it != Place.WAITING),
                OFFERS.stream()
                        .filter(it -> actor.may(it.action()))
                        .map(Offer::tool)
                        .toList());
    }

    private static String who(Actor actor) {
        Stream<String> roles =
                actor.roles().stream().filter(Role::isGiven).sorted().map(Labels::of);
        return actor.organizationName() + " · " + roles.collect(Collectors.joining("、"));
    }

    private static List<Section> at(List<Section> sections, Predicate<Place> there) {
        return sections.stream()
                .filter(it -> there.test(it.place()))
                .sorted(Comparator.comparing(Section::place).thenComparing(Section::title))
                .toList();
    }
}
