package org.xiangpei.shared.web;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** How the operator is known, as long as there are no accounts. */
@ConfigMapping(prefix = "xiangpei.operator")
interface OperatorConfig {

    /** A long random value, best set as {@code XIANGPEI_OPERATOR_TOKEN}. Without it nobody is the operator. */
    Optional<String> token();
}
