package langmap.importer.staging;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import langmap.geo.Rounding;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.linemerge.LineMerger;

/** What the geometries of a layer are. */
public enum Shape {
    POINT, LINE, AREA,
    /** A point or a line, in pieces if need be. */
    PLACE;

    /** What it is called in answers and sentences. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The geometry as the layer has it, to seven decimals, which may leave nothing of it; no geometry if it is of another kind. */
    Optional<Geometry> fit(Geometry geometry) {
        Geometry one = geometry.getNumGeometries() == 1 && this != AREA ? geometry.getGeometryN(0) : geometry;
        return switch (this) {
            case POINT -> Optional.of(one).filter(Point.class::isInstance).map(Rounding::round);
            case LINE -> Optional.of(one).map(Shape::merged).filter(LineString.class::isInstance).map(Shape::rounded);
            case PLACE -> Optional.of(one).map(Shape::merged).filter(place -> place instanceof Point || place instanceof Lineal).map(Shape::rounded);
            case AREA -> Optional.of(one).filter(Polygonal.class::isInstance).map(Shape::roundedIfSound);
        };
    }

    /** Pieces that follow each other as one line. */
    private static Geometry merged(Geometry geometry) {
        if (!(geometry instanceof MultiLineString)) {
            return geometry;
        }
        LineMerger merger = new LineMerger();
        merger.add(geometry);
        Collection<?> lines = merger.getMergedLineStrings();
        return lines.size() == 1 ? (Geometry) lines.iterator().next() : geometry;
    }

    /** Without the pieces whose points became one. */
    private static Geometry rounded(Geometry line) {
        Geometry rounded = Rounding.round(line);
        return rounded.isValid() ? rounded : GeometryFixer.fix(rounded);
    }

    private static Geometry roundedIfSound(Geometry area) {
        Geometry rounded = Rounding.round(area);
        boolean isSound = rounded.isValid();
        Geometry left = isSound ? rounded : GeometryFixer.fix(rounded);
        return isSound || left.isEmpty() ? left : area;
    }
}
