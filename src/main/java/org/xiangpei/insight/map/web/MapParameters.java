package org.xiangpei.insight.map.web;

import java.util.Arrays;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.map.MapLayer;
import org.xiangpei.insight.web.LocalSourcingParameters;
import org.xiangpei.shared.RuleViolation;

/** The query string of the map: that of the rate, what is shown and which park. */
public class MapParameters extends LocalSourcingParameters {

    @RestQuery
    @Nullable
    String show;

    @RestQuery
    @Nullable
    String park;

    /** @throws RuleViolation {@code bad-request} for a layer that is none */
    MapLayer layer() {
        if (show == null || show.isBlank()) {
            return MapLayer.FIRMS;
        }
        return Arrays.stream(MapLayer.values())
                .filter(it -> it.code().equals(show))
                .findFirst()
                .orElseThrow(() -> new RuleViolation(
                        "bad-request", "show=" + show + " 有误；应为以下之一：firms（企业）、products（产品）、purchases（采购金额）"));
    }

    @Nullable
    String park() {
        return park == null || park.isBlank() ? null : park.strip();
    }
}
