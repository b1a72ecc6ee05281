package langmap.sample.mesh;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a line from one meeting to the next.
 *
 * @param line    number of the line
 * @param from    cell of its first vertex
 * @param to      cell of its last vertex
 * @param lon     degrees
 * @param lat     degrees
 * @param lengthM length, metres
 * @param parts   where it lies, from its first vertex on
 */
public record Section(int line, int from, int to, double[] lon, double[] lat, double lengthM, List<Part> parts) {
    public Section {
        parts = List.copyOf(parts);
    }

    /** The part on one unit (-1: outside). */
    public record Part(int unit, double fromM, double toM) {
        public double lengthM() {
            return toM - fromM;
        }
    }

    static Section of(int line, double[] lon, double[] lat, int[] ends, Country country) {
        List<Part> parts = new ArrayList<>();
        int unit = country.locate(lon[0], lat[0], -1);
        double start = 0;
        double along = 0;
        for (int i = 1; i < lon.length; i++) {
            double length = Earth.length(lon[i - 1], lat[i - 1], lon[i], lat[i]);
            int next = country.locate(lon[i], lat[i], unit);
            if (next != unit) {
                double at = along + length * crossing(lon, lat, i, unit, country);
                parts.add(new Part(unit, start, at));
                start = at;
                unit = next;
            }
            along += length;
        }
        parts.add(new Part(unit, start, along));
        return new Section(line, ends[0], ends[1], lon, lat, along, parts);
    }

    /** Where a segment leaves a unit, from 0 to 1, by halving. */
    private static double crossing(double[] lon, double[] lat, int i, int unit, Country country) {
        double in = 0;
        double out = 1;
        for (int halving = 0; halving < 24; halving++) {
            double middle = (in + out) / 2;
            boolean inside = country.locate(lon[i - 1] + middle * (lon[i] - lon[i - 1]), lat[i - 1] + middle * (lat[i] - lat[i - 1]), unit) == unit;
            if (inside) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return in;
    }

    /** Length on a unit, metres. */
    public double lengthOn(int unit) {
        return parts.stream().filter(part -> part.unit() == unit).mapToDouble(Part::lengthM).sum();
    }

    /** The unit on which most of it lies. */
    public int mainUnit() {
        return parts.stream().max((a, b) -> Double.compare(lengthOn(a.unit()), lengthOn(b.unit()))).orElseThrow().unit();
    }
}
