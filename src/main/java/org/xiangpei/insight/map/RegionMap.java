package org.xiangpei.insight.map;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.xiangpei.insight.map.District.Point;
import org.xiangpei.shared.City;

/**
 * The outlines of the districts, drawn in a picture {@value #WIDTH} wide and {@value #HEIGHT} high: north is up, a degree of longitude is shortened
 * as in the middle of the region. Where they come from stands in {@code geo/NOTICE.md}.
 */
@ApplicationScoped
public class RegionMap {

    static final int WIDTH = 800;
    static final int HEIGHT = 992;

    /** The whole picture. */
    public static final Frame WHOLE = new Frame(0, 0, WIDTH, HEIGHT);

    /** The part around the three city centres, which pages enlarge beside the whole. */
    public static final Frame CORE = new Frame(276, 104, 226, 272);

    private static final String OUTLINES = "/geo/changzhutan-districts.geojson";
    private static final double WEST = 111.88;
    private static final double NORTH = 28.66;
    private static final double MIDDLE_LATITUDE = 27.6;
    private static final double UNITS_PER_DEGREE_NORTH = 378;
    private static final double UNITS_PER_DEGREE_EAST =
            UNITS_PER_DEGREE_NORTH * Math.cos(Math.toRadians(MIDDLE_LATITUDE));

    private final List<District> districts;

    RegionMap(ObjectMapper json) {
        districts = read(json);
    }

    /** A part of the picture. */
    public record Frame(int x, int y, int width, int height) {}

    /** In the order of their codes. */
    public List<District> districts() {
        return districts;
    }

    public Optional<District> district(String code) {
        return districts.stream().filter(it -> it.code().equals(code)).findFirst();
    }

    private static List<District> read(ObjectMapper json) {
        try (InputStream outlines = RegionMap.class.getResourceAsStream(OUTLINES)) {
            return elements(json.readTree(outlines).get("features"))
                    .map(RegionMap::district)
                    .sorted((one, other) -> one.code().compareTo(other.code()))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(OUTLINES + " cannot be read", e);
        }
    }

    private static District district(JsonNode feature) {
        JsonNode named = feature.get("properties");
        String code = named.get("code").asText();
        return new District(
                code,
                named.get("name").asText(),
                City.of(code).orElseThrow(),
                outline(feature.get("geometry")),
                point(named.get("label")));
    }

    private static String outline(JsonNode geometry) {
        JsonNode coordinates = geometry.get("coordinates");
        List<JsonNode> rings = new ArrayList<>();
        if (geometry.get("type").asText().equals("Polygon")) {
            coordinates.forEach(rings::add);
        } else {
            coordinates.forEach(polygon -> polygon.forEach(rings::add));
        }
        return rings.stream().map(RegionMap::ring).collect(Collectors.joining());
    }

    private static String ring(JsonNode points) {
        return elements(points)
                .map(RegionMap::point)
                .map(it -> String.format(Locale.ROOT, "%.1f %.1f", it.x(), it.y()))
                .collect(Collectors.joining("L", "M", "Z"));
    }

    private static Point point(JsonNode place) {
        return new Point(
                tenth((place.get(0).asDouble() - WEST) * UNITS_PER_DEGREE_EAST),
                tenth((NORTH - place.get(1).asDouble()) * UNITS_PER_DEGREE_NORTH));
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
