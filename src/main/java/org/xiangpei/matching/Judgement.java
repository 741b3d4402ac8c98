package org.xiangpei.matching;

import org.xiangpei.requirement.Criterion;

/**
 * One clause judged against one product.
 *
 * @param label the name of what is tested, for example 额定载重量
 * @param required what was asked, for a reader, for example {@code ≥ 1000 kg}
 * @param offered what the product states, for a reader; {@code 未载明} when nothing is
 */
public record Judgement(
        Criterion criterion, String label, String required, String offered, ClauseResult result, Evidence evidence) {}
