package langmap.tile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import langmap.db.Tx;
import langmap.geo.TileCoord;
import org.jdbi.v3.core.statement.Query;

/**
 * Lets the database pack tiles: 4096 steps a side with a rim of 64, lines thinned to half a pixel of 1024 a side. Every statement finds by a
 * web Mercator index what touches the tile with its rim, whichever tile it is, so one plan serves all; days and resolutions are compared so that no
 * other index is tempting, and what follows from the numbers of a tile is asked in brackets, once for all rows.
 */
final class TileStore {
    private static final String PACKED = "select coalesce(ST_AsMVT(feature, :layer, 4096, 'shape'), '') from (select * from (";
    /** What is only near the rim has no shape. Without the fence every shape would be made twice, to see that and to be sent. */
    private static final String IN_ORDER = "offset 0) drawn where drawn.shape is not null order by ";

    /** A part of a section for every surface it has on the day; no surface, no parts. To be formatted with which classes are drawn. */
    private static final String SECTION = PACKED + """
        select piece.code, piece.name, piece.class, piece.surface, surface.hardened, surface.paved, piece.width_m as "widthM",
               piece.voltage_kv as "voltageKv", piece.data_set_id = any(array(select id from data_set where illustrative)) as illustrative,
               ST_AsMVTGeom(ST_Simplify(piece.line, (select (40075016.7 / (1 << :z) / 2048)::float8), true),
                   (select ST_TileEnvelope(:z, :x, :y)::box2d), 4096, 64) as shape
        from (select section.code, section.name, section.kind, section.class, section.width_m::float8, section.voltage_kv::float8, section.data_set_id,
                     coalesce(stretch.surface, section.surface) as surface,
                     case when coalesce(stretch.span = '{[0,)}', true) then section.geom_3857
                          else (select ST_Transform(ST_Collect(ST_Force2D(ST_LocateBetween(section.chain, lower(one)::float8,
                                           coalesce(upper(one)::float8, section.length_m)))), 3857) from unnest(stretch.span) one) end as line
              from network_section section
              left join lateral measure.stretch(section.id, :asOf, :series) stretch on true
              where section.kind = :of and %s and (section.valid @> cast(:asOf as date)) is true
                and section.geom_3857 && ST_TileEnvelope(:z, :x, :y, margin => 0.015625)) piece
        left join network_surface surface on surface.kind = piece.kind and surface.code = piece.surface
        """ + IN_ORDER + "class, code, surface) feature";
    private static final String SHOWN = "select code from network_class where kind = :of and from_zoom <= :z";
    /** Zoom from which most sections of a tile are drawn, so that nothing but its place is worth an index. */
    private static final int NEAR = 11;
    /** The few of a large tile are found by their class; how, is planned for each. */
    private static final String SECTION_FROM_AFAR = SECTION.formatted("section.class in (" + SHOWN + ")");
    private static final String SECTION_NEAR = SECTION.formatted("(section.class = any(array(" + SHOWN + "))) is true");

    /** A work is drawn along its stretch, from afar as a point in the middle of it, and elsewhere in the commune at its place. */
    private static final String WORK = PACKED + """
        select place.code, place.title as name, place.kind, place.state, place.section, data_set.illustrative,
               ST_AsMVTGeom(place.shape, (select ST_TileEnvelope(:z, :x, :y)::box2d), 4096, 64) as shape
        from (select work.code, work.title, work.kind, measure.work_state(work, :asOf, :series) as state, section.code as section, work.data_set_id,
                     case when :z < 11 then ST_Transform(ST_GeometryN(ST_Force2D(ST_LocateAlong(section.chain,
                                                coalesce(lower(work.stretch) + upper(work.stretch), section.length_m::numeric)::float8 / 2)), 1), 3857)
                          when work.stretch is null then section.geom_3857
                          else ST_Transform(ST_Force2D(ST_LocateBetween(section.chain, lower(work.stretch)::float8, upper(work.stretch)::float8)), 3857)
                          end as shape
              from network_section section
              join work on work.section_id = section.id
              where (section.valid @> cast(:asOf as date)) is true and section.geom_3857 && ST_TileEnvelope(:z, :x, :y, margin => 0.015625)
              union all
              select work.code, work.title, work.kind, measure.work_state(work, :asOf, :series), null, work.data_set_id,
                     ST_Transform(coalesce(work.place, unit.centre), 3857)
              from work
              join unit on unit.id = work.unit_id
              where work.section_id is null) place
        join data_set on data_set.id = place.data_set_id
        """ + IN_ORDER + "code) feature";

    private static final String SUBSTATION = PACKED + """
        select substation.code, substation.name, substation.voltage_kv::float8 as "voltageKv", substation.capacity_kva::float8 as "capacityKva",
               data_set.illustrative, ST_AsMVTGeom(substation.geom_3857, (select ST_TileEnvelope(:z, :x, :y)::box2d), 4096, 64) as shape
        from substation
        join data_set on data_set.id = substation.data_set_id
        where substation.valid @> cast(:asOf as date) and substation.geom_3857 && ST_TileEnvelope(:z, :x, :y, margin => 0.015625)
        """ + IN_ORDER + "code) feature";

