package langmap.importer.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import langmap.geo.Crs;
import langmap.geo.LonLat;
import langmap.importer.Issue;
import langmap.importer.Issues;
import langmap.importer.map.Inspection.Candidate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Whether a file lies where it should; if not, which coordinate systems would put it there. Says so and changes nothing. */
final class CrsAdvice {
    private static final int NAMED = 3;
    private static final double SAME_SHIFT_METRES = 0.1;
    /** Less is another set of parameters for the way from VN-2000 to WGS 84; more is no such way at all. */
    private static final double OTHER_SHIFT_METRES = 10;
    private static final double MARGIN_DEGREES = 0.25;

    private final Geometry area;
    /** @param area where map files are expected, WGS 84 */
    CrsAdvice(Geometry area) {
        this.area = area;
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

    /** Reports what is doubtful about where a layer lies, and gives what could be meant instead, the likeliest first. */
    List<Candidate> check(Meant meant, MapLayer.Extent extent, Issue.Where where, Issues issues) {
        Optional<Crs> crs = meant.crs();
        if (extent == null || !extent.isFinite()) {
            if (crs.isEmpty()) {
                issues.report("crs-missing", where, "?");
            }
            return List.of();
        }
        if (crs.isEmpty()) {
            List<Candidate> candidates = candidates(extent, null);
            issues.report(candidates.isEmpty() ? "crs-missing-and-far" : "crs-missing", where, names(candidates));
            return candidates;
        }
        Optional<Envelope> lies = degrees(new Candidate(crs.get(), meant.swapped()), extent);
        if (lies.isPresent() && lies.get().intersects(area.getEnvelopeInternal())) {
            return meant.byPerson() ? List.of() : checkDatum(crs.get(), extent, where, issues);
        }
        List<Candidate> candidates = candidates(extent, crs.get());
        if (lies.isEmpty() && candidates.isEmpty()) {
            return candidates;   // some coordinates are nowhere; each such feature says so
        }
        LonLat at = lies.map(Envelope::centre).map(centre -> new LonLat(centre.x, centre.y)).orElse(null);
        issues.report(code(candidates, crs.get(), meant.swapped()), where.at(at), crs.get().name(), names(candidates));
        return candidates;
    }

    /** The numbers of VN-2000 on another datum: the two are a constant way apart, and nobody but the sender knows which is meant. */
    private static List<Candidate> checkDatum(Crs crs, MapLayer.Extent extent, Issue.Where where, Issues issues) {
        Optional<Crs> official = crs.isVn2000() || crs.hasScaleAndEastingOfTm3() ? crs.onVn2000() : Optional.empty();
        if (official.isEmpty()) {
            return List.of();
        }
        double x = (extent.minX() + extent.maxX()) / 2;
        double y = (extent.minY() + extent.maxY()) / 2;
        double metres = crs.metresFrom(official.get(), x, y);
        LonLat at = crs.toDegrees(x, y).orElse(null);
        if (metres > SAME_SHIFT_METRES) {
            issues.report(metres < OTHER_SHIFT_METRES ? "crs-shift-differs" : "crs-probably-vn2000", where.at(at), crs.name(), metres);
            return List.of(new Candidate(official.get(), false));
        }
        return List.of();
    }

    private static String code(List<Candidate> candidates, Crs stated, boolean swapped) {
        if (candidates.isEmpty()) {
            return "crs-far";
        }
        Candidate first = candidates.get(0);
        if (first.swapped() != swapped) {
            return "crs-axes-swapped";
        }
        return stated.isTransverseMercator() && first.crs().isTransverseMercator() ? "crs-wrong-zone" : "crs-elsewhere";
    }

    private List<Candidate> candidates(MapLayer.Extent extent, Crs stated) {
        List<Candidate> tried = new ArrayList<>();
        if (stated != null) {
            tried.add(new Candidate(stated, true));
            tried.add(new Candidate(stated, false));
        }
        Known.ALL.forEach(crs -> tried.add(new Candidate(crs, false)));
        Known.ALL.forEach(crs -> tried.add(new Candidate(crs, true)));
        return tried.stream().distinct().filter(candidate -> landsInside(candidate, extent)).toList();
    }

    private boolean landsInside(Candidate candidate, MapLayer.Extent extent) {
        Envelope expected = new Envelope(area.getEnvelopeInternal());
        expected.expandBy(MARGIN_DEGREES);
        return degrees(candidate, extent).filter(expected::contains)
            .filter(box -> area.intersects(area.getFactory().createPoint(box.centre()))).isPresent();
    }

    /** Where a box lies; empty if a corner lies nowhere. */
    static Optional<Envelope> degrees(Candidate candidate, MapLayer.Extent extent) {
        Envelope box = new Envelope();
        double[][] corners = {{extent.minX(), extent.minY()}, {extent.minX(), extent.maxY()}, {extent.maxX(), extent.minY()}, {extent.maxX(), extent.maxY()}};
        for (double[] corner : corners) {
            double x = candidate.swapped() ? corner[1] : corner[0];
            double y = candidate.swapped() ? corner[0] : corner[1];
            Optional<LonLat> at = candidate.crs().toDegrees(x, y);
            if (at.isEmpty()) {
                return Optional.empty();
            }
            box.expandToInclude(new Coordinate(at.get().lon(), at.get().lat()));
        }
        return Optional.of(box);
    }

    private static String names(List<Candidate> candidates) {
        return candidates.stream().limit(NAMED).map(candidate -> candidate.crs().definition().startsWith("EPSG")
            ? candidate.crs().definition() + " (" + candidate.crs().name() + ")" : candidate.crs().name()).distinct().collect(Collectors.joining(", "));
    }
}
