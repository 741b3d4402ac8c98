package org.xiangpei.catalog.load;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Firm;
import org.xiangpei.shared.Provenance;
import org.xiangpei.shared.Uscc;
import org.xiangpei.shared.tabular.BadCell;
import org.xiangpei.shared.tabular.Row;

/** Manufacturers. */
final class FirmTable extends CodedTable<Firm.Details, Firm> {

    /** 统计上大中小微型企业划分办法 (2017). */
    private static final List<String> SCALES = List.of("大型", "中型", "小型", "微型");

    private static final int OLDEST = 1800;

    private final RegionTable regions;
    private final ParkTable parks;
    private final Clock clock;
    private final Map<String, String> firmOfUscc = new HashMap<>();

    FirmTable(RegionTable regions, ParkTable parks, Clock clock) {
        super(
                "firms",
                "家企业",
                new FileColumns<String, Firm.Details>()
                        .key("code", code -> code)
                        .detail("name", Firm.Details::name)
                        .detail("short_name", Firm.Details::shortName)
                        .detail("uscc", Firm.Details::uscc)
                        .detail("city_code", Firm.Details::cityCode)
                        .detail("district_code", Firm.Details::districtCode)
                        .detail("park_code", Firm.Details::parkCode)
                        .detail("production_sites", Firm.Details::productionSites)
                        .detail("founded_year", Firm.Details::foundedYear)
                        .choice("scale", SCALES, Firm.Details::scale)
                        .detail("introduction", Firm.Details::introduction)
                        .choice("provenance", Provenance.class, Firm.Details::provenance)
                        .detail("source", Firm.Details::source),
                new Stored<>(Firm.class, Firm::code, Firm::details, Firm::new, Firm::amend));
        this.regions = regions;
        this.parks = parks;
        this.clock = clock;
    }

    @Override
    Firm.Details details(Row row) {
        return new Firm.Details(
                Codes.name(row, "name"),
                Codes.name(row, "short_name"),
                row.read("uscc", FirmTable::uscc),
                row.requireRegion("city_code"),
                row.region("district_code"),
                Codes.codeOrNone(row, "park_code"),
                row.list("production_sites"),
                foundedYear(row),
                Codes.oneOf(row, "scale", SCALES),
                row.text("introduction"),
                Codes.provenance(row),
                row.text("source"));
    }

    private static String uscc(String cell) {
        Uscc.faultOf(cell).ifPresent(fault -> {
            throw new BadCell(fault);
        });
        return cell;
    }

    private @Nullable Integer foundedYear(Row row) {
        Integer year = row.integer("founded_year");
        int now = LocalDate.now(clock).getYear();
        if (year != null && (year < OLDEST || year > now)) {
            row.error("founded_year", "应为 " + OLDEST + " 到 " + now + " 之间的年份");
        }
        return year;
    }

    @Override
    void prepare() {
        untouched().forEach(code -> stored(code).ifPresent(details -> {
            firmOfUscc.put(details.uscc(), code);
            details.productionSites().forEach(site -> regions.checkStillNeeded(site, "企业 " + code + " 的生产地"));
        }));
    }

    @Override
    boolean ofFirms() {
        return true;
    }

    @Override
    Stream<String> firms(String code) {
        return Stream.of(code);
    }

    @Override
    void check(Staged<String, Firm.Details> firm) {
        Row row = firm.row();
        Firm.Details details = firm.details();
        regions.checkCity(row, "city_code", details.cityCode());
        regions.checkDistrict(row, details.cityCode(), details.districtCode());
        details.productionSites().stream()
                .filter(site -> !regions.knows(site))
                .forEach(site -> row.error("production_sites", "没有行政区划 " + site + "，请先在 regions 中列出"));
        checkPark(row, details);
        checkUscc(firm);
    }

    private void checkPark(Row row, Firm.Details firm) {
        String code = firm.parkCode();
        if (code != null
                && parks.checkKnown(row, "park_code", code)
                && parks.find(code)
                        .filter(park -> places(firm).noneMatch(park.cityCode().substring(0, 4)::equals))
                        .isPresent()) {
            row.error("park_code", "这个园区不在企业的注册地或生产地");
        }
    }

    private static Stream<String> places(Firm.Details firm) {
        return Stream.concat(Stream.of(firm.cityCode()), firm.productionSites().stream())
                .map(region -> region.substring(0, Math.min(4, region.length())));
    }

    private void checkUscc(Staged<String, Firm.Details> firm) {
        String uscc = firm.details().uscc();
        String holder = uscc == null ? null : firmOfUscc.putIfAbsent(uscc, firm.key());
        if (holder != null) {
            firm.row().error("uscc", "与企业 " + holder + " 的统一社会信用代码相同");
        }
    }
}
