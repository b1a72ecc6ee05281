package langmap.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Degrees to seven decimals (about 1 cm), so that what meets is the same to the bit. */
public final class Rounding {
    private static final double PLACES = 1e7;

    private Rounding() {
    }

    /** A copy of a geometry with its degrees rounded. */
    public static Geometry round(Geometry geometry) {
        Geometry copy = geometry.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence sequence, int i) {
                sequence.setOrdinate(i, Coordinate.X, StrictMath.rint(sequence.getX(i) * PLACES) / PLACES);
                sequence.setOrdinate(i, Coordinate.Y, StrictMath.rint(sequence.getY(i) * PLACES) / PLACES);
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return copy;
    }
}
