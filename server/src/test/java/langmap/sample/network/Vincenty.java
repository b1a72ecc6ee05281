package langmap.sample.network;

import org.locationtech.jts.geom.Coordinate;

/** The geodesic on WGS 84 after T. Vincenty (1975): another way to measure than that of the generator. */
final class Vincenty {
    private static final double A = 6_378_137;
    private static final double F = 1 / 298.257223563;
    private static final double B = A * (1 - F);

    private Vincenty() {
    }

    static double metres(Coordinate from, Coordinate to) {
        double across = Math.toRadians(to.x - from.x);
        double u1 = Math.atan((1 - F) * Math.tan(Math.toRadians(from.y)));
        double u2 = Math.atan((1 - F) * Math.tan(Math.toRadians(to.y)));
        double lambda = across;
        double last = Double.NaN;
        while (Math.abs(lambda - last) > 1e-13 || Double.isNaN(last)) {
            double x = Math.cos(u2) * Math.sin(lambda);
            double y = Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda);
            double sinSigma = Math.hypot(x, y);
            if (sinSigma == 0) {
                return 0;
            }
            double cosSigma = Math.sin(u1) * Math.sin(u2) + Math.cos(u1) * Math.cos(u2) * Math.cos(lambda);
            double sigma = Math.atan2(sinSigma, cosSigma);
            double sinAlpha = Math.cos(u1) * x / sinSigma;
            double cos2 = 1 - sinAlpha * sinAlpha;
            double middle = cosSigma - 2 * Math.sin(u1) * Math.sin(u2) / cos2;
            double c = F / 16 * cos2 * (4 + F * (4 - 3 * cos2));
            last = lambda;
            lambda = across + (1 - c) * F * sinAlpha * (sigma + c * sinSigma * (middle + c * cosSigma * (2 * middle * middle - 1)));
            if (Math.abs(lambda - last) <= 1e-13) {
                double k = cos2 * (A * A - B * B) / (B * B);
                double p = 1 + k / 16384 * (4096 + k * (-768 + k * (320 - 175 * k)));
                double q = k / 1024 * (256 + k * (-128 + k * (74 - 47 * k)));
                double delta = q * sinSigma * (middle + q / 4 * (cosSigma * (2 * middle * middle - 1)
                    - q / 6 * middle * (4 * sinSigma * sinSigma - 3) * (4 * middle * middle - 3)));
                return B * p * (sigma - delta);
            }
        }
        throw new IllegalStateException("not reached");
    }
}
