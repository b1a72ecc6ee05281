package langmap.geo;

/**
 * Which tile of a web map: the world in web Mercator is a square, each zoom cuts every tile into four.
 *
 * @param z zoom
 * @param x column, from the west
 * @param y row, from the north
 */
public record TileCoord(int z, int x, int y) {
    /** Beyond it a tile is smaller than a field. */
    public static final int GREATEST_ZOOM = 20;

    /** Why there is no such tile, or null. */
    public String fault() {
        if (z < 0 || z > GREATEST_ZOOM) {
            return "Zooms are 0 to " + GREATEST_ZOOM + ", not " + z + ".";
        }
        int tiles = 1 << z;
        return x < 0 || x >= tiles || y < 0 || y >= tiles
            ? "At zoom " + z + " columns and rows are 0 to " + (tiles - 1) + ", not " + x + " and " + y + "." : null;
    }
}