    private static final String COMMAND_AREA = PACKED + """
        select area.code, area.name, area.active, round(area.area_ha::numeric, 2)::float8 as "areaHa", data_set.illustrative,
               ST_AsMVTGeom(ST_Simplify(area.geom_3857, (select (40075016.7 / (1 << :z) / 2048)::float8), true),
                   (select ST_TileEnvelope(:z, :x, :y)::box2d), 4096, 64) as shape
        from command_area area
        join data_set on data_set.id = area.data_set_id
        where area.valid @> cast(:asOf as date) and area.geom_3857 && ST_TileEnvelope(:z, :x, :y, margin => 0.015625)
        """ + IN_ORDER + "code) feature";

    private static final String VILLAGE = PACKED + """
        select village.code, village.name, unit.code as unit, unit.type || ' ' || unit.name as commune, data_set.illustrative,
               ST_AsMVTGeom(village.centre_3857, (select ST_TileEnvelope(:z, :x, :y)::box2d), 4096, 64) as shape
        from village
        join unit on unit.id = village.unit_id
        join data_set on data_set.id = village.data_set_id
        where village.valid @> cast(:asOf as date) and village.centre_3857 && ST_TileEnvelope(:z, :x, :y, margin => 0.015625)
        """ + IN_ORDER + "code) feature";

    /** Shared edges stay shared: no thinning of each area by itself, but the resolution that fits. */
    private static final String UNIT = PACKED + """
        select unit.code, unit.name, unit.type, unit.on_border as "onBorder", data_set.illustrative,
               ST_AsMVTGeom(boundary.geom_3857, (select ST_TileEnvelope(:z, :x, :y)::box2d), 4096, 64) as shape
        from boundary
        join unit on unit.id = boundary.unit_id and unit.level = :of
        join data_set on data_set.id = boundary.data_set_id
        where (boundary.resolution = case when :z < 9 then 'overview' when :z < 12 then 'map' else 'full' end) is true
          and (unit.valid @> cast(:asOf as date)) is true and (boundary.valid @> cast(:asOf as date)) is true
          and boundary.geom_3857 && ST_TileEnvelope(:z, :x, :y, margin => 0.015625)
        """ + IN_ORDER + "code) feature";

    private static final Map<String, String> STATEMENTS = Map.of("section", SECTION_NEAR, "work", WORK, "substation", SUBSTATION,
        "command_area", COMMAND_AREA, "village", VILLAGE, "unit", UNIT);

    /** What a code of a field is called, and for classes from which zoom they are shown. */
    record Word(String field, String code, Map<String, String> label, Integer fromZoom) {
    }

    byte[] getTile(Tx tx, TileLayer layer, TileCoord tile, LocalDate asOf, String series) {
        boolean fromAfar = layer.source().equals("section") && tile.z() < NEAR;
        if (!fromAfar) {
            tx.planOnce();
        }
        Query statement = tx.handle().createQuery(fromAfar ? SECTION_FROM_AFAR : STATEMENTS.get(layer.source()));
        return statement.bind("layer", layer.id()).bind("of", layer.of()).bind("z", tile.z()).bind("x", tile.x()).bind("y", tile.y())
            .bind("asOf", asOf).bind("series", series).mapTo(byte[].class).one();
    }

    /** Classes and surfaces of a kind of sections, of all kinds without one, and kinds of works; in order. */
    List<Word> listWords(Tx tx, String of) {
        return tx.handle().createQuery("""
                select 'class' as field, code, label_vi, label_en, from_zoom, ordinal from network_class where kind = coalesce(:of, kind)
                union all select 'surface', code, label_vi, label_en, null, ordinal from network_surface where kind = coalesce(:of, kind)
                union all select 'kind', code, label_vi, label_en, null, ordinal from work_kind
                order by field, ordinal""")
            .bind("of", of).map((row, context) -> new Word(row.getString("field"), row.getString("code"),
                Map.of("vi", row.getString("label_vi"), "en", row.getString("label_en")), row.getObject("from_zoom", Integer.class))).list();
    }

    /** West, south, east, north of all boundaries; the whole world without any. */
    List<Double> getBounds(Tx tx) {
        return tx.handle().createQuery("""
                select coalesce(ST_XMin(box), -180), coalesce(ST_YMin(box), -85.0511), coalesce(ST_XMax(box), 180), coalesce(ST_YMax(box), 85.0511)
                from (select ST_Extent(geom) as box from boundary where resolution = 'overview') known""")
            .map((row, context) -> List.of(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4))).one();
    }

    /** True if anything the layer shows comes from an illustrative data set. */
    boolean isIllustrative(Tx tx, List<String> dataKinds) {
        return tx.handle().createQuery("select coalesce(bool_or(illustrative), false) from data_set where kind = any(:kinds)")
            .bindArray("kinds", String.class, dataKinds).mapTo(Boolean.class).one();
    }
}
