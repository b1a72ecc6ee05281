package langmap.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import langmap.Loads;
import langmap.db.Contents;
import langmap.db.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every metre is counted once, whatever is drawn, built and accepted in whatever order. Four units of 0.2 by 0.1 degrees, made up. */
final class CountedOnceTest {
    private static final String DAY = "2022-12-31";
    private TestDatabase database;

    @BeforeEach
    void load() {
        database = Loads.small();
        Loads.load(database.urls(), Loads.folder("small-network"));
        run("insert into data_set (id, kind, title_vi, title_en, origin_vi, origin_en, licence, illustrative, sha256) "
            + "values ('t', 't', 't', 't', 't', 't', 't', false, repeat('0', 64))");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void run(String sql) {
        Contents.execute(database.adminUrl(), sql);
    }

    private double number(String sql) {
        String found = Loads.one(database, sql);
        return found == null ? 0 : Double.parseDouble(found);
    }

    private void draw(String code, String sort, String surface, String points) {
        run("insert into network_section (kind, code, class, surface, geom, data_set_id) values ('road', '" + code + "', '" + sort + "', '" + surface
            + "', ST_GeomFromText('LINESTRING(" + points + ")', 4326), 't')");
    }

    private void accept(String code, String section, String stretch, String day) {
        run("insert into work (code, kind, section_kind, section_id, stretch, surface, state, started_on, done_on, accepted_on, data_set_id) "
            + "select '" + code + "', 'hardening', 'road', id, " + stretch + ", 'concrete', 'accepted', date '" + day + "', date '" + day + "', date '" + day
            + "', 't' from network_section where code = '" + section + "'");
    }

    private double year(String day) {
        return number("select sum(value) * 1000 from measure.hardened_in_year('" + day + "', 'actual', 'road')");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void partsOfASectionAddUpToTheWhole(long seed) {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            rows.add("('road', 'S" + i + "', 'commune_road', 'earth', ST_GeomFromText('LINESTRING(" + walk(random, 2 + random.nextInt(12)) + ")', 4326), 't')");
        }
        // Walks cross one another, but lie on one another nowhere; those that come back on themselves are no lines of one length.
        run("insert into network_section (kind, code, class, surface, geom, data_set_id) select * from (values " + String.join(",", rows)
            + ") as one (kind, code, class, surface, geom, data_set_id) where ST_IsSimple(geom)");
        assertThat(number("select count(*) from network_section")).isGreaterThan(20);
        assertThat(Loads.rows(database, "select section.code from network_section section left join section_part part on part.section_id = section.id "
            + "join unit on unit.id = part.unit_id and unit.valid @> date '" + DAY + "' "
            + "cross join lateral (select coalesce(metres(range_agg(span)), 0) as metres from section_twice where section_id = section.id) twice "
            + "group by section.id, twice.metres having abs(sum(part.length_m) + twice.metres - section.length_m) > least(0.05, 0.001 * section.length_m)"))
            .isEmpty();
        assertThat(Loads.rows(database, "select one.section_id from section_part one join section_part other on other.section_id = one.section_id "
            + "and other.unit_id > one.unit_id join unit a on a.id = one.unit_id join unit b on b.id = other.unit_id and a.valid && b.valid "
            + "where metres(one.span * other.span) > 0")).isEmpty();
    }

    private static String walk(Random random, int points) {
        double x = 106.02 + random.nextDouble() * 0.36;
        double y = 22.02 + random.nextDouble() * 0.16;
        List<String> at = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            at.add(String.format(Locale.ROOT, "%.6f %.6f", x, y));
            x = Math.min(106.39, Math.max(106.01, x + (random.nextDouble() - 0.4) * 0.06));
            y = Math.min(22.19, Math.max(22.01, y + (random.nextDouble() - 0.5) * 0.06));
        }
        return String.join(",", at);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverTheOrderOfAcceptanceEachMetreCountsOnce(long seed) {
        draw("R", "village_road", "earth", "106.15 22.15, 106.18 22.15, 106.25 22.16");
        int length = (int) number("select floor(length_m) from network_section");
        Random random = new Random(seed);
        BitSet before = new BitSet();
        BitSet hardened = new BitSet();
        List<String[]> works = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int from = random.nextInt(length - 10);
            int to = from + 1 + random.nextInt(Math.min(3000, length - from - 1));
            boolean earlier = i % 4 == 0;
            (earlier ? before : hardened).set(from, to);
            works.add(new String[] {"W" + i, "numrange(" + from + ", " + to + ")", (earlier ? "2021-0" : "2022-0") + (1 + random.nextInt(9)) + "-15"});
        }
        Collections.shuffle(works, random);
        works.forEach(work -> accept(work[0], "R", work[1], work[2]));
        hardened.andNot(before);
        assertThat(year(DAY)).isCloseTo(hardened.cardinality(), within(0.01));
        assertThat(number("select sum(metres) from measure.hardened_by_month('" + DAY + "', 'actual', 'road') where month = '" + DAY + "'"))
            .isCloseTo(hardened.cardinality(), within(0.01));
        hardened.or(before);
        assertThat(number("select sum(numerator) * 1000 from measure.hardened_share('" + DAY + "', 'actual', 'road')"))
            .isCloseTo(hardened.cardinality(), within(0.01));
    }

