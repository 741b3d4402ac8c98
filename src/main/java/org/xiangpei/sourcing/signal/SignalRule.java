package org.xiangpei.sourcing.signal;

import java.util.List;
import java.util.Optional;

/** Looks at one opened inquiry by itself. A plain function: the same inquiry always gives the same findings. */
interface SignalRule {

    SignalKind kind();

    /** Nothing where the inquiry cannot be a case of anybody. */
    List<Finding> look(OpenedInquiry inquiry);

    /**
     * What one inquiry says of one subject.
     *
     * @param found empty when the inquiry could have been a case and is none
     */
    record Finding(Signal.Subject subject, Optional<SignalCase> found) {

        static Finding ofBuyer(OpenedInquiry inquiry, Optional<SignalCase> found) {
            return new Finding(
                    new Signal.Subject(
                            inquiry.buyer().organization(), inquiry.buyer().name()),
                    found);
        }
    }
}
