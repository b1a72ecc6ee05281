package langmap.importer.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/** Geometries as {@code ogr2ogr} writes them. */
final class GeoJsonGeometry {
    private static final GeometryFactory DEGREES = new GeometryFactory(new PrecisionModel(), 4326);

    private GeoJsonGeometry() {
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is no geometry, such as a ring of two points
     */
    static Geometry parse(JsonNode node) {
        JsonNode coordinates = node.path("coordinates");
        return switch (node.path("type").asText()) {
            case "Point" -> point(coordinates);
            case "LineString" -> line(coordinates);
            case "Polygon" -> polygon(coordinates);
            case "MultiPoint" -> DEGREES.createMultiPoint(each(coordinates, GeoJsonGeometry::point).toArray(Point[]::new));
            case "MultiLineString" -> DEGREES.createMultiLineString(each(coordinates, GeoJsonGeometry::line).toArray(LineString[]::new));
            case "MultiPolygon" -> DEGREES.createMultiPolygon(each(coordinates, GeoJsonGeometry::polygon).toArray(Polygon[]::new));
            case "GeometryCollection" -> DEGREES.createGeometryCollection(each(node.path("geometries"), GeoJsonGeometry::parse).toArray(Geometry[]::new));
            default -> throw new IllegalArgumentException("type " + node.path("type").asText());
        };
    }

    private static Point point(JsonNode position) {
        return position.isEmpty() ? DEGREES.createPoint() : DEGREES.createPoint(coordinate(position));
    }

    private static LineString line(JsonNode positions) {
        return DEGREES.createLineString(coordinates(positions));
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> all = each(rings, ring -> DEGREES.createLinearRing(coordinates(ring)));
        return all.isEmpty() ? DEGREES.createPolygon() : DEGREES.createPolygon(all.get(0), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }

    private static Coordinate[] coordinates(JsonNode positions) {
        return each(positions, GeoJsonGeometry::coordinate).toArray(Coordinate[]::new);
    }

    private static Coordinate coordinate(JsonNode position) {
        return new CoordinateXY(position.path(0).asDouble(Double.NaN), position.path(1).asDouble(Double.NaN));
    }

    private static <T> List<T> each(JsonNode list, Function<JsonNode, T> reading) {
        List<T> all = new ArrayList<>(list.size());
        list.forEach(item -> all.add(reading.apply(item)));
        return all;
    }
}