    @Test
    void twoStretchesThatOverlapAreTheirUnion() {
        draw("R", "village_road", "earth", "106.05 22.15, 106.08 22.15");
        accept("A", "R", "numrange(0, 1200)", "2022-03-01");
        accept("B", "R", "numrange(1000, 2000)", "2022-04-01");
        accept("again", "R", "numrange(1000, 2000)", "2022-05-01");
        assertThat(year(DAY)).isCloseTo(2000, within(0.001));
        assertThat(year("2022-03-31")).isCloseTo(1200, within(0.001));
    }

    @Test
    void whatWasHardenedTheYearBeforeDoesNotCountAgain() {
        draw("R", "village_road", "earth", "106.05 22.15, 106.08 22.15");
        accept("old", "R", "numrange(0, 1000)", "2021-11-01");
        accept("new", "R", "null", "2022-05-01");
        double length = number("select length_m from network_section");
        assertThat(year(DAY)).isCloseTo(length - 1000, within(0.01));
        assertThat(year("2021-12-31")).isCloseTo(1000, within(0.01));
    }

    @Test
    void aSectionOfAThousandMetresMeasuresAThousandMetres() {
        // 1,000 m along the meridian at latitude 22: degrees from the length of a degree there, 110,737.5 m (WGS 84)
        draw("R", "village_road", "earth", "106.05 22.1, 106.05 " + (22.1 + 1000 / 110_739.4));
        assertThat(number("select length_m from network_section")).isCloseTo(1000, within(1.0));
    }

    @Test
    void aRoadDrawnTwiceAddsOnceAndIsReported() {
        draw("first", "village_road", "concrete", "106.05 22.15, 106.06 22.152, 106.08 22.15");
        double length = number("select length_m from network_section");
        draw("second", "village_road", "concrete", "106.0500001 22.15, 106.06 22.152001, 106.08 22.15");
        draw("crossing", "village_road", "concrete", "106.065 22.14, 106.065 22.16");
        double crossing = number("select length_m from network_section where code = 'crossing'");
        assertThat(total(DAY)).isCloseTo(length + crossing, within(1.0));
        assertThat(Loads.rows(database, "select section, other from measure.network_issue('" + DAY + "') where code = 'double_line'"))
            .containsExactly(List.of("second", "first"));
        run("delete from network_section where code = 'first'");
        assertThat(total(DAY)).isCloseTo(length + crossing, within(1.0));
    }

    @Test
    void ofARoadDrawnTwiceOneCountsOnEveryDayAlthoughTheOtherEnds() {
        draw("first", "village_road", "concrete", "106.05 22.15, 106.06 22.152, 106.08 22.15");
        double length = number("select length_m from network_section");
        draw("second", "village_road", "concrete", "106.0500001 22.15, 106.06 22.152001, 106.08 22.15");
        run("update network_section set valid = daterange(null, '2022-07-01') where code = 'first'");
        List.of("2022-06-30", "2022-07-01").forEach(day -> assertThat(total(day)).as(day).isCloseTo(length, within(1.0)));
        run("update network_section set valid = daterange(null, '2022-10-01') where code = 'second'");
        assertThat(total("2022-10-01")).isZero();
        draw("third", "village_road", "concrete", "106.0500001 22.15, 106.06 22.152, 106.0800001 22.15");
        List.of("2022-06-30", "2022-09-30", "2022-10-01").forEach(day -> assertThat(total(day)).as(day).isCloseTo(length, within(1.0)));
        run("delete from network_section where code = 'third'");
        List.of("2022-06-30", "2022-09-30").forEach(day -> assertThat(total(day)).as(day).isCloseTo(length, within(1.0)));
    }

    private double total(String day) {
        return number("select sum(denominator) * 1000 from measure.hardened_share('" + day + "', 'actual', 'road')");
    }

    @Test
    void aChangedBoundaryMovesThePartsInTheSameTransaction() {
        draw("R", "village_road", "concrete", "106.15 22.15, 106.25 22.15");
        double whole = number("select length_m from network_section");
        assertThat(partOf("06001")).isCloseTo(whole / 2, within(1.0));
        run("update boundary set geom = ST_Multi(ST_MakeEnvelope(106.0, 22.1, 106.18, 22.2, 4326)) from unit where unit.id = unit_id and code = '06001' "
            + "and resolution = 'full' and unit.valid @> date '" + DAY + "'; "
            + "update boundary set geom = ST_Multi(ST_MakeEnvelope(106.18, 22.1, 106.4, 22.2, 4326)) from unit where unit.id = unit_id and code = '06007' "
            + "and resolution = 'full' and unit.valid @> date '" + DAY + "'");
        assertThat(partOf("06001")).isCloseTo(whole * 0.3, within(1.0));
        assertThat(partOf("06001") + partOf("06007")).isCloseTo(whole, within(0.01));
    }

