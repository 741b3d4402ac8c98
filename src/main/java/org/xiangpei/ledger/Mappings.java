package org.xiangpei.ledger;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.xiangpei.identity.Actor;
import org.xiangpei.shared.tabular.ColumnGuesser;
import org.xiangpei.shared.tabular.ColumnGuesser.Guess;
import org.xiangpei.shared.tabular.ColumnGuesser.Target;
import org.xiangpei.shared.tabular.Sheet;

/** What stands in the columns of a file: as an organisation last said for files of that make, else as it can be guessed. */
@ApplicationScoped
class Mappings {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, Integer>> COLUMNS = new TypeReference<>() {};

    private final EntityManager entities;
    private final Clock clock;

    Mappings(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** The table from its header on, and what stands in its columns. */
    Guess of(Actor actor, Sheet sheet, List<Target> targets) {
        Guess guess = ColumnGuesser.guess(sheet, targets);
        return remembered(actor, ColumnGuesser.key(guess.sheet()))
                .map(columns -> new Guess(guess.sheet(), columns))
                .orElse(guess);
    }

    private Optional<Map<String, Integer>> remembered(Actor actor, String layout) {
        List<?> found = entities.createNativeQuery(
                        "select columns::text from purchase_mapping where organization = ?1 and layout = ?2",
                        String.class)
                .setParameter(1, own(actor))
                .setParameter(2, layout)
                .getResultList();
        return found.stream().findFirst().map(json -> columns((String) json));
    }

    void remember(Actor actor, Sheet sheet, Map<String, Integer> columns) {
        entities.createNativeQuery("""
                        insert into purchase_mapping (organization, layout, columns, kept_at) values (?1, ?2, cast(?3 as jsonb), ?4)
                        on conflict (organization, layout) do update set columns = excluded.columns, kept_at = excluded.kept_at""")
                .setParameter(1, own(actor))
                .setParameter(2, ColumnGuesser.key(sheet))
                .setParameter(3, json(columns))
                .setParameter(4, clock.instant())
                .executeUpdate();
    }

    private static String own(Actor actor) {
        return Objects.requireNonNullElse(actor.organization(), "");
    }

    private static String json(Map<String, Integer> columns) {
        try {
            return JSON.writeValueAsString(columns);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Names and numbers can always be written", e);
        }
    }

    private static Map<String, Integer> columns(String json) {
        try {
            return JSON.readValue(json, COLUMNS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not what was kept of a mapping: " + json, e);
        }
    }
}
