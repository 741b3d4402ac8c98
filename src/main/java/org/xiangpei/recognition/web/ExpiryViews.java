package org.xiangpei.recognition.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.ProductProfile;
import org.xiangpei.catalog.ProductProfiles;
import org.xiangpei.identity.Actor;
import org.xiangpei.recognition.EndingCertificates;
import org.xiangpei.recognition.EndingProducts;
import org.xiangpei.recognition.ImportedKeyChanges;
import org.xiangpei.recognition.LifeTerms;
import org.xiangpei.recognition.RecognitionCase;
import org.xiangpei.recognition.Reviews;
import org.xiangpei.recognition.web.ExaminationListView.Filter;
import org.xiangpei.recognition.web.ExpiryView.CertificateRow;
import org.xiangpei.recognition.web.ExpiryView.ProductRow;
import org.xiangpei.recognition.web.ExpiryView.ReviewRow;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.PageLinks;

/** Puts into words what of the recognitions has to be looked after. */
@ApplicationScoped
class ExpiryViews {

    private static final int LISTED = 25;

    private final EndingProducts products;
    private final EndingCertificates certificates;
    private final ImportedKeyChanges imported;
    private final Reviews reviews;
    private final RevocationViews revocations;
    private final FilingViews filings;
    private final ProductProfiles profiles;
    private final LifeTerms terms;
    private final Words words;

    ExpiryViews(
            EndingProducts products,
            EndingCertificates certificates,
            ImportedKeyChanges imported,
            Reviews reviews,
            RevocationViews revocations,
            FilingViews filings,
            ProductProfiles profiles,
            LifeTerms terms,
            Words words) {
        this.products = products;
        this.certificates = certificates;
        this.imported = imported;
        this.reviews = reviews;
        this.revocations = revocations;
        this.filings = filings;
        this.profiles = profiles;
        this.terms = terms;
        this.words = words;
    }

    /**
     * @param within a number of days, {@code ended}, or nothing
     * @param only the city whose firms are shown; empty for all, the own first
     */
    record Asked(ExpiryPart part, String within, Optional<City> only, int page) {

        Address address() {
            return Address.of("/expiries")
                    .and("view", part == ExpiryPart.PRODUCTS ? null : part.code())
                    .and("within", within)
                    .and("city", only.map(City::code).orElse(null));
        }
    }

    @Transactional
    ExpiryView of(Actor actor, Asked asked) {
        return switch (asked.part()) {
            case PRODUCTS -> products(actor, asked);
            case CERTIFICATES -> certificates(actor, asked);
            case REVIEWS -> reviews(actor, asked);
            case REVOCATIONS -> revocations(asked);
        };
    }

    private ExpiryView products(Actor actor, Asked asked) {
        ExpirySpan span = ExpirySpan.of(asked.within(), terms, words.today(), terms.longestNotice());
        Page<EndingProducts.Ending> page = products.page(
                span.from(),
                span.to(),
                actor.city().orElse(null),
                new EndingProducts.Narrowed(asked.only().orElse(null), null),
                asked.page(),
                LISTED);
        return view(
                asked,
                "有效期 " + terms.longestNotice() + " 天内到期的互认，和 " + terms.renewalCloses()
                        + " 天内已到期、还可以续期的互认。本市企业的在前。有效期未载明的不会到期，不在这里。",
                page.total(),
                page.items().stream().map(this::row).toList(),
                List.of(),
                List.of(),
                List.of(),
                PageLinks.of(page, asked.address()));
    }

    private ProductRow row(EndingProducts.Ending it) {
        return new ProductRow(
                it.code(),
                it.name(),
                it.firmCode(),
                it.firm(),
                it.city().map(City::label).orElse("三市以外"),
                it.until().toString(),
                left(it.until()),
                tone(it.until()),
                it.renewal().map(RecognitionCase::code).orElse(null),
                it.renewal().map(RecognitionCase::state).map(Labels::of).orElse("没有续期申报"));
    }

    private String left(LocalDate until) {
        long left = ChronoUnit.DAYS.between(words.today(), until);
        return left < 0 ? "已过期 " + -left + " 天" : left == 0 ? "今天到期" : "还有 " + left + " 天";
    }

    private String tone(LocalDate until) {
        return until.isBefore(words.today()) ? "fail" : "sample";
    }

