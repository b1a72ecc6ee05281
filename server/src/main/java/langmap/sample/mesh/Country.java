package langmap.sample.mesh;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import langmap.importer.Issues;
import langmap.importer.MapFeature;
import langmap.importer.Row;
import langmap.importer.SourceFolder;
import langmap.sample.land.Grid;
import langmap.sample.land.Outline;
import langmap.sample.land.Plane;
import langmap.sample.land.Terrain;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** The land: its units with their areas, and a made-up relief of hills and valleys, both known for every cell of a grid. */
public final class Country {
    private static final List<String> COLUMNS = List.of("code", "level", "name", "parent_code", "valid_from", "valid_to", "centre_lon", "centre_lat");
    private static final double[] WAVES_M = {14_000, 6_000, 2_600, 1_200};
    private static final double[] WEIGHTS = {0.5, 0.42, 0.34, 0.2};

    private final Grid grid;
    private final List<Unit> units;
    private final List<Polygon> areas = new ArrayList<>();
    private final List<IndexedPointInAreaLocator> locators = new ArrayList<>();
    private final int[] unitOf;
    private final float[] heights;
    private final double[] outlineDistance;

    private Country(Grid grid, List<Unit> units, Map<String, Polygon> areas, double[] outlineDistance, long seed) {
        this.grid = grid;
        this.units = List.copyOf(units);
        this.outlineDistance = outlineDistance;
        for (Unit unit : units) {
            this.areas.add(areas.get(unit.code()));
            this.locators.add(new IndexedPointInAreaLocator(areas.get(unit.code())));
        }
        this.unitOf = new int[grid.size()];
        this.heights = new float[grid.size()];
        int last = -1;
        for (int cell = 0; cell < unitOf.length; cell++) {
            last = locate(Plane.lon(grid.x(cell)), Plane.lat(grid.y(cell)), last);
            unitOf[cell] = last;
            double height = 0;
            for (int wave = 0; wave < WAVES_M.length; wave++) {
                height += WEIGHTS[wave] * Terrain.smooth(grid.x(cell) / WAVES_M[wave], grid.y(cell) / WAVES_M[wave], seed + 100 + wave);
            }
            heights[cell] = (float) height;
        }
    }

    /** The units in force on a day with the areas of the file of boundaries. */
    public static Country read(Path data, LocalDate day, double step, long seed) {
        SourceFolder folder = new SourceFolder(data);
        List<Unit> units = new ArrayList<>();
        for (Row row : folder.rows("units/units.csv", COLUMNS, new Issues())) {
            LocalDate to = row.optionalDate("valid_to");
            boolean inForce = !row.date("valid_from").isAfter(day) && (to == null || to.isAfter(day));
            if (inForce && List.of("commune", "urban").contains(row.text("level"))) {
                units.add(new Unit(row.text("code"), row.text("name"), row.text("parent_code"), row.number("centre_lon").doubleValue(),
                    row.number("centre_lat").doubleValue(), row.text("level").equals("commune")));
            }
        }
        units.sort((a, b) -> a.code().compareTo(b.code()));
        Map<String, Polygon> areas = new HashMap<>();
        MapFeature.stream(folder, "illustrative/boundaries.geojson", new Issues(), feature ->
            feature.geometry(Polygon.class, "an area", "Polygon").ifPresent(area -> areas.put(feature.id(), area)));
        Outline outline = Outline.read(data);
        Grid grid = Grid.over(outline.area().getEnvelopeInternal(), step);
        return new Country(grid, units, areas, outline.distance(grid), seed);
    }

    public Grid grid() {
        return grid;
    }

    public List<Unit> units() {
        return units;
    }

    /** The unit, by its place in the list, on which a cell lies; -1 outside. */
    public int unitOf(int cell) {
        return unitOf[cell];
    }

    public int index(String code) {
        for (int unit = 0; unit < units.size(); unit++) {
            if (units.get(unit).code().equals(code)) {
                return unit;
            }
        }
        throw new IllegalArgumentException("There is no unit " + code);
    }

    /** The cell of a place. */
    public int cell(double lon, double lat) {
        return grid.cell(Plane.x(lon), Plane.y(lat));
    }

    public int centre(int unit) {
        return cell(units.get(unit).lon(), units.get(unit).lat());
    }

    /** Low in valleys, high on ridges. */
    public double height(int cell) {
        return heights[cell];
    }

    /** True inside the province and at least so far from its outline. */
    public boolean isInside(int cell, double metres) {
        return unitOf[cell] >= 0 && outlineDistance[cell] >= metres;
    }

    /** The unit at a place, {@code likely} tried first; -1 outside. */
    public int locate(double lon, double lat, int likely) {
        Coordinate at = new Coordinate(lon, lat);
        if (likely >= 0 && holds(likely, at)) {
            return likely;
        }
        for (int unit = 0; unit < locators.size(); unit++) {
            Envelope around = areas.get(unit).getEnvelopeInternal();
            if (around.contains(at) && holds(unit, at)) {
                return unit;
            }
        }
        return -1;
    }

    private boolean holds(int unit, Coordinate at) {
        return locators.get(unit).locate(at) != Location.EXTERIOR;
    }
}
