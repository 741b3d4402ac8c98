package org.xiangpei.registration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.catalog.Regions;
import org.xiangpei.identity.OrganizationKind;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Uscc;

/** Whether what was typed can be a registration, apart from what others have registered. */
@ApplicationScoped
class StatementCheck {

    private static final Set<OrganizationKind> KINDS =
            Set.of(OrganizationKind.FIRM, OrganizationKind.PUBLIC_BUYER, OrganizationKind.SERVICE_INSTITUTION);
    private static final int LONGEST = 100;
    private static final String EMAIL = "[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]{2,}";
    private static final String PHONE = "\\+?[0-9][0-9 ()-]{5,18}[0-9]";
    private static final String LOGIN = "[a-z0-9][a-z0-9._-]{2,39}";

    private final Regions regions;

    StatementCheck(Regions regions) {
        this.regions = regions;
    }

    void check(Statement stated, Faults faults) {
        checkOrganization(stated, faults);
        checkPlaces(stated, faults);
        checkPerson(stated, faults);
    }

    private static void checkOrganization(Statement stated, Faults faults) {
        faults.unless(kind(stated.kind()).isPresent(), "kind", "请选择单位类型。");
        line(stated.name(), "name", "请填写单位全称，与营业执照或登记证书一致。", faults);
        faults.add(
                "uscc",
                stated.uscc().isEmpty()
                        ? Optional.of("请填写统一社会信用代码，在营业执照或登记证书上。")
                        : Uscc.faultOf(stated.uscc()).map(it -> it + "。"));
        faults.unless(!isFirm(stated) || stated.buys() || stated.supplies(), "buys", "请选择企业在这里采购、供应，或两者都选。");
    }

    private void checkPlaces(Statement stated, Faults faults) {
        if (stated.region().equals(Statement.ELSEWHERE)) {
            line(stated.elsewhere(), "elsewhere", "请写明登记地，例如 湖南省岳阳市。", faults);
        } else {
            faults.unless(isLocal(stated.region()), "region", "请选择营业执照上的登记地；不在三市的选“长株潭以外”。");
        }
        if (isFirm(stated) && stated.supplies()) {
            faults.unless(!stated.sites().isEmpty(), "sites", "供应产品的企业请至少选一处生产地；是不是本地产品按生产地判断。");
        }
        faults.unless(
                stated.sites().stream().allMatch(it -> it.equals(Statement.ELSEWHERE) || isLocal(it)),
                "sites",
                "有不认识的生产地，请重新选择。");
    }

    private static void checkPerson(Statement stated, Faults faults) {
        line(stated.contact(), "contact", "请填写联系人姓名。", faults);
        faults.unless(
                stated.email().matches(EMAIL) && stated.email().length() <= LONGEST,
                "email",
                "请填写能收到邮件的地址，例如 zhang@example.com。");
        faults.unless(stated.phone().matches(PHONE), "phone", "请填写电话号码，只用数字、空格和连字符，例如 0731-1234567。");
        faults.unless(stated.login().matches(LOGIN), "login", "登录名为 3 到 40 个小写字母、数字、点、横线或下划线，以字母或数字开头。");
    }

    private static void line(String text, String field, String missing, Faults faults) {
        faults.unless(!text.isEmpty(), field, missing);
        faults.unless(text.length() <= LONGEST, field, "最多 " + LONGEST + " 字，这里有 " + text.length() + " 字。");
        faults.unless(text.chars().noneMatch(Character::isISOControl), field, "请写在一行之内，不要有换行等控制字符。");
    }

    private boolean isLocal(String region) {
        return City.of(region).isPresent() && regions.findByIdOptional(region).isPresent();
    }

    private static boolean isFirm(Statement stated) {
        return kind(stated.kind()).filter(OrganizationKind.FIRM::equals).isPresent();
    }

    private static Optional<OrganizationKind> kind(String code) {
        return Arrays.stream(OrganizationKind.values())
                .filter(it -> KINDS.contains(it) && it.code().equals(code))
                .findFirst();
    }

    /** Of a statement without faults. What does not concern its kind is left out. */
    static Applicant applicant(Statement stated) {
        OrganizationKind kind = kind(stated.kind()).orElseThrow();
        boolean firm = kind == OrganizationKind.FIRM;
        boolean local = !stated.region().equals(Statement.ELSEWHERE);
        List<String> sites = firm ? stated.sites() : List.of();
        return new Applicant(
                kind,
                stated.name(),
                stated.uscc(),
                local ? stated.region() : null,
                local ? null : stated.elsewhere(),
                firm ? stated.buys() : kind == OrganizationKind.PUBLIC_BUYER,
                firm && stated.supplies(),
                sites.stream().filter(it -> !it.equals(Statement.ELSEWHERE)).toList(),
                sites.contains(Statement.ELSEWHERE));
    }

    static Contact contact(Statement stated) {
        return new Contact(stated.contact(), stated.email(), stated.phone(), stated.login());
    }
}
