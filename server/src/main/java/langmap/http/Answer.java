package langmap.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * What a route gives back; the server adds ETag, compression and the headers every answer has.
 *
 * @param status  HTTP status
 * @param type    media type
 * @param body    bytes, not compressed
 * @param keep    how long others may keep it
 * @param headers further headers
 * @param file    what is sent instead of the body, bytes too many for memory; null for all other answers
 */
public record Answer(int status, String type, byte[] body, Keep keep, Map<String, String> headers, InputStream file) {
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
        return new Answer(200, type, body, Keep.REVALIDATE, Map.of(), null);
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

    /** A file to be saved under a name. It is gone from the disk as soon as it is sent, or could not be. */
    public static Answer ofFile(String type, String name, Path file) {
        try {
            long length = Files.size(file);
            InputStream in = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
            return new Answer(200, type, new byte[0], Keep.NEVER, Map.of("Content-Disposition", "attachment; filename=\"" + name + "\"",
                "Content-Length", Long.toString(length)), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer keep(Keep longer) {
        return new Answer(status, type, body, longer, headers, file);
    }

    public Answer status(int other) {
        return new Answer(other, type, body, keep, headers, file);
    }

    public Answer header(String name, String value) {
        Map<String, String> more = new java.util.LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, type, body, keep, Map.copyOf(more), file);
    }
}
