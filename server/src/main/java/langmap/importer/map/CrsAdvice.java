package langmap.importer.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import langmap.geo.Crs;
import langmap.geo.LonLat;
import langmap.importer.Issue;
import langmap.importer.Issues;
import langmap.importer.map.Inspection.Candidate;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** Whether a file lies where it should; if not, which coordinate systems would put it there. Says so and changes nothing. */
final class CrsAdvice {
    private static final int NAMED = 3;
    private static final double SAME_SHIFT_METRES = 0.1;
    /** Less is another set of parameters for the way from VN-2000 to WGS 84; more is no such way at all. */
    private static final double OTHER_SHIFT_METRES = 10;
    /** Of the vertices looked at: what a system must bring into the province to be thought of, and what is as good as all or as none. */
    private static final double MOST = 0.5;
    private static final double ALL = 0.98;
    private static final double NOT_ALL = 0.85;
    private static final double NONE = 0.1;

    private final Envelope around;
    private final IndexedPointInAreaLocator area;

    /** @param area where map files are expected, WGS 84 */
    CrsAdvice(Geometry area) {
        this.around = area.getEnvelopeInternal();
        this.area = new IndexedPointInAreaLocator(area);
    }

    /**
     * The system a layer is read in.
     *
     * @param crs      empty if nobody states one
     * @param swapped  true if northing or latitude stands first
     * @param byPerson true if a person states it, who then knows which datum is meant
     */
    record Meant(Optional<Crs> crs, boolean swapped, boolean byPerson) {
    }

    /** Read when first needed, for it takes a second. */
    private static final class Known {
        private static final List<Crs> ALL = read();

