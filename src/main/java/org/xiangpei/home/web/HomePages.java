package org.xiangpei.home.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.CatalogFigures;
import org.xiangpei.catalog.CatalogFigures.Counts;
import org.xiangpei.home.web.HomeView.CityRing;
import org.xiangpei.home.web.HomeView.Figure;
import org.xiangpei.home.web.HomeView.Link;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.shared.City;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;

/** The landing page: the search box, the three doors and what the catalogue holds. */
@Path("/")
@Needs(Action.READ_CATALOGUE)
@Produces(MediaType.TEXT_HTML)
class HomePages {

    private static final List<String> EXAMPLES = List.of("浅基坑电梯", "空气净化 新风", "yjv22 8.7/15", "牵引电机");

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance home(HomeView view);
    }

    private final CatalogFigures catalog;
    private final Clock clock;

    HomePages(CatalogFigures catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance home() {
        LocalDate today = LocalDate.now(clock);
        Counts counts = catalog.on(today);
        List<Link> chains = catalog.chains(today).stream()
                .map(it -> new Link(it.chain(), Figures.number(it.products()), search("chain", it.chain())))
                .toList();
        List<Link> examples =
                EXAMPLES.stream().map(it -> new Link(it, "", search("q", it))).toList();
        return Templates.home(
                new HomeView(figures(counts, chains.size()), rings(), chains, examples, sampleNote(counts)));
    }

    private static String search(String parameter, String value) {
        return Address.of("/products").and(parameter, value).toString();
    }

    private List<CityRing> rings() {
        Map<City, Long> firms = catalog.firmsByProductionCity();
        return List.of(
                ring(City.CHANGSHA, firms, 180, 92),
                ring(City.ZHUZHOU, firms, 244, 202),
                ring(City.XIANGTAN, firms, 116, 202));
    }

    private static CityRing ring(City city, Map<City, Long> firms, int x, int y) {
        return new CityRing(city.label(), firms.getOrDefault(city, 0L), x, y);
    }

    private static List<Figure> figures(Counts counts, int chains) {
        return List.of(
                new Figure("企业", Figures.number(counts.firms()), "家", "长沙、株洲、湘潭"),
                new Figure(
                        "产品",
                        Figures.number(counts.products()),
                        "个",
                        "其中 " + Figures.number(counts.listed()) + " 个在有效期内"),
                new Figure("品类", Figures.number(counts.categories()), "个", "分属 " + chains + " 条产业链"),
                new Figure("有效证书", Figures.number(counts.certificates()), "张", "企业与产品合计"));
    }

    private static @Nullable String sampleNote(Counts counts) {
        return counts.sampleProducts() == 0
                ? null
                : "%s 个产品中有 %s 个是人工编写的示例，企业与产品均为虚构，不代表已获互认；其余按公开报道整理并注明出处。"
                        .formatted(Figures.number(counts.products()), Figures.number(counts.sampleProducts()));
    }
}
