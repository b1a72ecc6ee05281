package langmap.tile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a vector tile as its specification says, without our own code and without a library. */
final class Mvt {
    private final ByteBuffer bytes;

    private Mvt(ByteBuffer bytes) {
        this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * A feature.
     *
     * @param type  1 point, 2 line, 3 area
     * @param parts vertices of each part in steps of the tile, x and y in turn; a moved-to begins a part
     */
    record Feature(int type, Map<String, Object> properties, List<List<int[]>> parts) {
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(List.of("", "point", "line", "area").get(type)).append(' ').append(properties);
            parts.forEach(part -> {
                text.append("\n   ");
                part.forEach(vertex -> text.append(' ').append(vertex[0]).append(',').append(vertex[1]));
            });
            return text.toString();
        }
    }

    /** Features of the only layer of a tile; an empty tile has none. */
    static List<Feature> features(byte[] tile) {
        Mvt top = new Mvt(ByteBuffer.wrap(tile));
        return top.bytes.hasRemaining() && top.tag() == 3 ? top.part().layer() : List.of();
    }

    static String text(byte[] tile) {
        return String.join("\n", features(tile).stream().map(Feature::toString).toList()) + "\n";
    }

    private int tag() {
        return (int) (varint() >> 3);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private Mvt part() {
        int length = (int) varint();
        ByteBuffer slice = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return new Mvt(slice);
    }

    private String text() {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    private List<Feature> layer() {
        List<Mvt> raw = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        while (bytes.hasRemaining()) {
            switch (tag()) {
                case 2 -> raw.add(part());
                case 3 -> keys.add(part().text());
                case 4 -> values.add(part().value());
                case 1 -> part();
                default -> varint();
            }
        }
        return raw.stream().map(one -> one.feature(keys, values)).toList();
    }

    private Object value() {
        return switch (tag()) {
            case 1 -> part().text();
            case 2 -> bytes.getFloat();
            case 3 -> bytes.getDouble();
            case 7 -> varint() == 1;
            case 6 -> unzigzag(varint());
            default -> varint();
        };
    }

    private Feature feature(List<String> keys, List<Object> values) {
        Map<String, Object> properties = new TreeMap<>();
        List<List<int[]>> parts = List.of();
        int type = 0;
        while (bytes.hasRemaining()) {
            switch (tag()) {
                case 2 -> {
                    Mvt tags = part();
                    while (tags.bytes.hasRemaining()) {
                        properties.put(keys.get((int) tags.varint()), values.get((int) tags.varint()));
                    }
                }
                case 3 -> type = (int) varint();
                case 4 -> parts = part().geometry();
                default -> varint();
            }
        }
        return new Feature(type, properties, parts);
    }

    private List<List<int[]>> geometry() {
        List<List<int[]>> parts = new ArrayList<>();
        int x = 0;
        int y = 0;
        while (bytes.hasRemaining()) {
            long command = varint();
            for (long i = command >> 3; i > 0; i--) {
                if ((command & 7) == 7) {
                    parts.get(parts.size() - 1).add(parts.get(parts.size() - 1).get(0));
                    continue;
                }
                x += (int) unzigzag(varint());
                y += (int) unzigzag(varint());
                if ((command & 7) == 1) {
                    parts.add(new ArrayList<>());
                }
                parts.get(parts.size() - 1).add(new int[] {x, y});
            }
        }
        return parts;
    }

    private static long unzigzag(long value) {
        return value >>> 1 ^ -(value & 1);
    }
}
