package org.xiangpei.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.Specification;

/** Finds where a renewal or change states another value of a key specification than was recognised. */
@ApplicationScoped
public class KeyChanges {

    private final CategoryForms forms;
    private final Clock clock;

    KeyChanges(CategoryForms forms, Clock clock) {
        this.forms = forms;
        this.clock = clock;
    }

    /** Nothing for what is filed from the beginning. */
    @Transactional
    public List<KeyChange> of(RecognitionCase of, Statement stated) {
        return of.baseline()
                .flatMap(before -> forms.find(before.category())
                        .map(form -> KeyChange.between(values(before, form), values(stated, form), form)))
                .orElse(List.of());
    }

    private Map<String, Specification.Details> values(Statement statement, CategoryForm form) {
        LocalDate today = LocalDate.now(clock);
        return StatementReader.read(statement, form, today).product().specifications();
    }
}
