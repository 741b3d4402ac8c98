package org.xiangpei.registration;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.catalog.Firm;
import org.xiangpei.catalog.Firms;
import org.xiangpei.identity.Organizations;
import org.xiangpei.identity.Provisioning;

/** Whether a code and a login are still free: of organisations and accounts, and of registrations that are not decided. */
@ApplicationScoped
class Vacancy {

    private final Registrations registrations;
    private final Organizations organizations;
    private final Provisioning provisioning;
    private final Firms firms;

    Vacancy(Registrations registrations, Organizations organizations, Provisioning provisioning, Firms firms) {
        this.registrations = registrations;
        this.organizations = organizations;
        this.provisioning = provisioning;
        this.firms = firms;
    }

    /** @param besides the receipt of the own registration, or empty */
    void check(Statement stated, String besides, Faults faults) {
        if (!faults.has("uscc")) {
            faults.add("uscc", whyCodeIsTaken(stated.uscc()));
            faults.unless(
                    !registrations.isBeingRegistered(stated.uscc(), besides),
                    "uscc",
                    "这个代码已有一份登记在办。是贵单位提交的，请凭受理编号查询或修改；编号找不到，或不是贵单位提交的，请联系所在市工信局。");
        }
        if (!faults.has("login")) {
            faults.unless(
                    !provisioning.isLoginTaken(stated.login()) && !registrations.isLoginWanted(stated.login(), besides),
                    "login",
                    "登录名 " + stated.login() + " 已有人使用，请换一个。");
        }
    }

    /** Why no organisation can be opened with this code; empty when one can. */
    Optional<String> whyCodeIsTaken(String uscc) {
        boolean taken = organizations.findByUscc(uscc).isPresent()
                || firmOf(uscc)
                        .flatMap(firm -> organizations.findByFirm(firm.code()))
                        .isPresent();
        return taken ? Optional.of("这个代码的单位已经开通，不用再登记。请让本单位的管理员邀请您加入；不知道谁是管理员，请联系所在市工信局。") : Optional.empty();
    }

    /** The firm of the catalogue that has this code. */
    Optional<Firm> firmOf(String uscc) {
        return firms.find("details.uscc", uscc).firstResultOptional();
    }
}
