package org.xiangpei.recognition;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;
import org.xiangpei.shared.City;

/**
 * Tells of what ends, once for each stage: of recognitions the firm and all three bureaus, of certificates the firm and its home city's.
 * A stage that passed while nobody looked is told late, and only the latest of several: a notice says how many days are left, not which
 * stage it is. A bureau is told of all products of a round together.
 */
@ApplicationScoped
class EndingNews {

    private final EndingProducts products;
    private final EndingCertificates certificates;
    private final Told told;
    private final Notices notices;
    private final LifeTerms terms;

    EndingNews(EndingProducts products, EndingCertificates certificates, Told told, Notices notices, LifeTerms terms) {
        this.products = products;
        this.certificates = certificates;
        this.told = told;
        this.notices = notices;
        this.terms = terms;
    }

    /** In one transaction: what was told before, also by another instance, is not told again. */
    @Transactional
    public void tell(LocalDate today) {
        tellOfProducts(today);
        tellOfCertificates(today);
    }

    private void tellOfProducts(LocalDate today) {
        Map<String, List<EndingProducts.Ending>> news = new LinkedHashMap<>();
        products.list(today.minusDays(terms.renewalCloses()), today.plusDays(terms.longestNotice()))
                .forEach(it -> {
                    String stage = stage(it.until(), today);
                    if (told.first(Told.Subject.PRODUCT, it.code(), it.until(), stage)) {
                        tellFirm(it, today);
                        news.computeIfAbsent(stage, fresh -> new ArrayList<>()).add(it);
                    }
                });
        news.forEach((stage, ending) -> tellBureaus(stage, ending, today));
    }

    /** The least of the days that is not passed yet. */
    private String stage(LocalDate until, LocalDate today) {
        long left = ChronoUnit.DAYS.between(today, until);
        return left < 0
                ? Told.ENDED
                : terms.expiring().stream()
                        .filter(days -> left <= days)
                        .reduce((more, less) -> less)
                        .orElseThrow()
                        .toString();
    }

    private void tellFirm(EndingProducts.Ending it, LocalDate today) {
        boolean ended = it.until().isBefore(today);
        String renewal = it.renewal()
                .map(filing -> "续期申报 " + filing.code() + " 正在办理。")
                .orElse(
                        ended
                                ? "在 " + it.until().plusDays(terms.renewalCloses()) + " 前还可以续期。"
                                : "现在可以提交续期申报，只改有变化的内容。");
        notices.tell(
                Audience.firm(it.firmCode()),
                product(
                        it.code(),
                        ended ? "互认已到期：" + it.name() : "互认还有 " + days(it.until(), today) + "到期：" + it.name(),
                        (ended ? "有效期到 " + it.until() + " 为止，从次日起不再互认。" : "有效期到 " + it.until() + " 为止，到期自动失效。")
                                + renewal,
                        it.renewal()
                                .map(filing -> "/filings/" + filing.code())
                                .orElse("/filings/new?product=" + it.code())));
    }

    private static String days(LocalDate until, LocalDate today) {
        long left = ChronoUnit.DAYS.between(today, until);
        return left == 0 ? "不到 1 天" : left + " 天";
    }

    private void tellBureaus(String stage, List<EndingProducts.Ending> ending, LocalDate today) {
        EndingProducts.Ending first = ending.getFirst();
        boolean ended = stage.equals(Told.ENDED);
        String names = ending.size() == 1 ? first.name() : first.name() + " 等 " + ending.size() + " 个产品";
        String title = ended ? "互认已到期：" + names : "互认将到期：" + names;
        String text =
                ended ? "从有效期的次日起不再是候选。" : "最早的一个 " + first.until() + " 到期，还有 " + days(first.until(), today) + "。";
        notices.tell(
                Audience.bureaus(),
                product(first.code(), title, text + "按市列出，续期在办的有标注。", "/expiries?within=" + (ended ? "ended" : stage)));
    }

    private static Notice product(String code, String title, String text, String path) {
        return new Notice(NoticeKind.RECOGNITION_ENDING, "product", code, title, text, path);
    }

    private void tellOfCertificates(LocalDate today) {
        Map<City, List<EndingCertificates.Ending>> news = new LinkedHashMap<>();
        certificates
                .list(today.minusDays(terms.renewalCloses()), today.plusDays(terms.certificate()), today, null)
                .forEach(it -> {
                    String stage = it.until().isBefore(today) ? Told.ENDED : String.valueOf(terms.certificate());
                    if (told.first(Told.Subject.CERTIFICATE, String.valueOf(it.id()), it.until(), stage)) {
                        notices.tell(Audience.firm(it.firmCode()), certificate(List.of(it), today, path(it)));
                        it.city().ifPresent(city -> news.computeIfAbsent(city, fresh -> new ArrayList<>())
                                .add(it));
                    }
                });
        news.forEach((city, ending) ->
                notices.tell(Audience.bureau(city), certificate(ending, today, "/expiries?view=certificates")));
    }

    private static String path(EndingCertificates.Ending it) {
        return Optional.ofNullable(it.product())
                .map(product -> "/products/" + product)
                .orElse("/firms/" + it.firmCode());
    }

    private static Notice certificate(List<EndingCertificates.Ending> ending, LocalDate today, String path) {
        EndingCertificates.Ending first = ending.getFirst();
        boolean ended = ending.stream().allMatch(it -> it.until().isBefore(today));
        String owner = first.productName() == null ? first.firm() : first.productName();
        String names = owner + " 的 " + first.type() + (ending.size() == 1 ? "" : " 等 " + ending.size() + " 份证书");
        return new Notice(
                NoticeKind.RECOGNITION_ENDING,
                "certificate",
                String.valueOf(first.id()),
                (ended ? "证书已过期：" : "证书将到期：") + names,
                "有效期到 " + first.until() + "。过期的证书会在产品页和护照上标出，也不能证明条款；请换证后更新。",
                path);
    }
}
