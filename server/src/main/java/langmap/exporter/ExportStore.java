package langmap.exporter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import langmap.db.Tx;
import langmap.geo.Bbox;
import langmap.problem.Fault;
import langmap.problem.Problem;
import org.jdbi.v3.core.statement.Query;

/** Reads layers row by row, whole or in part. */
final class ExportStore {
    private static final int BLOCK = 500;
    private static final List<String> FILTERS = List.of("unit", "group", "class", "surface", "kind", "state");

    /** Communes and towns of the day with those above them, in the unit and the group asked for. */
    private static final String WANTED = """
        with wanted as materialized (
            select unit.id, unit.code, unit.parent_id, parent.parent_id as grandparent_id
            from unit
            left join unit parent on parent.id = unit.parent_id
            left join unit grandparent on grandparent.id = parent.parent_id
            where unit.level in ('commune', 'urban') and unit.valid @> cast(:asOf as date)
              and (cast(:unit as text) is null or :unit in (unit.code, parent.code, grandparent.code))
              and (cast(:group as text) is null or unit.id in (select unit_id from measure.member(:group, :asOf, :series)))
        ), asked as (
            select cast(:unit as text) is null and cast(:group as text) is null as everywhere,
                   case when cast(:west as float8) is not null then ST_MakeEnvelope(:west, :south, :east, :north, 4326) end as box
        )
        """;
    private static final String UNITS = """
        select unit.code, unit.name, unit.type, district.name as district, unit.on_border, unit.area_km2,
               lower(unit.valid) as valid_from, upper(unit.valid) as valid_to,
               coalesce(boundary.data_set_id, unit.data_set_id) as data_set, boundary.geom
        from asked cross join unit
        left join unit district on district.id = unit.parent_id and district.level = 'district'
        left join boundary on boundary.unit_id = unit.id and boundary.resolution = 'full' and boundary.valid @> cast(:asOf as date)
        where unit.level = any(string_to_array(:level, ' ')) and unit.valid @> cast(:asOf as date)
          and (asked.everywhere or exists (select from wanted where unit.id in (wanted.id, wanted.parent_id, wanted.grandparent_id)))
          and (asked.box is null or ST_Intersects(boundary.geom, asked.box))
        order by unit.code""";
    private static final String SECTIONS = """
        select section.code, section.class, section.surface, section.road_id, section.name, section.width_m, section.voltage_kv, section.owner,
               section.built_year, section.length_reported_m, section.length_m,
               case :lang when 'en' then class.label_en else class.label_vi end as class_label,
               case :lang when 'en' then surface.label_en else surface.label_vi end as surface_label,
               case when surface.code is null then null when surface.hardened then section.length_m when improved.hardened is null then 0
                    else least(section.length_m, metres(improved.hardened * nummultirange(numrange(0, section.length_m::numeric)))) end as hardened_m,
               beneath.codes as units, beneath.names as unit_names,
               lower(section.valid) as valid_from, upper(section.valid) as valid_to, section.data_set_id as data_set, section.geom
        from asked cross join network_section section
        join network_class class on class.kind = section.kind and class.code = section.class
        left join network_surface surface on surface.kind = section.kind and surface.code = section.surface
        left join (select * from measure.improved(:asOf, :series)) improved on improved.section_id = section.id
        left join lateral (select string_agg(unit.code, ' ' order by unit.code) as codes, string_agg(unit.name, ', ' order by unit.code) as names
            from section_part part join unit on unit.id = part.unit_id and unit.valid @> cast(:asOf as date) where part.section_id = section.id) beneath on true
        where section.kind = :layerKind and section.valid @> cast(:asOf as date)
          and (cast(:class as text) is null or section.class = :class)
          and (cast(:surface as text) is null or section.surface = :surface)
          and (asked.everywhere or section.id in (select part.section_id from section_part part join wanted on wanted.id = part.unit_id))
          and (asked.box is null or ST_Intersects(section.geom, asked.box))
        order by section.code""";
    private static final String SUBSTATIONS = """
        select place.code, place.name, place.voltage_kv, place.capacity_kva, lower(place.valid) as valid_from, upper(place.valid) as valid_to,
               place.data_set_id as data_set, place.geom
        from asked cross join substation place
        where place.valid @> cast(:asOf as date)
          and (asked.everywhere or exists (select from wanted join boundary on boundary.unit_id = wanted.id and boundary.resolution = 'full'
                   and boundary.valid @> cast(:asOf as date) and ST_Intersects(boundary.geom, place.geom)))
          and (asked.box is null or ST_Intersects(place.geom, asked.box))
        order by place.code""";
    private static final String COMMAND_AREAS = """
        select area.code, area.name, area.active, area.reported_ha, area.area_ha, lower(area.valid) as valid_from, upper(area.valid) as valid_to,
               area.data_set_id as data_set, area.geom
        from asked cross join command_area area
        where area.valid @> cast(:asOf as date)
          and (asked.everywhere or area.id in (select part.command_area_id from command_area_part part join wanted on wanted.id = part.unit_id))
          and (asked.box is null or ST_Intersects(area.geom, asked.box))
        order by area.code""";
    private static final String VILLAGES = """
        select village.code, village.name, unit.code as unit, unit.name as unit_name, lower(span.whole) as valid_from,
               upper(span.whole) as valid_to, village.data_set_id as data_set, village.centre as geom
        from asked cross join village join unit on unit.id = village.unit_id
        join lateral (select range_merge(range_agg(same.valid)) as whole from village same
                      join unit under on under.id = same.unit_id and under.code = unit.code
                      where same.code = village.code and same.name = village.name) span on true   -- through a reform that left it its commune's code
        where village.valid @> cast(:asOf as date)
          and (asked.everywhere or village.unit_id in (select wanted.id from wanted))
          and (asked.box is null or ST_Intersects(village.centre, asked.box))
        order by village.code""";
    private static final String WORKS = """
        select found.* from asked cross join (
            select work.code, work.kind, case :lang when 'en' then work_kind.label_en else work_kind.label_vi end as kind_label, work.title,
                   work.section_kind, section.code as section, lower(work.stretch) as from_m, upper(work.stretch) as to_m,
                   coalesce(unit.code, beneath.codes) as unit, coalesce(unit.name, beneath.names) as unit_name,
                   measure.work_state(work, :asOf, 'actual') as state, work.starts_on, work.due_on,
                   -- What came after the day was not known on it.
                   case when work.started_on <= cast(:asOf as date) then work.started_on end as started_on,
                   case when work.done_on <= cast(:asOf as date) then work.done_on end as done_on,
                   case when work.accepted_on <= cast(:asOf as date) then work.accepted_on end as accepted_on,
                   work.surface, case :lang when 'en' then surface.label_en else surface.label_vi end as surface_label, work.cost_million, work.funding,
                   case :lang when 'en' then source.label_en else source.label_vi end as funding_label,
                   work.note, work.data_set_id as data_set, work.section_id, work.unit_id,
                   coalesce(work.place, ST_Multi(case when work.stretch is null then section.geom
                       else ST_CollectionExtract(ST_Force2D(ST_LocateBetween(section.chain, lower(work.stretch), upper(work.stretch))), 2) end)) as geom
            from work join work_kind on work_kind.code = work.kind
            left join network_section section on section.id = work.section_id
            left join unit on unit.id = work.unit_id
            left join network_surface surface on surface.kind = work.section_kind and surface.code = work.surface
            left join lateral measure.work_funding(work, :asOf) source on true
            left join lateral (select string_agg(one.code, ' ' order by one.code) as codes, string_agg(one.name, ', ' order by one.code) as names
                from section_part part join unit one on one.id = part.unit_id and one.valid @> cast(:asOf as date)
                where part.section_id = work.section_id and (work.stretch is null or part.span && work.stretch)) beneath on true
            where measure.work_since(work) <= cast(:asOf as date) and coalesce(section.valid, unit.valid) @> cast(:asOf as date)) found
        where (cast(:kind as text) is null or found.kind = :kind) and (cast(:state as text) is null or found.state = :state)
          and (asked.everywhere or found.unit_id in (select wanted.id from wanted)
               or found.section_id in (select part.section_id from section_part part join wanted on wanted.id = part.unit_id
                                       where found.from_m is null or part.span && numrange(found.from_m, found.to_m)))
          and (asked.box is null or ST_Intersects(found.geom, asked.box))
        order by found.code""";
    private static final Map<String, String> BY_LAYER = Map.of("substations", SUBSTATIONS, "command-areas", COMMAND_AREAS, "villages", VILLAGES,
        "works", WORKS);

