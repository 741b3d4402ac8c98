package org.xiangpei.sourcing.signal;

import java.util.List;
import java.util.Optional;

/**
 * Fewer than {@value #LEAST_WORKING_DAYS} working days from publication to deadline, the day of publication not counted and that of the
 * deadline counted: 政府采购非招标采购方式管理办法 (财政部令第74号), for 询价. Public tenders need twenty days (招标投标法 article 24,
 * 政府采购法 article 35), but are no inquiries.
 */
final class ShortPeriod implements SignalRule {

    static final int LEAST_WORKING_DAYS = 3;

    @Override
    public SignalKind kind() {
        return SignalKind.SHORT_PERIOD;
    }

    @Override
    public List<Finding> look(OpenedInquiry inquiry) {
        return List.of(Finding.ofBuyer(
                inquiry,
                Optional.of(inquiry)
                        .filter(it -> it.workingDays() < LEAST_WORKING_DAYS)
                        .map(it -> new SignalCase(it, List.of()))));
    }
}
