package langmap.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import langmap.TestApp;
import langmap.db.Database;
import langmap.db.TestDatabase;
import org.junit.jupiter.api.Test;

/** Whatever passes a place is in the tile of that place, at every zoom its class is shown at, and as near as the zoom allows. */
final class TileLawsTest {
    private static final int SAMPLES = 300;
    /** Steps of a tile: rounding and thinning together move a line less. */
    private static final double NEAR = 4;

    /** A place on a feature, and the zoom it is shown from. */
    private record Place(String layer, String code, int fromZoom, double lon, double lat) {
    }

    @Test
    void aTileHoldsWhatPassesItsPlaces() {
        Random random = new Random(3);
        for (Place place : places()) {
            int z = place.fromZoom() + random.nextInt(TileRoutes.FINEST_ZOOM - place.fromZoom() + 1);
            double x = (place.lon() + 180) / 360 * (1 << z);
            double sine = Math.sin(Math.toRadians(place.lat()));
            double y = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * (1 << z);
            String address = place.layer() + "/" + z + "/" + (int) x + "/" + (int) y + ".mvt";
            double[] point = {(x - (int) x) * 4096, (y - (int) y) * 4096};
            assertThat(Mvt.features(TilesTest.tile(address)).stream().filter(one -> one.properties().get("code").equals(place.code()))
                .mapToDouble(one -> distance(one, point)).min().orElse(Double.MAX_VALUE)).as(place + " in " + address).isLessThan(NEAR);
        }
    }

    /** The parts of a section cut by its works are the section again. */
    @Test
    void stretchesOfASectionAddUpToIt() {
        try (TestDatabase data = TestApp.sample(); Database database = Database.open(data.urls(), 1)) {
            List<Double> differences = database.read(tx -> tx.handle().createQuery("""
                    select abs(sum(metres(stretch.span * nummultirange(numrange(0, section.length_m::numeric)))) - section.length_m)
                    from network_section section
                    cross join unnest(array['actual', 'planned']) series
                    cross join lateral measure.stretch(section.id, '2022-09-30', series) stretch
                    group by section.id, section.length_m, series""").mapTo(Double.class).list());
            assertThat(differences).hasSizeGreaterThan(500).allSatisfy(one -> assertThat(one).isLessThan(0.001));
            List<String> wrong = database.read(tx -> tx.handle().createQuery("""
                    select section.code from measure.improved('2022-09-30', 'actual') improved
                    join network_section section on section.id = improved.section_id
                    left join lateral (
                        select range_agg(stretch.span) filter (where surface.hardened) as hardened, range_agg(stretch.span) filter (where surface.paved) as paved
                        from measure.stretch(section.id, '2022-09-30', 'actual') stretch
                        join network_surface surface on surface.kind = section.kind and surface.code = stretch.surface) known on true
                    join network_surface first on first.kind = section.kind and first.code = section.surface
                    where not first.hardened and coalesce(known.hardened, '{}') <> coalesce(improved.hardened, '{}')
                       or not first.paved and coalesce(known.paved, '{}') <> coalesce(improved.paved, '{}')""").mapTo(String.class).list());
            assertThat(wrong).as("drawn otherwise than counted").isEmpty();
        }
    }

    private static Set<Place> places() {
        try (TestDatabase data = TestApp.sample(); Database database = Database.open(data.urls(), 1)) {
            return new HashSet<>(database.read(tx -> tx.handle().createQuery("""
                    select * from (
                        (select case kind when 'road' then 'roads' when 'canal' then 'canals' else 'power-lines' end as layer, section.code, class.from_zoom,
                                ST_LineInterpolatePoint(section.geom, (abs(hashtext(section.code)) % 1000) / 999.0) as place
                         from network_section section join network_class class using (kind) where class.code = section.class and section.valid @> date '2022-12-31'
                         order by md5(section.code) limit :many)
                        union all (select 'villages', code, 9, centre from village order by md5(code) limit :many / 3)
                        union all (select 'substations', code, 8, geom from substation where valid @> date '2022-12-31' order by md5(code) limit :many / 3)
                        union all (select 'command-areas', code, 11, ST_StartPoint(ST_ExteriorRing(ST_GeometryN(geom, 1))) from command_area
                                   where valid @> date '2022-12-31' order by md5(code) limit :many / 3)) one
                    cross join lateral (select ST_X(one.place) as lon, ST_Y(one.place) as lat) at""")
                .bind("many", SAMPLES).map((row, context) -> new Place(row.getString("layer"), row.getString("code"), row.getInt("from_zoom"),
                    row.getDouble("lon"), row.getDouble("lat"))).list()));
        }
    }

    private static double distance(Mvt.Feature feature, double[] point) {
        double least = Double.MAX_VALUE;
        for (List<int[]> part : feature.parts()) {
            for (int i = 0; i < part.size(); i++) {
                least = Math.min(least, distance(point, part.get(Math.max(0, i - 1)), part.get(i)));
            }
        }
        return least;
    }

    private static double distance(double[] point, int[] from, int[] to) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.max(0, Math.min(1, ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length));
        return Math.hypot(point[0] - from[0] - along * dx, point[1] - from[1] - along * dy);
    }
}
