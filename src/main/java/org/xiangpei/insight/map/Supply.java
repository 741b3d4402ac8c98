package org.xiangpei.insight.map;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Park;
import org.xiangpei.catalog.Parks;
import org.xiangpei.insight.map.ListedFirm.ListedProduct;

/** Counts firms and listed products by place. A firm stands where it is registered: where it produces is told on its own page. */
@ApplicationScoped
public class Supply {

    private static final String LISTED = """
            from product
            join category on category.code = product.category_code
            join firm on firm.code = product.firm_code
            where is_listed(product, :day)
                and (:chain = '' or category.chain = :chain)
                and (:park = '' or firm.park_code = :park)
            """;

    private final Session session;
    private final Parks parks;

    Supply(Session session, Parks parks) {
        this.session = session;
        this.parks = parks;
    }

    /**
     * What is counted.
     *
     * @param chain name of a chain; null counts all
     * @param park code of a park; null counts all
     */
    public record Wanted(
            LocalDate day, @Nullable String chain, @Nullable String park) {}

    /** Places without a listed product are left out. */
    @Transactional
    public List<DistrictSupply> byDistrict(Wanted wanted) {
        return asked(
                        "select coalesce(firm.district_code, firm.city_code), count(distinct firm.code), count(*) "
                                + LISTED + " group by 1 order by 1",
                        wanted)
                .getResultStream()
                .map(row -> new DistrictSupply((String) row[0], (long) row[1], (long) row[2]))
                .toList();
    }

    /** All parks in the order of their districts, those without a listed product too. */
    @Transactional
    public List<ParkSupply> byPark(Wanted wanted) {
        Map<String, Object[]> counted = new LinkedHashMap<>();
        asked(
                        "select firm.park_code, count(distinct firm.code), count(*) " + LISTED
                                + " and firm.park_code is not null group by 1",
                        wanted)
                .getResultList()
                .forEach(row -> counted.put((String) row[0], row));
        return parks.list("order by details.cityCode, details.districtCode, details.grade, code").stream()
                .map(park -> of(park, counted.get(park.code())))
                .toList();
    }

    private static ParkSupply of(Park park, Object @Nullable [] counted) {
        return new ParkSupply(
                park.code(),
                park.details(),
                counted == null ? 0 : (long) counted[1],
                counted == null ? 0 : (long) counted[2]);
    }

    /** The rows behind the figures of one place, by name. */
    @Transactional
    public List<ListedFirm> of(String place, Wanted wanted) {
        var rows = asked(
                        """
                        select firm.code, firm.name, park.name, firm.provenance = 'ILLUSTRATIVE', product.code, product.name, category.name
                        """ + LISTED.replace("join firm on firm.code = product.firm_code", """
                        join firm on firm.code = product.firm_code
                        left join park on park.code = firm.park_code
                        """)
                                + " and coalesce(firm.district_code, firm.city_code) = :place order by firm.name, firm.code, product.code",
                        wanted)
                .setParameter("place", place)
                .getResultList();
        var firms = new LinkedHashMap<String, ListedFirm>();
        for (Object[] row : rows) {
            firms.computeIfAbsent(
                            (String) row[0],
                            code -> new ListedFirm(
                                    code, (String) row[1], (String) row[2], (boolean) row[3], new ArrayList<>()))
                    .products()
                    .add(new ListedProduct((String) row[4], (String) row[5], (String) row[6]));
        }
        return List.copyOf(firms.values());
    }

    /** Whether any of what is counted is sample data. */
    @Transactional
    public boolean hasSample(Wanted wanted) {
        return !asked("select 1, 1 " + LISTED + " and product.provenance = 'ILLUSTRATIVE' limit 1", wanted)
                .getResultList()
                .isEmpty();
    }

    private NativeQuery<Object[]> asked(String sql, Wanted wanted) {
        return session.createNativeQuery(sql, Object[].class)
                .setParameter("day", wanted.day())
                .setParameter("chain", wanted.chain() == null ? "" : wanted.chain())
                .setParameter("park", wanted.park() == null ? "" : wanted.park());
    }
}
