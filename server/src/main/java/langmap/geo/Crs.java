package langmap.geo;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.parameter.ParameterNotFoundException;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.ReferenceIdentifier;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.api.referencing.operation.Conversion;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.ReferencingFactoryFinder;
import org.geotools.referencing.cs.DefaultCartesianCS;
import org.geotools.referencing.datum.DefaultEllipsoid;
import org.geotools.referencing.datum.DefaultGeodeticDatum;
import org.geotools.referencing.operation.DefiningConversion;

/**
 * A coordinate reference system, easting or longitude first. VN-2000 under whatever name a file has for it is the registered datum with
 * its official shift to WGS 84, unless the file brings a shift of its own.
 */
public final class Crs {
    private static final Logger GEOTOOLS = quiet(Logger.getLogger("org.geotools.referencing"));
    private static final int VN_2000 = 4756;
    /** More than twice the way around the earth, in metres; projections count further and fail. */
    private static final double FARTHEST = 1e8;
    /** Of the size of coordinates: far from where a projection is good for, the way there and back ends elsewhere. One of both may be nearly nought. */
    private static final double SAME = 1e-6;
    private static final Pattern VN_2000_NAME = Pattern.compile("vn[-_ ]*2000|viet[-_ ]*nam[-_ ]*2000", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNNAMED = Pattern.compile("unknown|unnamed|custom", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile("(?:EPSG:)?([0-9]{4,6})", Pattern.CASE_INSENSITIVE);
    /** The registered base, so that PROJ finds the official shift as well. */
    private static final String VN_2000_BASE = "GEOGCS[\"VN-2000\",DATUM[\"Vietnam_2000\",SPHEROID[\"WGS 84\",6378137,298.257223563,"
        + "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6756\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
        + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4756\"]]";

    private final CoordinateReferenceSystem system;
    private final String definition;
    private final MathTransform toDegrees;
    private final MathTransform fromDegrees;

    private Crs(CoordinateReferenceSystem system, String definition) throws FactoryException {
        GEOTOOLS.finest(definition);
        this.system = system;
        this.definition = definition;
        this.toDegrees = CRS.findMathTransform(system, CRS.decode("EPSG:4326", true), true);
        try {
            this.fromDegrees = toDegrees.inverse();
        } catch (NoninvertibleTransformException e) {
            throw new FactoryException(e);
        }
    }

    /** It warns of every coordinate a projection is not made for, and trying those is what we do. */
    private static Logger quiet(Logger logger) {
        logger.setLevel(Level.SEVERE);
        return logger;
    }

    /** A registered system. */
    public static Crs ofEpsg(int code) {
        return findEpsg(code).orElseThrow(() -> new IllegalArgumentException("EPSG:" + code + " is not known"));
    }

    public static Optional<Crs> findEpsg(int code) {
        try {
            return Optional.of(new Crs(CRS.decode("EPSG:" + code, true), "EPSG:" + code));
        } catch (FactoryException e) {
            return Optional.empty();
        }
    }

    /** What an outside text means: {@code EPSG:9215}, {@code 9215} or the text of a PRJ file (WKT 1); empty if it is none of these. */
    public static Optional<Crs> findByText(String text) {
        Matcher code = CODE.matcher(text.strip());
        return code.matches() ? findEpsg(Integer.parseInt(code.group(1))) : findByWkt(text.strip());
    }

    private static Optional<Crs> findByWkt(String wkt) {
        try {
            CoordinateReferenceSystem parsed = CRS.getHorizontalCRS(CRS.parseWKT(wkt));
            Optional<Crs> registered = parsed.getIdentifiers().stream().filter(id -> "EPSG".equals(id.getCodeSpace()))
                .map(ReferenceIdentifier::getCode).map(Integer::valueOf).findFirst().flatMap(Crs::findEpsg);
            if (registered.isPresent()) {
                return registered;
            }
            boolean shifted = datum(parsed).map(datum -> datum.getBursaWolfParameters().length > 0).orElse(false);
            if (!VN_2000_NAME.matcher(baseName(parsed)).find() || shifted) {
                return Optional.of(new Crs(parsed, wkt));
            }
            return parsed instanceof ProjectedCRS projected ? Optional.of(onVn2000(projected)) : findEpsg(VN_2000);
        } catch (FactoryException | RuntimeException e) {
            // the parser stumbles in several ways over texts that are no systems
            return Optional.empty();
        }
    }

    private static Crs onVn2000(ProjectedCRS projected) throws FactoryException {
        Conversion conversion = projected.getConversionFromBase();
        GeographicCRS base = (GeographicCRS) CRS.decode("EPSG:" + VN_2000, true);
        String name = projected.getName().getCode();
        ProjectedCRS system = ReferencingFactoryFinder.getCRSFactory(null).createProjectedCRS(Map.of("name", name), base,
            new DefiningConversion(name, conversion.getParameterValues()), DefaultCartesianCS.PROJECTED);
        StringBuilder wkt = new StringBuilder("PROJCS[\"").append(name.replace('"', ' ')).append("\",").append(VN_2000_BASE)
            .append(",PROJECTION[\"").append(conversion.getMethod().getName().getCode().replace(' ', '_')).append("\"]");
        for (String parameter : new String[] {"latitude_of_origin", "central_meridian", "scale_factor", "false_easting", "false_northing"}) {
            wkt.append(",PARAMETER[\"").append(parameter).append("\",").append(parameter(projected, parameter)).append(']');
        }
        return new Crs(system, wkt.append(",UNIT[\"metre\",1]]").toString());
    }

    /** The same projection on the datum VN-2000; empty if it is no projection that VN-2000 is used with. */
    public Optional<Crs> onVn2000() {
        if (!(system instanceof ProjectedCRS projected) || !isTransverseMercator()) {
            return Optional.empty();
        }
        try {
            return Optional.of(onVn2000(projected));
        } catch (FactoryException e) {
            return Optional.empty();
        }
    }

    public boolean isVn2000() {
        return VN_2000_NAME.matcher(baseName(system)).find();
    }

    public boolean isProjected() {
        return system instanceof ProjectedCRS;
    }

    public boolean isTransverseMercator() {
        return system instanceof ProjectedCRS projected
            && projected.getConversionFromBase().getMethod().getName().getCode().replace(' ', '_').equalsIgnoreCase("Transverse_Mercator");
    }

    /** True for the numbers by which the projections of VN-2000 with zones of three degrees are known, on any datum. */
    public boolean hasScaleAndEastingOfTm3() {
        return isTransverseMercator() && Math.abs(parameter((ProjectedCRS) system, "scale_factor") - 0.9999) < 1e-9
            && Math.abs(parameter((ProjectedCRS) system, "false_easting") - 500_000) < 1e-3;
    }

    /** The name people know it by. */
    public String name() {
        String name = system.getName().getCode();
        return UNNAMED.matcher(name).matches() && system instanceof ProjectedCRS projected
            ? projected.getConversionFromBase().getMethod().getName().getCode().replace('_', ' ') + " " + parameter(projected, "central_meridian") + "°" : name;
    }

    /** How {@code ogr2ogr} is told of it: a code of EPSG, or WKT. */
    public String definition() {
        return definition;
    }

    /** Where coordinates lie; empty if they are outside of what the system can say. */
    public Optional<LonLat> toDegrees(double x, double y) {
        return transform(toDegrees, x, y).map(at -> new LonLat(at[0], at[1])).filter(LonLat::isOnEarth)
            .filter(at -> fromDegrees(at).filter(back -> Math.hypot(back[0] - x, back[1] - y) < SAME * Math.max(1, Math.hypot(x, y))).isPresent());
    }

    /** The coordinates of a place, easting or longitude first. */
    public Optional<double[]> fromDegrees(LonLat at) {
        return transform(fromDegrees, at.lon(), at.lat());
    }

    private static Optional<double[]> transform(MathTransform transform, double x, double y) {
        double[] at = {x, y};
        if (!(Math.abs(x) < FARTHEST && Math.abs(y) < FARTHEST)) {
            return Optional.empty();
        }
        try {
            transform.transform(at, 0, at, 0, 1);
        } catch (TransformException | RuntimeException e) {
            // projections refuse coordinates far away in several ways
            return Optional.empty();
        }
        return Double.isFinite(at[0]) && Double.isFinite(at[1]) ? Optional.of(at) : Optional.empty();
    }

    /** How far apart two systems put the same coordinates, in metres; infinite if one cannot say. */
    public double metresFrom(Crs other, double x, double y) {
        Optional<LonLat> here = toDegrees(x, y);
        Optional<LonLat> there = other.toDegrees(x, y);
        return here.isPresent() && there.isPresent() ? metres(here.get(), there.get()) : Double.POSITIVE_INFINITY;
    }

    /** The straight way between two places on the ellipsoid, in metres. */
    public static double metres(LonLat one, LonLat other) {
        double[] here = geocentric(one);
        double[] there = geocentric(other);
        return Math.hypot(Math.hypot(here[0] - there[0], here[1] - there[1]), here[2] - there[2]);
    }

    private static double[] geocentric(LonLat at) {
        Ellipsoid ellipsoid = DefaultEllipsoid.WGS84;
        double flat = 1 - 1 / ellipsoid.getInverseFlattening();
        double sine = Math.sin(Math.toRadians(at.lat()));
        double cosine = Math.cos(Math.toRadians(at.lat()));
        double radius = ellipsoid.getSemiMajorAxis() / Math.sqrt(1 - (1 - flat * flat) * sine * sine);
        return new double[] {radius * cosine * Math.cos(Math.toRadians(at.lon())), radius * cosine * Math.sin(Math.toRadians(at.lon())), flat * flat * radius * sine};
    }

    private static double parameter(ProjectedCRS projected, String name) {
        try {
            return projected.getConversionFromBase().getParameterValues().parameter(name).doubleValue();
        } catch (ParameterNotFoundException e) {
            return Double.NaN;
        }
    }

    private static Optional<DefaultGeodeticDatum> datum(CoordinateReferenceSystem system) {
        CoordinateReferenceSystem base = system instanceof ProjectedCRS projected ? projected.getBaseCRS() : system;
        return base instanceof GeographicCRS geographic && geographic.getDatum() instanceof DefaultGeodeticDatum datum ? Optional.of(datum) : Optional.empty();
    }

    private static String baseName(CoordinateReferenceSystem system) {
        CoordinateReferenceSystem base = system instanceof ProjectedCRS projected ? projected.getBaseCRS() : system;
        return base.getName().getCode() + " " + datum(system).map(datum -> datum.getName().getCode()).orElse("");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Crs crs && definition.equals(crs.definition);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(definition);
    }

    @Override
    public String toString() {
        return definition;
    }
}
