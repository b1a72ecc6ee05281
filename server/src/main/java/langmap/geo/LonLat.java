package langmap.geo;

/**
 * A place on earth in degrees, WGS 84.
 *
 * @param lon longitude, east positive
 * @param lat latitude, north positive
 */
public record LonLat(double lon, double lat) {
    /** True if both numbers are degrees. */
    public boolean isOnEarth() {
        return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
    }
}
