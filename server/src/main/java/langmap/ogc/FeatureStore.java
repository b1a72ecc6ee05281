package langmap.ogc;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import langmap.db.Tx;
import langmap.geo.Bbox;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads features from the views of the catalogue; names of views and columns come from there and never from a request. A feature that is not in
 * force on the usual day carries its first day in its id.
 */
final class FeatureStore {
    private static final String COLUMNS = """
        select code || case when valid @> cast(:usual as date) then '' else '@' || coalesce(lower(valid), '0001-01-01') end as id, ST_AsEWKB(geom) as ewkb, %s,
               lower(valid) as "validFrom", upper(valid) as "validTo", illustrative
        """;
    private static final String ROWS = "from measure.%s where part = :part ";
    private static final String CONDITIONS = """
        and valid && daterange(:from, :to, '[]')
        and (cast(:west as float8) is null
             or geom && ST_MakeEnvelope(:west, :south, :east, :north, 4326) and ST_Intersects(geom, ST_MakeEnvelope(:west, :south, :east, :north, 4326))
             or cast(:west2 as float8) is not null and ST_Intersects(geom, ST_MakeEnvelope(:west2, :south, :east2, :north, 4326)))
        """;

    /** One feature with the properties of its layer, its days and whether it is illustrative; the geometry is EWKB or null. */
    record Feature(String id, Map<String, Object> properties, byte[] ewkb) {
        boolean illustrative() {
            return (boolean) properties.get("illustrative");
        }

        /** What people call it. */
        String title() {
            String title = Stream.of("type", "name").map(properties::get).filter(Objects::nonNull).map(Object::toString).collect(Collectors.joining(" "));
            return title.isEmpty() ? properties.get("code").toString() : title;
        }
    }

    /** Box and days of a layer, null where there is nothing. */
    record Extent(Double west, Double south, Double east, Double north, LocalDate from, LocalDate to, boolean illustrative) {
    }

    int countFeatures(Tx tx, FeatureQuery query) {
        return bind(tx.handle().createQuery("select count(*) " + rows(query.layer()) + conditions(query)), query).mapTo(Integer.class).one();
    }

    void streamFeatures(Tx tx, FeatureQuery query, LocalDate usual, Consumer<Feature> each) {
        bind(tx.handle().createQuery(columns(query.layer()) + rows(query.layer()) + conditions(query)
                + " order by code, lower(valid) limit :limit offset :offset"), query)
            .bind("usual", usual).bind("limit", query.limit()).bind("offset", query.offset())
            .map((row, context) -> feature(query.layer(), row)).forEach(each);
    }

    /** The feature with an id as {@link #streamFeatures} gives it. */
    Optional<Feature> findFeature(Tx tx, Layer layer, String code, LocalDate day, LocalDate usual) {
        return tx.handle().createQuery(columns(layer) + rows(layer) + " and code = :code and valid @> cast(:day as date)")
            .bind("usual", usual).bind("part", layer.part()).bind("code", code).bind("day", day).map((row, context) -> feature(layer, row))
            .findOne();
    }

    Extent getExtent(Tx tx, Layer layer) {
        return tx.handle().createQuery("""
                select ST_XMin(box) as west, ST_YMin(box) as south, ST_XMax(box) as east, ST_YMax(box) as north, first_day, last_day, illustrative
                from (select ST_Extent(geom) as box, min(lower(valid)) as first_day,
                             case when bool_or(upper_inf(valid)) then null else max(upper(valid)) - 1 end as last_day,
                             coalesce(bool_or(illustrative), false) as illustrative
                """ + rows(layer) + ") found")
            .bind("part", layer.part())
            .map((row, context) -> new Extent(row.getObject("west", Double.class), row.getObject("south", Double.class),
                row.getObject("east", Double.class), row.getObject("north", Double.class), row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class), row.getBoolean("illustrative")))
            .one();
    }

    private static String columns(Layer layer) {
        return COLUMNS.formatted(layer.properties().stream().map(one -> '"' + one.name() + '"').collect(Collectors.joining(", ")));
    }

    private static String rows(Layer layer) {
        return ROWS.formatted(layer.source());
    }

    private static String conditions(FeatureQuery query) {
        return CONDITIONS + query.filters().entrySet().stream().map(filter -> "and \"" + filter.getKey() + "\" = "
            + (filter.getValue() instanceof String ? "normalize(:is_" + filter.getKey() + ", NFC)" : ":is_" + filter.getKey()))
            .collect(Collectors.joining(" "));
    }

    private static Query bind(Query statement, FeatureQuery query) {
        Optional<Bbox> box = query.bbox();
        boolean split = box.filter(Bbox::isSplit).isPresent();
        query.filters().forEach((name, value) -> statement.bind("is_" + name, value));
        return statement.bind("part", query.layer().part()).bind("from", query.span().from()).bind("to", query.span().to())
            .bind("west", box.map(Bbox::west).orElse(null)).bind("south", box.map(Bbox::south).orElse(null))
            .bind("east", box.map(one -> split ? 180.0 : one.east()).orElse(null)).bind("north", box.map(Bbox::north).orElse(null))
            .bind("west2", split ? -180.0 : null).bind("east2", split ? box.get().east() : null);
    }

    /** Columns by their place: to find each by its name in every row is a good part of the work. */
    private static Feature feature(Layer layer, ResultSet row) throws SQLException {
        Map<String, Object> properties = new LinkedHashMap<>();
        int column = 3;
        for (Property property : layer.properties()) {
            Object value = row.getObject(column++);
            properties.put(property.name(), value instanceof Date day ? day.toLocalDate() : value);
        }
        properties.put("validFrom", row.getObject(column++, LocalDate.class));
        properties.put("validTo", row.getObject(column++, LocalDate.class));
        properties.put("illustrative", row.getBoolean(column));
        return new Feature(row.getString(1), properties, row.getBytes(2));
    }
}