    /** A point on each feature, and its text, are computed for tables only. */
    private static final String AS_EWKB = "\nselect found.*, ST_AsEWKB(found.geom) as ewkb, null as wkt, null as x, null as y from (";
    private static final String AS_TEXT = """

        select found.*, null as ewkb, round(ST_X(found.at)::numeric, :places) as x, round(ST_Y(found.at)::numeric, :places) as y,
               case when :withText then ST_AsText(ST_Transform(found.geom, :crs), :places) end as wkt
        from (select layer.*, ST_Transform(ST_PointOnSurface(layer.geom), :crs) as at from (""";

    /** Lets the statements of this transaction take longer than an answer may: all rows are sorted before the first one comes. */
    void allowTime(Tx tx, Duration limit) {
        tx.handle().execute("set local statement_timeout = " + limit.toMillis());
    }

    /** Hands over the rows one by one; the columns that all exports end with hold the data set only. */
    void streamFeatures(Tx tx, ExportQuery query, List<Column> columns, Consumer<Sheet.Feature> each) {
        Layer layer = query.layer();
        String rows = !layer.level().isEmpty() ? UNITS : !layer.kind().isEmpty() ? SECTIONS : BY_LAYER.get(layer.id());
        boolean table = query.format() == Format.CSV || query.format() == Format.XLSX;
        String select = table ? AS_TEXT + rows + ") layer) found" : AS_EWKB + rows + ") found";
        List<Column> own = query.own();
        int dataSet = query.endOfOwnColumns();
        bind(tx, query, WANTED + select).setFetchSize(BLOCK).map((row, context) -> {
            Object[] values = values(row, own, columns.size(), query.lang());
            values[dataSet] = row.getString("data_set");
            return new Sheet.Feature(values, row.getBytes("ewkb"), row.getBigDecimal("x"), row.getBigDecimal("y"), row.getString("wkt"));
        }).forEach(each);
    }

