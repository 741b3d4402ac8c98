package org.xiangpei.recognition.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.ProductProfile;
import org.xiangpei.catalog.ProductProfiles;
import org.xiangpei.catalog.web.ProductCard;
import org.xiangpei.catalog.web.SpecificationText;
import org.xiangpei.recognition.CategoryForm;
import org.xiangpei.recognition.RecognitionCase;
import org.xiangpei.recognition.SimilarProducts;
import org.xiangpei.recognition.Statement;
import org.xiangpei.recognition.web.ExaminationView.Head;
import org.xiangpei.recognition.web.ExaminationView.Line;
import org.xiangpei.recognition.web.ExaminationView.Similar;
import org.xiangpei.shared.units.Units;
import org.xiangpei.shared.web.Figures;

/** Sets what is filed beside what is recognised already, parameter by parameter. */
@ApplicationScoped
class SimilarTable {

    private static final int SHOWN = 3;

    private final SimilarProducts similar;
    private final ProductProfiles profiles;
    private final Words words;

    SimilarTable(SimilarProducts similar, ProductProfiles profiles, Words words) {
        this.similar = similar;
        this.profiles = profiles;
        this.words = words;
    }

    Similar of(RecognitionCase of, Statement statement, CategoryForm form) {
        List<String> codes = similar.codes(statement.name(), statement.category(), words.today(), SHOWN + 1).stream()
                .filter(it -> of.productCode().filter(it::equals).isEmpty())
                .limit(SHOWN)
                .toList();
        List<ProductProfile> found = profiles.list(codes);
        return new Similar(found.stream().map(this::head).toList(), lines(statement, form, found));
    }

    private Head head(ProductProfile profile) {
        ProductCard card = ProductCard.of(profile, words.today());
        String name = card.model() == null ? card.name() : card.name() + " " + card.model();
        return new Head(
                card.code(),
                name,
                card.firm(),
                card.validity().text(),
                card.validity().tone());
    }

    private List<Line> lines(Statement statement, CategoryForm form, List<ProductProfile> found) {
        var lines = new ArrayList<Line>();
        StatementRows.of(statement, form).stream()
                .flatMap(group -> group.rows().stream())
                .filter(row -> row.id().startsWith("spec-"))
                .forEach(row -> lines.add(new Line(
                        row.label(),
                        row.text(),
                        found.stream()
                                .map(it -> stated(it, row.id(), unit(statement, form, row.id())))
                                .toList())));
        return lines;
    }

    /** Side by side, all are in the unit of what is filed. */
    private static @Nullable String unit(Statement statement, CategoryForm form, String id) {
        return form.fields().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .map(field -> Optional.ofNullable(statement.specifications().get(field.property()))
                        .map(Statement.Stated::unit)
                        .filter(it -> Units.known(it) && !it.isBlank())
                        .orElse(field.details().unit()))
                .orElse(null);
    }

    private static String stated(ProductProfile profile, String field, @Nullable String unit) {
        return profile.specifications().stream()
                .filter(it -> CategoryForm.fieldId(it.propertyCode()).equals(field))
                .map(it -> SpecificationText.in(unit, it))
                .findFirst()
                .orElse(Figures.MISSING);
    }
}