        private static List<Crs> read() {
            try (InputStream in = CrsAdvice.class.getResourceAsStream("/importer/crs-candidates.yaml")) {
                List<Crs> known = new ArrayList<>();
                for (JsonNode code : new YAMLMapper().readTree(in)) {
                    known.add(Crs.ofEpsg(code.intValue()));
                }
                return List.copyOf(known);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Reports what is doubtful about where a layer lies, and gives what could be meant instead, the likeliest first. Judged by the most of its vertices,
     * for one that went astray makes a box of any size.
     *
     * @param points some of its vertices, in its own coordinates
     */
    List<Candidate> check(Meant meant, MapLayer.Extent extent, List<Coordinate> points, Issue.Where where, Issues issues) {
        if (meant.crs().isEmpty()) {
            List<Candidate> candidates = points.isEmpty() ? List.of() : candidates(points, null, MOST);
            issues.report(candidates.isEmpty() && !points.isEmpty() ? "crs-missing-and-far" : "crs-missing", where, points.isEmpty() ? "?" : names(candidates));
            return candidates;
        }
        Candidate stated = new Candidate(meant.crs().get(), meant.swapped());
        double inside = inside(stated, points);
        Optional<Coordinate> placed = points.stream().flatMap(point -> degrees(stated, point).stream()).findFirst();
        LonLat at = placed.map(point -> new LonLat(point.x, point.y)).orElse(null);
        boolean touches = extent != null && extent.isFinite() && degrees(stated, extent).filter(around::intersects).isPresent();
        List<Candidate> better = points.isEmpty() ? List.of() : candidates(points, stated, inside <= NONE ? MOST : ALL);
        if (inside <= NONE && !better.isEmpty() && !(meant.byPerson() && touches)) {
            issues.report(code(better, stated), where.at(at), stated.crs().name(), names(better));
        } else if (inside <= NOT_ALL && !better.isEmpty()) {
            issues.report("crs-doubtful", where.at(at), stated.crs().name(), inside, names(better), inside(better.get(0), points));
        } else if (inside == 0 && !touches && placed.isPresent()) {   // where no vertex is anywhere, each feature says so
            issues.report("crs-far", where.at(at), stated.crs().name());
        } else {
            Optional<Coordinate> sure = points.stream().filter(point -> inside(stated, List.of(point)) == 1).findFirst();
            return meant.byPerson() || sure.isEmpty() ? List.of() : checkDatum(stated.crs(), sure.get(), where, issues);
        }
        return better;
    }

    /** The numbers of VN-2000 on another datum: the two are a constant way apart, and nobody but the sender knows which is meant. */
    private static List<Candidate> checkDatum(Crs crs, Coordinate point, Issue.Where where, Issues issues) {
        Optional<Crs> official = crs.isVn2000() || crs.hasScaleAndEastingOfTm3() ? crs.onVn2000() : Optional.empty();
        if (official.isEmpty()) {
            return List.of();
        }
        double metres = crs.metresFrom(official.get(), point.x, point.y);
        LonLat at = crs.toDegrees(point.x, point.y).orElse(null);
        if (metres > SAME_SHIFT_METRES) {
            issues.report(metres < OTHER_SHIFT_METRES ? "crs-shift-differs" : "crs-probably-vn2000", where.at(at), crs.name(), metres);
            return List.of(new Candidate(official.get(), false));
        }
        return List.of();
    }

    private static String code(List<Candidate> better, Candidate stated) {
        Candidate first = better.get(0);
        if (first.swapped() != stated.swapped()) {
            return "crs-axes-swapped";
        }
        return stated.crs().isTransverseMercator() && first.crs().isTransverseMercator() ? "crs-wrong-zone" : "crs-elsewhere";
    }

    /** Systems that bring at least such a part of the vertices into the province; not the one stated, but that with its axes swapped. */
    private List<Candidate> candidates(List<Coordinate> points, Candidate stated, double least) {
        List<Candidate> tried = new ArrayList<>();
        if (stated != null) {
            tried.add(new Candidate(stated.crs(), !stated.swapped()));
        }
        Known.ALL.forEach(crs -> tried.add(new Candidate(crs, false)));
        Known.ALL.forEach(crs -> tried.add(new Candidate(crs, true)));
        Map<Candidate, Double> shares = new LinkedHashMap<>();
        tried.stream().filter(candidate -> !candidate.equals(stated)).forEach(candidate -> shares.computeIfAbsent(candidate, each -> inside(each, points)));
        return shares.entrySet().stream().filter(share -> share.getValue() >= least)
            .sorted(Map.Entry.<Candidate, Double>comparingByValue().reversed()).map(Map.Entry::getKey).toList();
    }

    /** Which part of the vertices lies in the province. */
    private double inside(Candidate candidate, List<Coordinate> points) {
        long count = points.stream().flatMap(point -> degrees(candidate, point).stream()).filter(at -> area.locate(at) != Location.EXTERIOR).count();
        return points.isEmpty() ? 0 : count / (double) points.size();
    }

    private static Optional<Coordinate> degrees(Candidate candidate, Coordinate point) {
        return candidate.crs().toDegrees(candidate.swapped() ? point.y : point.x, candidate.swapped() ? point.x : point.y)
            .map(at -> new Coordinate(at.lon(), at.lat()));
    }

    /** Where a box lies; empty if a corner lies nowhere. */
    static Optional<Envelope> degrees(Candidate candidate, MapLayer.Extent extent) {
        Envelope box = new Envelope();
        for (Coordinate corner : List.of(new Coordinate(extent.minX(), extent.minY()), new Coordinate(extent.minX(), extent.maxY()),
                new Coordinate(extent.maxX(), extent.minY()), new Coordinate(extent.maxX(), extent.maxY()))) {
            Optional<Coordinate> at = degrees(candidate, corner);
            if (at.isEmpty()) {
                return Optional.empty();
            }
            box.expandToInclude(at.get());
        }
        return Optional.of(box);
    }

    private static String names(List<Candidate> candidates) {
        return candidates.stream().limit(NAMED).map(candidate -> candidate.crs().definition().startsWith("EPSG")
            ? candidate.crs().definition() + " (" + candidate.crs().name() + ")" : candidate.crs().name()).distinct().collect(Collectors.joining(", "));
    }
}
