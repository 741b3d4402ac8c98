package org.xiangpei.matching.outlook.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.catalog.ProductProfile;
import org.xiangpei.catalog.ProductProfiles;
import org.xiangpei.catalog.RecognitionStatus;
import org.xiangpei.identity.Actor;
import org.xiangpei.matching.outlook.SupplyRisk;
import org.xiangpei.matching.outlook.SupplyRisk.Ending;
import org.xiangpei.matching.outlook.SupplyRisk.Kind;
import org.xiangpei.matching.outlook.SupplyRisks;
import org.xiangpei.matching.outlook.web.RiskView.Group;
import org.xiangpei.matching.outlook.web.RiskView.Product;
import org.xiangpei.matching.outlook.web.RiskView.ProductRow;
import org.xiangpei.matching.outlook.web.RiskView.Row;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.web.Figures;

/** Puts supplies at risk into words. */
@ApplicationScoped
class RiskViews {

    private final SupplyRisks risks;
    private final ProductProfiles products;
    private final Clock clock;

    RiskViews(SupplyRisks risks, ProductProfiles products, Clock clock) {
        this.risks = risks;
        this.products = products;
        this.clock = clock;
    }

    RiskView own(Actor actor) {
        List<SupplyRisk> all = risks.own(actor);
        Map<String, ProductProfile> profiles = profiles(all.stream().flatMap(it -> it.products().stream()));
        return new RiskView(
                true,
                "",
                Stream.of(Kind.values())
                        .map(kind -> group(kind, all, profiles))
                        .filter(group -> !group.rows().isEmpty())
                        .toList(),
                List.of());
    }

    RiskView ofCity(City city) {
        List<SupplyRisks.ProductAtRisk> all = risks.ofCity(city);
        Map<String, ProductProfile> profiles = profiles(all.stream().map(SupplyRisks.ProductAtRisk::product));
        return new RiskView(
                false,
                city.label(),
                List.of(),
                all.stream()
                        .map(it -> new ProductRow(
                                product(it.product(), it.kind(), profiles),
                                tone(it.kind()),
                                label(it.kind()),
                                it.lines() == 0 ? "少于 5 行" : Figures.number(it.lines()) + " 行"))
                        .toList());
    }

    private Map<String, ProductProfile> profiles(Stream<Ending> endings) {
        return products.list(endings.map(Ending::product).distinct().toList()).stream()
                .collect(Collectors.toMap(ProductProfile::code, Function.identity()));
    }

    private Group group(Kind kind, List<SupplyRisk> all, Map<String, ProductProfile> profiles) {
        return new Group(
                kind.code(),
                label(kind),
                tone(kind),
                meaning(kind),
                all.stream()
                        .filter(it -> it.kind() == kind)
                        .map(it -> row(it, profiles))
                        .toList());
    }

    private Row row(SupplyRisk it, Map<String, ProductProfile> profiles) {
        return new Row(
                "/requirements/" + it.place().requirement() + "/answers/"
                        + it.place().number(),
                it.lineName(),
                it.title() + " 第 " + it.place().number() + " 行",
                it.neededBy() == null ? "未写" : it.neededBy().toString(),
                it.kind() == Kind.LOST ? "没有" : it.suppliers() == 1 ? "唯一一家" : it.suppliers() + " 家",
                it.products().stream()
                        .map(product -> product(product, it.kind(), profiles))
                        .toList());
    }

    private Product product(Ending it, Kind kind, Map<String, ProductProfile> profiles) {
        return new Product(it.product(), it.productName(), it.firmName(), why(it, kind, profiles));
    }

    private String why(Ending it, Kind kind, Map<String, ProductProfile> profiles) {
        if (kind != Kind.LOST) {
            return (it.certificate() == null ? "互认" : "证书 " + it.certificate() + " ") + "有效期至 " + it.until();
        }
        ProductProfile profile = profiles.get(it.product());
        RecognitionStatus status =
                profile == null ? RecognitionStatus.EXPIRED : profile.listing().status(LocalDate.now(clock));
        return status == RecognitionStatus.VALID || status == RecognitionStatus.NOT_STATED
                ? "参数或证书有变，不再满足条款"
                : Labels.of(status);
    }

    static String label(Kind kind) {
        return Labels.of("riskKind", kind.code());
    }

    private static String tone(Kind kind) {
        return switch (kind) {
            case LOST, BEFORE_NEEDED -> "fail";
            case SOON -> "sample";
        };
    }

    private static String meaning(Kind kind) {
        return switch (kind) {
            case LOST -> "原来有合格产品，现在一个也没有了。";
            case BEFORE_NEEDED -> "现在的合格产品，到需要日期之前都会到期。";
            case SOON -> "现在的合格产品，90 天内都会到期。";
        };
    }
}
