package langmap.geo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes geometries as the database sends them (EWKB, two dimensions) straight as GeoJSON geometries, with no geometry object
 * in between: this is the hot path of every map answer.
 */
public final class EwkbJson {
    private static final int SRID_FLAG = 0x20000000;
    private static final String[] TYPES =
        {"", "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon"};

    private EwkbJson() {
    }

    /**
     * Appends one geometry.
     *
     * @param decimals places after the point, 0 to 7 (7 are about 1 cm in degrees)
     * @throws IllegalArgumentException if the bytes are no two-dimensional simple feature of types 1 to 6
     */
    public static void write(byte[] ewkb, int decimals, ByteSink out) {
        ByteBuffer in = ByteBuffer.wrap(ewkb);
        int type = header(in);
        if (type < 1 || type >= TYPES.length) {
            throw new IllegalArgumentException("geometry type " + type + " is not supported");
        }
        out.put("{\"type\":\"").put(TYPES[type]).put("\",\"coordinates\":");
        coordinates(in, type, decimals, out);
        out.put('}');
    }

    private static int header(ByteBuffer in) {
        in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int type = in.getInt();
        if ((type & SRID_FLAG) != 0) {
            in.getInt();
        }
        return type & ~SRID_FLAG;
    }

    private static void coordinates(ByteBuffer in, int type, int decimals, ByteSink out) {
        switch (type) {
            case 1 -> position(in, decimals, out);
            case 2 -> positions(in, decimals, out);
            case 3 -> rings(in, decimals, out);
            default -> parts(in, decimals, out);
        }
    }

    private static void position(ByteBuffer in, int decimals, ByteSink out) {
        out.put('[').put(in.getDouble(), decimals).put(',').put(in.getDouble(), decimals).put(']');
    }

    private static void positions(ByteBuffer in, int decimals, ByteSink out) {
        int count = in.getInt();
        out.put('[');
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                out.put(',');
            }
            position(in, decimals, out);
        }
        out.put(']');
    }

    private static void rings(ByteBuffer in, int decimals, ByteSink out) {
        int count = in.getInt();
        out.put('[');
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                out.put(',');
            }
            positions(in, decimals, out);
        }
        out.put(']');
    }

    private static void parts(ByteBuffer in, int decimals, ByteSink out) {
        int count = in.getInt();
        out.put('[');
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                out.put(',');
            }
            coordinates(in, header(in), decimals, out);
        }
        out.put(']');
    }
}
