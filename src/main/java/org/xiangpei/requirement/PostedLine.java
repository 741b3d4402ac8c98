package org.xiangpei.requirement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.BuyerKind;
import org.xiangpei.shared.Provenance;

/** One item that a buyer asked for on a day (已发布的需求行): a fact, never changed once posted. */
@Entity
@Immutable
@Table(name = "requirement_line")
public class PostedLine {

    /**
     * @param buyerCity GB/T 2260 code of one of the three cities; the goods are delivered there
     * @param estimatedAmount CNY, tax included; private to the buyer of a kept requirement: only sums over many may be shown
     * @param requirementCode the kept requirement that it comes from; null for one that was posted elsewhere
     * @param lineNumber the number of its line in that requirement
     * @param namesBuyer whether public figures may name the buyer
     */
    @Embeddable
    public record Details(
            String buyerCode,
            String buyerName,
            @Enumerated(EnumType.STRING) @Nullable BuyerKind buyerKind,
            String buyerCity,
            LocalDate postedOn,
            String name,
            String categoryCode,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable LocalDate neededBy,
            @Nullable BigDecimal estimatedAmount,
            @JdbcTypeCode(SqlTypes.JSON) List<Criterion> criteria,
            @Enumerated(EnumType.STRING) Provenance provenance,
            @Nullable String source,
            @Nullable String requirementCode,
            @Nullable Integer lineNumber,
            boolean namesBuyer,
            Instant recordedAt) {

        /** Whether the other asks for the same, whenever it was posted. */
        boolean asksAs(Details other) {
            return equals(other.postedAt(postedOn, recordedAt));
        }

        private Details postedAt(LocalDate day, Instant at) {
            return new Details(
                    buyerCode,
                    buyerName,
                    buyerKind,
                    buyerCity,
                    day,
                    name,
                    categoryCode,
                    quantity,
                    unit,
                    neededBy,
                    estimatedAmount,
                    criteria,
                    provenance,
                    source,
                    requirementCode,
                    lineNumber,
                    namesBuyer,
                    at);
        }
    }

    @Id
    private String code;

    @Embedded
    private Details details;

    protected PostedLine() {}

    public PostedLine(String code, Details details) {
        this.code = code;
        this.details = details;
    }

    public String code() {
        return code;
    }

    public Details details() {
        return details;
    }

    /** The line as the matcher takes it, its reference being its code. */
    public RequirementLine line() {
        return new RequirementLine(
                code,
                details.name(),
                null,
                details.categoryCode(),
                details.quantity(),
                details.unit(),
                details.buyerCity(),
                details.neededBy(),
                details.criteria());
    }
}
