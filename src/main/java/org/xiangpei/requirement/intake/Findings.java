package org.xiangpei.requirement.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.RequirementReader;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.shared.FieldError;

/** Collects what one line asks. A criterion that matching would refuse goes to what was not understood, with the reason. */
final class Findings {

    private final Written written;
    private final Vocabulary vocabulary;
    private final @Nullable String category;
    private final Map<Criterion, ReadCriterion> criteria = new LinkedHashMap<>();
    private final List<NotUnderstood> unparsed = new ArrayList<>();
    private boolean byName;

    Findings(Written written, Vocabulary vocabulary, @Nullable String category) {
        this.written = written;
        this.vocabulary = vocabulary;
        this.category = category;
    }

    /** Reads what is said of several lines: a number is taken for no property but one that is named. */
    Findings byNameOnly() {
        byName = true;
        return this;
    }

    boolean isByNameOnly() {
        return byName;
    }

    Written written() {
        return written;
    }

    /** The same criterion said twice is kept once, where it was said first. */
    void add(Criterion criterion, Span span) {
        Source source = written.source(span.start(), span.end());
        Optional<FieldError> fault = RequirementReader.fault(criterion, category, null, vocabulary);
        if (fault.isPresent()) {
            unparsed.add(new NotUnderstood(source, fault.get().detail()));
        } else {
            criteria.putIfAbsent(criterion, new ReadCriterion(criterion, source));
        }
    }

    void add(ReadCriterion criterion) {
        criteria.putIfAbsent(criterion.criterion(), criterion);
    }

    void notUnderstood(Span span, String reason) {
        Source source = written.source(span.start(), span.end());
        if (!source.text().isEmpty()) {
            unparsed.add(new NotUnderstood(source, reason));
        }
    }

    int size() {
        return criteria.size() + unparsed.size();
    }

    List<ReadCriterion> criteria() {
        return List.copyOf(criteria.values());
    }

    List<NotUnderstood> unparsed() {
        return List.copyOf(unparsed);
    }
}
