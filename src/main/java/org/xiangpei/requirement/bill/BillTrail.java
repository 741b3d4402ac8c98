package org.xiangpei.requirement.bill;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.identity.Organizations;
import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.Labels;

/** Writes down what becomes of bills (design rule 9). What is in them is the buyer's own. */
@ApplicationScoped
class BillTrail {

    private static final String STATE = "state";

    private final AuditTrail trail;
    private final Organizations organizations;

    BillTrail(AuditTrail trail, Organizations organizations) {
        this.trail = trail;
        this.organizations = organizations;
    }

    /** @param before the state until now */
    void moved(String action, Bill bill, BillState before) {
        Map<String, Object> after = new LinkedHashMap<>();
        after.put(STATE, Labels.of(bill.state()));
        bill.requirement().ifPresent(code -> after.put("requirement", code));
        trail.record(Change.of(
                action,
                new Subject(
                        "bill",
                        bill.code(),
                        bill.fileName(),
                        organizations.get(bill.organizationCode()).city(),
                        Optional.of(bill.organizationCode())),
                Map.of(STATE, Labels.of(before)),
                after));
    }
}
