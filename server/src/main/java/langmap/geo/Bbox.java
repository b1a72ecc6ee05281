package langmap.geo;

/**
 * A box in degrees, WGS 84, longitude first. If west is greater than east it crosses the antimeridian.
 *
 * @param west  least longitude
 * @param south least latitude
 * @param east  greatest longitude
 * @param north greatest latitude
 */
public record Bbox(double west, double south, double east, double north) {
    /** What is wrong with the numbers as a box, or null. */
    public String fault() {
        if (Math.abs(west) > 180 || Math.abs(east) > 180 || Math.abs(south) > 90 || Math.abs(north) > 90) {
            return "A box lies within -180 to 180 degrees of longitude and -90 to 90 of latitude.";
        }
        return south > north ? "The lower latitude is greater than the upper one." : null;
    }

    /** True if the box runs over the antimeridian. */
    public boolean isSplit() {
        return west > east;
    }
}
