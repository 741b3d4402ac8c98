package org.xiangpei.sourcing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Firm;
import org.xiangpei.catalog.Firms;
import org.xiangpei.catalog.Products;
import org.xiangpei.identity.MailAddress;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Organizations;
import org.xiangpei.ledger.ProductionPlaces;
import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.Uscc;
import org.xiangpei.sourcing.Invitation.Chosen;

/** Reads whom a buyer wants to ask: a firm of the catalogue is one, however it was named. */
@ApplicationScoped
class Invitees {

    private static final int LONGEST_NAME = 100;
    private static final Pattern HAS_LETTER = Pattern.compile("\\p{L}");

    private final Firms firms;
    private final Products products;
    private final ProductionPlaces places;
    private final Organizations organizations;

    Invitees(Firms firms, Products products, ProductionPlaces places, Organizations organizations) {
        this.firms = firms;
        this.products = products;
        this.places = places;
        this.organizations = organizations;
    }

    /**
     * @param lines numbers of the lines that products can be chosen for
     * @throws RuleViolation {@code bad-invitee} with everything that is wrong
     */
    Invitee read(Invitee typed, String buyer, Set<Integer> lines) {
        var errors = new ArrayList<FieldError>();
        Invitee read = firm(typed)
                .map(firm -> ofCatalogue(firm, typed, buyer, lines, errors))
                .orElseGet(() -> other(typed, buyer, errors));
        if (!errors.isEmpty()) {
            String more = errors.size() > 1 ? "（共 " + errors.size() + " 处）" : "";
            String whose = typed.name().isEmpty() ? "" : "供应商“" + shortened(typed.name()) + "”：";
            throw new RuleViolation("bad-invitee", whose + errors.getFirst().detail() + more, errors);
        }
        return read;
    }

    private static String shortened(String name) {
        return name.length() <= 30 ? name : name.substring(0, 30) + "…";
    }

    private Optional<Firm> firm(Invitee who) {
        if (who.firm() != null) {
            return firms.findByIdOptional(who.firm());
        }
        return Optional.ofNullable(who.uscc())
                .flatMap(it -> firm("details.uscc", it))
                .or(() -> firm("details.name", who.name()));
    }

    private Optional<Firm> firm(String field, String value) {
        return firms.find(field, value).firstResultOptional();
    }

    private Invitee ofCatalogue(Firm firm, Invitee who, String buyer, Set<Integer> lines, List<FieldError> errors) {
        boolean own = organizations
                .findByIdOptional(buyer)
                .flatMap(Organization::firmCode)
                .filter(firm.code()::equals)
                .isPresent();
        if (own) {
            errors.add(new FieldError("name", "不能邀请本单位自己报价。"));
        }
        for (Chosen it : who.products()) {
            if (!lines.contains(it.line()) || !isOf(it.product(), firm)) {
                errors.add(new FieldError(
                        "products",
                        "所选产品 " + it.product() + " 不是" + firm.details().name() + "的，或不在询价的行里。"));
            }
        }
        mail(who.mail(), errors);
        return new Invitee(
                firm.code(),
                firm.details().name(),
                onlySite(firm.details()),
                firm.details().uscc(),
                who.mail(),
                who.products());
    }

    private boolean isOf(String product, Firm firm) {
        return products.findByIdOptional(product)
                .filter(it -> it.details().firmCode().equals(firm.code()))
                .isPresent();
    }

    /** Which of several it will be the quotation says. */
    private static @Nullable String onlySite(Firm.Details firm) {
        return firm.productionSites().size() == 1 ? firm.productionSites().getFirst() : null;
    }

    private Invitee other(Invitee who, String buyer, List<FieldError> errors) {
        if (who.firm() != null) {
            errors.add(new FieldError("firm", "目录里没有企业 " + who.firm() + "，请从列表中选择。"));
        }
        String name = who.name();
        if (name.length() < 2
                || name.length() > LONGEST_NAME
                || !HAS_LETTER.matcher(name).find()) {
            errors.add(new FieldError("name", "请写供应商的全称，2 到 " + LONGEST_NAME + " 个字。"));
        }
        if (organizations.get(buyer).name().equals(name)) {
            errors.add(new FieldError("name", "不能邀请本单位自己报价。"));
        }
        if (who.uscc() != null) {
            Uscc.faultOf(who.uscc()).ifPresent(fault -> errors.add(new FieldError("uscc", fault + "。不知道可以不填。")));
        }
        mail(who.mail(), errors);
        return new Invitee(null, name, place(who, errors), who.uscc(), who.mail(), Set.of());
    }

    private static void mail(@Nullable String mail, List<FieldError> errors) {
        if (mail != null && !MailAddress.isValid(mail)) {
            errors.add(new FieldError("mail", "邮箱地址不对，应像 name@example.com。没有可以不填，链接由您转交。"));
        }
    }

    private @Nullable String place(Invitee who, List<FieldError> errors) {
        try {
            return places.read(who.productionRegion()).orElse(null);
        } catch (RuleViolation wrong) {
            errors.add(new FieldError("productionRegion", wrong.detail()));
            return null;
        }
    }
}
