package langmap.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a route gives back; the server adds ETag, compression and the headers every answer has.
 *
 * @param status  HTTP status
 * @param type    media type
 * @param body    bytes, not compressed
 * @param keep    how long others may keep it
 * @param headers further headers
 */
public record Answer(int status, String type, byte[] body, Keep keep, Map<String, String> headers) {
    public static final String JSON = "application/json";
    public static final String GEOJSON = "application/geo+json";
    public static final String PROBLEM = "application/problem+json";
    public static final String HTML = "text/html;charset=utf-8";

    /** How long an answer may be kept. */
    public enum Keep {
        /** Kept, but asked for again each time: a 304 if nothing changed. */
        REVALIDATE("public, no-cache"),
        /** The address holds the version: it never changes. */
        FOREVER("public, max-age=31536000, immutable"),
        /** Not kept at all. */
        NEVER("no-store");

        final String header;

        Keep(String header) {
            this.header = header;
        }
    }

    public static Answer of(String type, byte[] body) {
        return new Answer(200, type, body, Keep.REVALIDATE, Map.of());
    }

    public static Answer of(String type, String body) {
        return of(type, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer json(Object value) {
        return json(JSON, value);
    }

    /** {@code value} as JSON under another media type, such as GeoJSON. */
    public static Answer json(String type, Object value) {
        try {
            return of(type, Json.MAPPER.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public Answer keep(Keep longer) {
        return new Answer(status, type, body, longer, headers);
    }

    public Answer status(int other) {
        return new Answer(other, type, body, keep, headers);
    }

    public Answer header(String name, String value) {
        Map<String, String> more = new java.util.LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, type, body, keep, Map.copyOf(more));
    }
}