    private static Query bind(Tx tx, ExportQuery query, String sql) {
        Query statement = tx.handle().createQuery(sql);
        FILTERS.forEach(filter -> statement.bind(filter, query.filters().get(filter)));
        Optional<Bbox> box = query.bbox();
        return statement.bind("asOf", query.asOf()).bind("series", query.series()).bind("lang", query.lang())
            .bind("level", query.layer().level()).bind("layerKind", query.layer().kind())
            .bind("crs", query.crs()).bind("places", query.crs() == 4326 ? 7 : 3).bind("withText", !query.forPeople())
            .bind("west", box.map(Bbox::west).orElse(null)).bind("south", box.map(Bbox::south).orElse(null))
            .bind("east", box.map(Bbox::east).orElse(null)).bind("north", box.map(Bbox::north).orElse(null));
    }

    private static Object[] values(ResultSet row, List<Column> own, int width, String lang) throws SQLException {
        Object[] values = new Object[width];
        for (int i = 0; i < own.size(); i++) {
            Column column = own.get(i);
            values[i] = column.of().isEmpty() ? value(row, column.id(), column.type()) : said(column, row.getString(inDatabase(column.of())), lang);
        }
        return values;
    }

    private static String said(Column column, String code, String lang) {
        return code == null ? null : column.words().containsKey(code) ? column.words().get(code).in(lang) : code;
    }

    private static String inDatabase(String id) {
        return id.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }

    private static Object value(ResultSet row, String id, Column.Type type) throws SQLException {
        String name = inDatabase(id);
        return switch (type) {
            case TEXT -> row.getString(name);
            case WHOLE, YEAR, NUMBER, SHARE -> row.getBigDecimal(name);
            case DAY -> row.getObject(name, java.time.LocalDate.class);
            case TRUTH -> row.getObject(name, Boolean.class);
        };
    }

    /** Refuses units and classes that there are not, naming those there are where they are few. */
    void check(Tx tx, ExportQuery query) {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> filters = query.filters();
        if (filters.containsKey("unit") && !tx.handle().createQuery("select exists (select from unit where code = :code and valid @> cast(:asOf as date))")
            .bind("code", filters.get("unit")).bind("asOf", query.asOf()).mapTo(Boolean.class).one()) {
            faults.add(new Fault("unit", "There is no unit '" + filters.get("unit") + "' on " + query.asOf() + ".", "The units are listed at /api/units."));
        }
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("class", "select code from network_class where kind = :kind order by ordinal");
        lists.put("surface", "select code from network_surface where kind = :kind order by ordinal");
        lists.put("kind", "select code from work_kind order by ordinal");
        lists.forEach((filter, sql) -> {
            List<String> known = filters.containsKey(filter)
                ? tx.handle().createQuery(sql).bind("kind", query.layer().kind()).mapTo(String.class).list() : List.of();
            if (filters.containsKey(filter) && !known.contains(filters.get(filter))) {
                faults.add(new Fault(filter, "There is no " + filter + " '" + filters.get(filter) + "' here.", "Use one of " + String.join(", ", known) + "."));
            }
        });
        if (!faults.isEmpty()) {
            throw Problem.ofFaults(faults);
        }
    }
}
