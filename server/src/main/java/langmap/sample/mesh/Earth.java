package langmap.sample.mesh;

/** Lengths and areas on the ellipsoid of WGS 84 for lines with short segments: good to a millimetre in a kilometre. */
public final class Earth {
    private static final double A = 6_378_137;
    private static final double E2 = 0.006_694_379_990_141_316;
    private static final double RAD = StrictMath.PI / 180;

    private Earth() {
    }

    /** Length of a segment, metres. */
    public static double length(double lon, double lat, double lon2, double lat2) {
        double middle = (lat + lat2) / 2 * RAD;
        double sin = StrictMath.sin(middle);
        double w = 1 - E2 * sin * sin;
        double across = A / StrictMath.sqrt(w);
        double east = (lon2 - lon) * RAD * across * StrictMath.cos(middle);
        double north = (lat2 - lat) * RAD * across * (1 - E2) / w;
        return StrictMath.sqrt(east * east + north * north);
    }

    /** Length of a line, metres, from the vertex {@code from} to the vertex {@code to}. */
    public static double length(double[] lon, double[] lat, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += length(lon[i], lat[i], lon[i + 1], lat[i + 1]);
        }
        return sum;
    }

    /** Metres east of the meridian on the sinusoidal plane, where areas are true. */
    public static double equalAreaX(double lon, double lat, double meridian) {
        double sin = StrictMath.sin(lat * RAD);
        return (lon - meridian) * RAD * A / StrictMath.sqrt(1 - E2 * sin * sin) * StrictMath.cos(lat * RAD);
    }

    /** Metres north of the parallel on the sinusoidal plane. */
    public static double equalAreaY(double lat, double parallel) {
        return length(0, parallel, 0, lat) * (lat < parallel ? -1 : 1);
    }

    /** Degrees with six decimals. */
    public static double rounded(double degrees) {
        return StrictMath.rint(degrees * 1e6) / 1e6;
    }
}
