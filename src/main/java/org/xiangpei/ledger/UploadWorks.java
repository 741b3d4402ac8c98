package org.xiangpei.ledger;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Role;
import org.xiangpei.ledger.UploadWork.Kind;
import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowError;

/** The work that waits, one for an upload at most, with how far it has come. Every method is part of the caller's transaction. */
@ApplicationScoped
class UploadWorks {

    private static final int MOST_ATTEMPTS = 3;
    private static final String COLUMNS =
            "import_code, kind, seen, cast(columns as text), login, name, organization, organization_name, city,"
                    + " array_to_string(roles, ','), failure, cast(faults as text)";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Session session;
    private final Clock clock;

    UploadWorks(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /**
     * @param percent 0 to 100
     * @param stopped whether somebody has said that it is to stop
     */
    record Progress(UploadStage stage, int percent, boolean stopped) {}

    /** @throws RuleViolation {@code import-state} while something is being done with it */
    void ask(String code, Kind kind, Actor actor, @Nullable String seen, @Nullable Map<String, Integer> columns) {
        session.flush();
        var city = actor.city();
        int asked = session.createNativeMutationQuery("""
                        insert into purchase_import_work (import_code, kind, seen, columns, login, name, organization, organization_name, city,
                            roles, asked_at)
                        values (:code, :kind, nullif(:seen, ''), cast(nullif(:columns, '') as jsonb), :login, :name, nullif(:organization, ''),
                            :organizationName, nullif(:city, ''), :roles, :now)
                        on conflict (import_code) do update set kind = excluded.kind, seen = excluded.seen, columns = excluded.columns,
                            login = excluded.login, name = excluded.name, organization = excluded.organization,
                            organization_name = excluded.organization_name, city = excluded.city, roles = excluded.roles,
                            asked_at = excluded.asked_at, attempts = 0, failure = null, faults = null
                        where purchase_import_work.failure is not null""")
                .setParameter("code", code)
                .setParameter("kind", kind.name())
                .setParameter("seen", seen == null ? "" : seen)
                .setParameter("columns", columns == null ? "" : json(columns))
                .setParameter("login", actor.login())
                .setParameter("name", actor.name())
                .setParameter("organization", actor.organization() == null ? "" : actor.organization())
                .setParameter("organizationName", actor.organizationName())
                .setParameter("city", city.map(City::name).orElse(""))
                .setParameter("roles", actor.roles().stream().map(Role::name).toArray(String[]::new))
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (asked == 0) {
            throw new RuleViolation("import-state", "导入 " + code + " 正在处理，请等它完成，或先停止。");
        }
        session.createNativeMutationQuery("""
                        insert into purchase_import_progress (import_code, stage, percent) values (:code, 'WAITING', 0)
                        on conflict (import_code) do update set stage = 'WAITING', percent = 0, stopped = false""").setParameter("code", code).executeUpdate();
    }

    /** What has waited longest, for nobody else until the transaction ends. */
    Optional<UploadWork> takeNext() {
        return one("where failure is null order by asked_at, import_code limit 1 for update skip locked", "");
    }

    /** The work of an upload that nobody is at. */
    Optional<UploadWork> takeIdle(String code) {
        return one("where import_code = :code for update skip locked", code);
    }

    Optional<UploadWork> find(String code) {
        return one("where import_code = :code", code);
    }

    boolean isWaiting(String code) {
        return find(code).filter(it -> it.failure() == null).isPresent();
    }

    /** What is to be done with those of the uploads with which something is. */
    Map<String, Kind> waiting(List<String> codes) {
        return session
                .createNativeQuery(
                        "select import_code, kind from purchase_import_work where failure is null and import_code = any(:codes)",
                        Object[].class)
                .setParameter("codes", codes.toArray(String[]::new))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> Kind.valueOf((String) row[1])));
    }

    private Optional<UploadWork> one(String where, String code) {
        var query =
                session.createNativeQuery("select " + COLUMNS + " from purchase_import_work " + where, Object[].class);
        if (!code.isEmpty()) {
            query.setParameter("code", code);
        }
        return query.getResultList().stream().findFirst().map(UploadWorks::work);
    }

    void remove(String code) {
        update("delete from purchase_import_work where import_code = :code", code);
        update("delete from purchase_import_progress where import_code = :code", code);
    }

    /** It is over without having been done. */
    void fail(String code, String why, List<RowError> faults) {
        session.createNativeMutationQuery(
                        "update purchase_import_work set failure = :why, faults = cast(:faults as jsonb) where import_code = :code")
                .setParameter("code", code)
                .setParameter("why", why)
                .setParameter("faults", json(faults))
                .executeUpdate();
    }

    /** It went wrong for a reason of ours: it is tried again, but not for ever. */
    void stumble(String code) {
        session.createNativeMutationQuery("""
                        update purchase_import_work set attempts = attempts + 1,
                            failure = case when attempts + 1 >= :most then '处理时程序出错，已停下，台账没有改动。请再试一次，仍不行请联系运维人员。' end
                        where import_code = :code""")
                .setParameter("code", code)
                .setParameter("most", MOST_ATTEMPTS)
                .executeUpdate();
    }

    Optional<Progress> progress(String code) {
        return session
                .createNativeQuery(
                        "select stage, percent, stopped from purchase_import_progress where import_code = :code",
                        Object[].class)
                .setParameter("code", code)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new Progress(UploadStage.valueOf((String) row[0]), (int) row[1], (boolean) row[2]));
    }

    void tell(String code, UploadStage stage, int percent) {
        session.createNativeMutationQuery(
                        "update purchase_import_progress set stage = :stage, percent = :percent where import_code = :code")
                .setParameter("code", code)
                .setParameter("stage", stage.name())
                .setParameter("percent", percent)
                .executeUpdate();
    }

    void stop(String code) {
        update("update purchase_import_progress set stopped = true where import_code = :code", code);
    }

    private void update(String sql, String code) {
        session.createNativeMutationQuery(sql).setParameter("code", code).executeUpdate();
    }

    private static UploadWork work(Object[] row) {
        String city = (String) row[8];
        var actor = new Actor(
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                Optional.ofNullable(city).map(City::valueOf),
                Arrays.stream(((String) row[9]).split(",")).map(Role::valueOf).collect(Collectors.toSet()),
                Optional.empty(),
                Optional.empty());
        return new UploadWork(
                (String) row[0],
                Kind.valueOf((String) row[1]),
                actor,
                (String) row[2],
                row[3] == null ? null : read((String) row[3], new TypeReference<LinkedHashMap<String, Integer>>() {}),
                (String) row[10],
                row[11] == null ? List.of() : read((String) row[11], new TypeReference<List<RowError>>() {}));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Names, numbers and texts can always be written", e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not what was kept of an upload: " + json, e);
        }
    }
}
