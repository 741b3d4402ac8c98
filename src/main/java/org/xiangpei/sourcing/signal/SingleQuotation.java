package org.xiangpei.sourcing.signal;

import java.util.List;
import java.util.Optional;

/**
 * Only one supplier quoted. Out of the inquiries on which anybody quoted. The law wants three: 招标投标法 article 28 (fewer than three
 * tenders: invite anew), 政府采购法 articles 36 and 40 (at least three suppliers are asked).
 */
final class SingleQuotation implements SignalRule {

    @Override
    public SignalKind kind() {
        return SignalKind.SINGLE_QUOTATION;
    }

    @Override
    public List<Finding> look(OpenedInquiry inquiry) {
        return switch (inquiry.quoted().size()) {
            case 0 -> List.of();
            case 1 -> List.of(Finding.ofBuyer(inquiry, Optional.of(new SignalCase(inquiry, List.of()))));
            default -> List.of(Finding.ofBuyer(inquiry, Optional.empty()));
        };
    }
}
