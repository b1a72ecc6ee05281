package langmap.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import langmap.problem.Problem;

/**
 * What a request carries besides its address.
 *
 * @param type  media type it must have; empty if it carries nothing
 * @param limit bytes at most
 */
public record Body(String type, long limit) {
    /** Nothing; whatever is sent is not read. */
    public static final Body NONE = new Body("", 0);
    /** A JSON object whose members are parameters of the route. */
    public static final Body JSON = new Body(Answer.JSON, 1 << 20);
    private static final int PASSED_OVER = 16 << 20;
    private static final ObjectReader READER = Json.MAPPER.reader().with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** A file as it is; kept on the disk while the request is answered and never held in memory. */
    public static Body file(long limit) {
        return new Body("application/octet-stream", limit);
    }

    /**
     * What was sent.
     *
     * @param members of the JSON object, none if it is none
     * @param file    null if it is none
     */
    record Content(ObjectNode members, Path file) implements AutoCloseable {
        @Override
        public void close() {
            try {
                if (file != null) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Reads on for a while what is not wanted, for a client that is still sending does not listen. */
    static void passOver(Context context) {
        try {
            context.bodyInputStream().skip(PASSED_OVER);
        } catch (IOException e) {
            // who went away cannot be answered anyway
        }
    }

    boolean isJson() {
        return equals(JSON);
    }

    /**
     * Reads it to its end.
     *
     * @throws Problem if it is of another type, too large or no JSON object
     */
    Content read(Context context) {
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        if (type.isEmpty()) {
            return new Content(nothing, null);
        }
        String given = context.contentType() == null ? "" : context.contentType().split(";", 2)[0].strip();
        if (!given.equalsIgnoreCase(type)) {
            throw Problem.of(Problem.Kind.UNSUPPORTED_TYPE, "The body here is " + type + ": send it with that Content-Type.");
        }
        try {
            refuseLonger(context.req().getContentLengthLong());
            InputStream in = context.bodyInputStream();
            return isJson() ? new Content(parse(in.readNBytes((int) limit + 1)), null) : new Content(nothing, keep(in));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw notJson(at == null ? "it is nested too deep or a name or number is too long"
                : "line " + at.getLineNr() + ", column " + at.getColumnNr() + " cannot be read");
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.INVALID_PARAMETER, "The body ended before all of it was sent: send it again.");
        }
    }

    private ObjectNode parse(byte[] bytes) throws IOException {
        refuseLonger(bytes.length);
        JsonNode node = READER.readTree(bytes);
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw notJson("it is not an object");
    }

    private Path keep(InputStream in) throws IOException {
        Path file = Files.createTempFile("langmap-upload-", "");
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            long length = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                length += count;
                refuseLonger(length);
                out.write(buffer, 0, count);
            }
            whole = true;
        } finally {
            if (!whole) {
                Files.delete(file);
            }
        }
        return file;
    }

    private void refuseLonger(long length) {
        if (length > limit) {
            throw Problem.of(Problem.Kind.TOO_LARGE, "The body has more than the " + (limit >> 20) + " MB allowed: send less at once.");
        }
    }

    private static Problem notJson(String why) {
        return Problem.ofFault("body", "The body is not a JSON object: " + why + ".", "Send one object in UTF-8, every member once.");
    }
}
