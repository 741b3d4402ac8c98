package org.xiangpei.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.ProductFlags;
import org.xiangpei.catalog.ProductProfile;
import org.xiangpei.identity.Actor;

import static java.util.stream.Collectors.joining;

/**
 * Which recognised products are under review because a key specification changes (参数变更复核中). A firm's change leaves the recognised
 * values in the catalogue until it is accepted; an import has put others there.
 */
@ApplicationScoped
public class Reviews implements ProductFlags {

    private static final List<CaseState> UNDER_WAY =
            Arrays.stream(CaseState.values()).filter(CaseState::isUnderWay).toList();

    private final EntityManager entities;
    private final ImportedKeyChanges imported;

    Reviews(EntityManager entities, ImportedKeyChanges imported) {
        this.entities = entities;
        this.imported = imported;
    }

    @Override
    @Transactional
    public List<Flag> of(ProductProfile product, LocalDate day) {
        var flags = new ArrayList<Flag>();
        if (underReview(product.code()).isPresent()) {
            flags.add(flag("企业申报了关键参数变更，三市复核以前，目录保留已互认的数值。"));
        }
        List<ImportedKeyChanges.Open> changes = imported.open(List.of(product.code()));
        if (!changes.isEmpty()) {
            flags.add(flag("目录导入改动了关键参数，还没有经三市复核：" + spoken(changes) + "。"));
        }
        return flags;
    }

    private static Flag flag(String detail) {
        return new Flag("参数变更复核中", "sample", detail);
    }

    static String spoken(List<ImportedKeyChanges.Open> changes) {
        return changes.stream().map(it -> it.change().text()).collect(joining("；"));
    }

    /** The filing under way that states another value of a key specification. */
    @Transactional
    public Optional<RecognitionCase> underReview(String product) {
        return entities.createQuery(
                        "from RecognitionCase where productCode = ?1 and keyChanged and state in ?2",
                        RecognitionCase.class)
                .setParameter(1, product)
                .setParameter(2, UNDER_WAY)
                .getResultStream()
                .findFirst();
    }

    /** All filings under way that do. */
    @Transactional
    public List<RecognitionCase> open() {
        return entities.createQuery(
                        "from RecognitionCase where keyChanged and state in ?1 order by savedAt, code",
                        RecognitionCase.class)
                .setParameter(1, UNDER_WAY)
                .getResultList();
    }

    /** Those that the actor may read. */
    @Transactional
    public List<RecognitionCase> open(Actor actor) {
        return open().stream().filter(it -> Cases.isReadable(actor, it)).toList();
    }
}