    private ExpiryView certificates(Actor actor, Asked asked) {
        ExpirySpan span = ExpirySpan.of(asked.within(), terms, words.today(), terms.certificate());
        List<CertificateRow> rows =
                certificates
                        .list(
                                span.from(),
                                span.to(),
                                words.today(),
                                actor.city().orElse(null))
                        .stream()
                        .filter(it -> asked.only().isEmpty() || it.city().equals(asked.only()))
                        .map(this::row)
                        .toList();
        return view(
                asked,
                "互认产品和它们的企业的证书：" + terms.certificate() + " 天内到期的，和已过期又没有换新的。过期的在产品页和护照上标出“证书已过期”。",
                rows.size(),
                List.of(),
                rows,
                List.of(),
                List.of(),
                null);
    }

    private CertificateRow row(EndingCertificates.Ending it) {
        return new CertificateRow(
                it.type(),
                it.number(),
                Objects.requireNonNullElse(it.productName(), "企业证书"),
                it.product() == null ? "/firms/" + it.firmCode() : "/products/" + it.product(),
                it.firm(),
                it.city().map(City::label).orElse("三市以外"),
                it.until().toString(),
                left(it.until()),
                tone(it.until()));
    }

    private ExpiryView reviews(Actor actor, Asked asked) {
        List<ReviewRow> rows = Stream.concat(
                        reviews.open(actor).stream().map(this::row),
                        imported.open().stream().map(this::row))
                .toList();
        return view(
                asked,
                "关键参数有改动、等三市复核的互认产品。企业申报的，目录保留已互认的数值；导入改动的，由企业提交变更申报，或把数值改回去。",
                rows.size(),
                List.of(),
                List.of(),
                rows,
                List.of(),
                null);
    }

    private ReviewRow row(RecognitionCase of) {
        String code = of.productCode().orElseThrow();
        ProductProfile product = profiles.get(code);
        return new ReviewRow(
                code,
                product.product().name(),
                product.firm().details().name(),
                filings.keys(of),
                Labels.of(of.kind()) + "申报 " + of.code(),
                "/examinations/" + of.code());
    }

    private ReviewRow row(ImportedKeyChanges.Open it) {
        ProductProfile product = profiles.get(it.productCode());
        return new ReviewRow(
                it.productCode(),
                product.product().name(),
                product.firm().details().name(),
                it.change().text(),
                "目录导入 " + it.importCode(),
                "/standings/" + it.productCode());
    }

    private ExpiryView revocations(Asked asked) {
        List<RevocationView.Row> rows = revocations.rows(asked.only().orElse(null));
        return view(
                asked, "属地工信局启动，企业陈述申辩，三市在联席会议上决定。没有结束的在前。", rows.size(), List.of(), List.of(), List.of(), rows, null);
    }

    private ExpiryView view(
            Asked asked,
            String lead,
            long total,
            List<ProductRow> ending,
            List<CertificateRow> lapsing,
            List<ReviewRow> reviewed,
            List<RevocationView.Row> revoking,
            @Nullable PageLinks links) {
        return new ExpiryView(
                asked.part(),
                Labels.of(asked.part()),
                lead,
                Arrays.stream(ExpiryPart.values())
                        .map(it -> filter(Labels.of(it), new Asked(it, "", asked.only(), 1), it == asked.part()))
                        .toList(),
                days(asked),
                cities(asked),
                Figures.number(total),
                ending,
                lapsing,
                reviewed,
                revoking,
                links);
    }

    private List<Filter> days(Asked asked) {
        if (asked.part() != ExpiryPart.PRODUCTS && asked.part() != ExpiryPart.CERTIFICATES) {
            return List.of();
        }
        var filters = new ArrayList<Filter>();
        filters.add(within(asked, "", "全部"));
        if (asked.part() == ExpiryPart.PRODUCTS) {
            terms.expiring().reversed().forEach(it -> filters.add(within(asked, String.valueOf(it), it + " 天内到期")));
        }
        filters.add(within(asked, ExpirySpan.ENDED, "已过期"));
        return filters;
    }

    private static Filter within(Asked asked, String code, String label) {
        return filter(
                label,
                new Asked(asked.part(), code, asked.only(), 1),
                asked.within().equals(code));
    }

    private static List<Filter> cities(Asked asked) {
        if (asked.part() == ExpiryPart.REVIEWS) {
            return List.of();
        }
        var filters = new ArrayList<Filter>();
        filters.add(filter(
                "三市",
                new Asked(asked.part(), asked.within(), Optional.empty(), 1),
                asked.only().isEmpty()));
        for (City city : City.values()) {
            filters.add(filter(
                    city.label(),
                    new Asked(asked.part(), asked.within(), Optional.of(city), 1),
                    asked.only().filter(city::equals).isPresent()));
        }
        return filters;
    }

    private static Filter filter(String label, Asked to, boolean current) {
        return new Filter(label, to.address().toString(), current);
    }
}
