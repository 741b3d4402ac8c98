package org.xiangpei.requirement;

import java.math.BigDecimal;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.RuleViolation;

/** One item of a requirement as its buyer has it now (需求行). What it said before is in the editions, what was counted in {@link PostedLine}. */
@Entity
@Table(name = "requirement_entry")
public class KeptLine {

    /** How many ids one look at the sequence takes: a bill of materials has thousands of lines. */
    private static final int IDS_AT_ONCE = 500;

    /**
     * @param category code of a category; null when nobody knows it yet
     * @param budget CNY, tax included, of the whole line; private to the buyer
     * @param words as the buyer wrote it: a sentence of a text, a row of a bill of materials
     */
    @Embeddable
    public record Content(
            String name,
            @Nullable String description,
            @Nullable String category,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable BigDecimal budget,
            @Nullable String words,
            @JdbcTypeCode(SqlTypes.JSON) List<Criterion> criteria) {

        public Content {
            name = Given.orEmpty(name);
            description = Given.orNull(description);
            category = Given.orNull(category);
            quantity = Amount.plain(quantity);
            unit = Given.orNull(unit);
            budget = Amount.orNull(budget);
            words = Given.orNull(words);
            criteria = criteria.stream().map(Criterion::cleaned).toList();
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "requirement_entry_id")
    @SequenceGenerator(
            name = "requirement_entry_id",
            sequenceName = "requirement_entry_id",
            allocationSize = IDS_AT_ONCE)
    private long id;

    @Column(name = "requirement_code")
    private String requirement;

    private int number;

    @Embedded
    private Content content;

    @Enumerated(EnumType.STRING)
    private LineState state = LineState.OPEN;

    @Version
    private int version;

    protected KeptLine() {}

    KeptLine(String requirement, int number, Content content) {
        this.requirement = requirement;
        this.number = number;
        this.content = content;
    }

    void write(Content typed) {
        content = typed;
    }

    void become(LineState next) {
        state = next;
    }

    /** @throws RuleViolation {@code changed-meanwhile} when somebody saved it after {@code seen} was read */
    void requireSeen(int seen) {
        if (seen != version) {
            throw new RuleViolation("changed-meanwhile", "在您打开以后，同事改过第 " + number + " 行。您填的没有覆盖它，请对照后再保存。");
        }
    }

    public long id() {
        return id;
    }

    /** Code of the requirement. */
    public String requirement() {
        return requirement;
    }

    /** Its place in the requirement, from 1; it keeps it. */
    public int number() {
        return number;
    }

    public Content content() {
        return content;
    }

    public LineState state() {
        return state;
    }

    /** To tell whether somebody has saved since. */
    public int version() {
        return version;
    }

    /**
     * The line as the matcher takes it, its reference being its number.
     *
     * @param of the requirement that it belongs to
     */
    public RequirementLine line(Requirement of) {
        return new RequirementLine(
                String.valueOf(number),
                content.name(),
                content.description(),
                content.category(),
                content.quantity(),
                content.unit(),
                of.head().deliverTo(),
                of.head().neededBy(),
                content.criteria());
    }
}