    private double partOf(String unit) {
        return number("select part.length_m from section_part part join unit on unit.id = part.unit_id and unit.valid @> date '" + DAY + "' where code = '"
            + unit + "'");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void villagesAreReachedExactlyIfAPlainSearchGetsThere(long seed) {
        Random random = new Random(seed);
        int side = 7;
        Map<Integer, Integer> parent = new HashMap<>();
        List<String> rows = new ArrayList<>();
        for (int node = 0; node < side * side; node++) {
            for (int next : new int[] {node % side < side - 1 ? node + 1 : -1, node + side < side * side ? node + side : -1}) {
                if (next >= 0 && random.nextInt(10) < 7) {
                    boolean hard = random.nextInt(10) < 6;
                    boolean motor = random.nextInt(10) < 8;
                    rows.add("('road', 'S" + rows.size() + "', '" + (motor ? "village_road" : "lane") + "', '" + (hard ? "concrete" : "earth")
                        + "', ST_GeomFromText('LINESTRING(" + at(node, side) + "," + at(next, side) + ")', 4326), 't')");
                    if (hard && motor) {
                        parent.put(root(parent, node), root(parent, next));
                    }
                }
            }
        }
        run("insert into network_section (kind, code, class, surface, geom, data_set_id) values " + String.join(",", rows));
        // A motor road that leads nowhere at every node, so that every place has a junction of its own to stand for it.
        run("insert into network_section (kind, code, class, surface, geom, data_set_id) select 'road', 'E' || i, 'village_road', 'earth', "
            + "ST_MakeLine(ST_SetSRID(ST_MakePoint(106.06 + i % " + side + " * 0.01, 22.12 + i / " + side + " * 0.01), 4326), "
            + "ST_SetSRID(ST_MakePoint(106.0602 + i % " + side + " * 0.01, 22.1203 + i / " + side + " * 0.01), 4326)), 't' from generate_series(0, "
            + (side * side - 1) + ") i");
        String places = String.join(",", IntStream.range(0, side * side).mapToObj(i -> "('V" + i + "', ST_SetSRID(ST_MakePoint(" + at(i, side).replace(' ', ',')
            + "), 4326))").toList());
        run("insert into village (code, name, unit_id, centre, valid, data_set_id) select place.code, place.code, unit.id, place.centre, unit.valid, 't' from (values "
            + places + ") place (code, centre), unit where unit.code = '06001' and unit.valid @> date '" + DAY + "'");
        int centre = random.nextInt(side * side);
        run("update unit set centre = ST_SetSRID(ST_MakePoint(" + at(centre, side).replace(' ', ',') + "), 4326) where code = '06001'");
        Map<String, String> expected = new TreeMap<>();
        IntStream.range(0, side * side).forEach(i -> expected.put("V" + i, root(parent, i) == root(parent, centre) ? "t" : "f"));
        Map<String, String> found = new TreeMap<>();
        Loads.rows(database, "select village.code, reached from measure.village_reached('" + DAY + "', 'actual') join village on village.id = village_id")
            .forEach(row -> found.put(row.get(0), row.get(1)));
        assertThat(found).isEqualTo(expected);
        assertThat(found.values()).contains("t", "f");
    }

    private static String at(int node, int side) {
        return String.format(Locale.ROOT, "%.2f %.2f", 106.06 + node % side * 0.01, 22.12 + node / side * 0.01);
    }

    private static int root(Map<Integer, Integer> parent, int node) {
        int at = node;
        while (parent.getOrDefault(at, at) != at) {
            at = parent.get(at);
        }
        return at;
    }

    @Test
    void aRoadThatEndsOnTheMiddleOfAnotherIsJoinedToIt() {
        draw("main", "district_road", "asphalt", "106.05 22.15, 106.09 22.15");
        draw("side", "commune_road", "concrete", "106.0712345 22.15, 106.0712345 22.17");
        run("update unit set centre = ST_SetSRID(ST_MakePoint(106.0712345, 22.17), 4326) where code = '06001'");
        String reached = "select value from measure.commune_reached('" + DAY + "', 'actual') found join unit on unit.id = found.unit_id where code = '06001'";
        assertThat(number(reached)).isEqualTo(1);
        run("update network_section set surface = 'earth' where code = 'side'");
        assertThat(number(reached)).isZero();
        accept("W", "side", "null", "2022-06-01");
        assertThat(number(reached)).isEqualTo(1);
    }

    @Test
    void commandAreasThatOverlapCountOnce() {
        run("insert into command_area (code, active, geom, data_set_id) values ('A', true, ST_Multi(ST_MakeEnvelope(106.05, 22.12, 106.07, 22.14, 4326)), 't'), "
            + "('B', true, ST_Multi(ST_MakeEnvelope(106.06, 22.12, 106.08, 22.14, 4326)), 't')");
        double union = number("select ST_Area(ST_MakeEnvelope(106.05, 22.12, 106.08, 22.14, 4326)::geography) / 10000");
        assertThat(number("select sum(value) from measure.irrigated_area('" + DAY + "', 'actual')")).isCloseTo(union, within(0.1));
    }
}
