package org.xiangpei.catalog.load;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import org.xiangpei.shared.Labels;

/**
 * What refers to rows that an undo takes away, in whatever table of the database: asked of the foreign keys themselves, so that a
 * feature which begins to refer to products is minded without being entered anywhere.
 */
final class References {

    private static final String KEYS = """
            select quote_ident(referring.relname) as referrer, quote_ident(held.attname) as held, string_agg(
                quote_ident(known.attname) || '::text', ' || '' / '' || ' order by known.attnum) as name
            from pg_constraint reference
            join pg_class referring on referring.oid = reference.conrelid
            join pg_attribute held on held.attrelid = reference.conrelid and held.attnum = reference.conkey[1]
            join pg_constraint primary_key on primary_key.conrelid = reference.conrelid and primary_key.contype = 'p'
            join pg_attribute known on known.attrelid = reference.conrelid and known.attnum = any (primary_key.conkey)
            where reference.contype = 'f' and cardinality(reference.conkey) = 1
                and reference.confrelid = to_regclass(:table)
            group by reference.oid, referring.relname, held.attname
            order by referring.relname, held.attname""";
    private static final int NAMED = 100;

    /** @param code of the row that is referred to */
    record Reference(String code, String referrer) {}

    private final EntityManager entities;

    References(EntityManager entities) {
        this.entities = entities;
    }

    /** Who refers to the rows of an entity's table with these codes; the first hundred of each kind. */
    List<Reference> to(Class<?> entity, Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : tuples(entities.createNativeQuery(KEYS, Tuple.class).setParameter("table", table(entity))).stream()
                        .flatMap(key -> held(key, codes).stream())
                        .toList();
    }

    private List<Reference> held(Tuple key, Collection<String> codes) {
        String referrer = key.get("referrer", String.class);
        String sql = "select %2$s as code, %3$s as name from %1$s where %2$s in (:codes) order by 2"
                .formatted(referrer, key.get("held"), key.get("name"));
        String kind = Labels.find("referrer", referrer).orElse(referrer);
        return tuples(entities.createNativeQuery(sql, Tuple.class)
                        .setParameter("codes", codes)
                        .setMaxResults(NAMED))
                .stream()
                .map(row -> new Reference(row.get("code", String.class), kind + " " + row.get("name")))
                .toList();
    }

    @SuppressWarnings("unchecked") // an untyped query of JPA
    private static List<Tuple> tuples(Query query) {
        return query.getResultList();
    }

    private static String table(Class<?> entity) {
        return entity.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
