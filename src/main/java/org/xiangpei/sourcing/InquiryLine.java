package org.xiangpei.sourcing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.RequirementLine;

/**
 * One item that is asked for (询价行), as the requirement said it when the inquiry was drafted. What the buyer first wrote is left out: it
 * may name the budget.
 */
@Entity
public class InquiryLine {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "inquiry_code")
    private String inquiry;

    private int number;
    private String name;
    private @Nullable String description;
    private @Nullable String category;
    private @Nullable BigDecimal quantity;
    private @Nullable String unit;
    private @Nullable BigDecimal budget;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Criterion> criteria;

    @Column(name = "requirement_code")
    private String requirement;

    private int requirementLine;

    protected InquiryLine() {}

    InquiryLine(String inquiry, int number, KeptLine of) {
        KeptLine.Content content = of.content();
        this.inquiry = inquiry;
        this.number = number;
        name = content.name();
        description = content.description();
        category = content.category();
        quantity = content.quantity();
        unit = content.unit();
        budget = content.budget();
        criteria = content.criteria();
        requirement = of.requirement();
        requirementLine = of.number();
    }

    public long id() {
        return id == null ? 0 : id;
    }

    /** Code of the inquiry. */
    public String inquiry() {
        return inquiry;
    }

    /** Its place in the inquiry, from 1. */
    public int number() {
        return number;
    }

    public String name() {
        return name;
    }

    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    /** Code of its category. */
    public Optional<String> category() {
        return Optional.ofNullable(category);
    }

    public Optional<BigDecimal> quantity() {
        return Optional.ofNullable(quantity);
    }

    public Optional<String> unit() {
        return Optional.ofNullable(unit);
    }

    /** CNY, tax included, of the whole line; for nobody but the buyer. */
    public Optional<BigDecimal> budget() {
        return Optional.ofNullable(budget);
    }

    /** In the order in which quotations reply to them. */
    public List<Criterion> criteria() {
        return List.copyOf(criteria);
    }

    /** Code of the requirement that it comes from. */
    public String requirement() {
        return requirement;
    }

    /** Its number there. */
    public int requirementLine() {
        return requirementLine;
    }

    /** As the matcher takes it, its reference being its number in the inquiry. */
    public RequirementLine line(Terms terms) {
        return new RequirementLine(
                String.valueOf(number),
                name,
                description,
                category,
                quantity,
                unit,
                terms.deliverTo(),
                terms.neededBy(),
                criteria());
    }
}
