package org.xiangpei.recognition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

import org.xiangpei.catalog.Firm;
import org.xiangpei.catalog.Product;
import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;
import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.City;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

/** Tells the firm and its home city that an import has put a recognised product under review, and writes that down. */
@ApplicationScoped
class ReviewNews {

    private final EntityManager entities;
    private final Notices notices;
    private final AuditTrail trail;

    ReviewNews(EntityManager entities, Notices notices, AuditTrail trail) {
        this.entities = entities;
        this.notices = notices;
        this.trail = trail;
    }

    void noticed(@Observes ImportedKeyChanges.Noticed noticed) {
        Map<String, List<ImportedKeyChanges.Open>> byProduct = noticed.changes().stream()
                .collect(groupingBy(ImportedKeyChanges.Open::productCode, LinkedHashMap::new, toList()));
        byProduct.forEach((product, changes) -> noticed(product, changes, noticed.importCode()));
    }

    private void noticed(String code, List<ImportedKeyChanges.Open> changes, String importCode) {
        Product product = Objects.requireNonNull(entities.find(Product.class, code));
        String firm = product.details().firmCode();
        Optional<City> home = City.of(entities.find(Firm.class, firm).details().cityCode());
        String spoken = Reviews.spoken(changes);
        trail.record(Change.of(
                        "reopen_recognition",
                        new Subject("product", code, product.details().name(), home, Optional.empty()),
                        Map.of(),
                        Map.of("changes", spoken))
                .because("导入 " + importCode));
        String title = "参数变更复核中：" + product.details().name();
        notices.tell(
                Audience.firm(firm),
                notice(code, title, "目录导入改动了关键参数：" + spoken + "。请提交变更申报，由三市复核；数值有误的，请联系属地工信局更正。", "/products/" + code));
        home.ifPresent(city -> notices.tell(
                Audience.bureau(city),
                notice(code, title, "目录导入 " + importCode + " 改动了已互认产品的关键参数：" + spoken + "。", "/standings/" + code)));
    }

    private static Notice notice(String code, String title, String text, String path) {
        return new Notice(NoticeKind.RECOGNITION_PROGRESS, "product", code, title, text, path);
    }
}
