package langmap.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.regex.Pattern;
import langmap.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How every answer is sent: ETag and 304, compression, headers that allow reading from anywhere. */
final class Sending {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final Pattern VERSION = Pattern.compile("\"[0-9]{1,18}\"");
    private static final String CLOSED = "langmap.closed";
    static final String METHODS = "GET, HEAD, OPTIONS";
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:[0-9]{1,5})?");

    private Sending() {
    }

    /** The address as the caller sees it: the configured one, else what the Host header says if it is one. */
    static Request.Address address(Context context, String publicUrl) {
        String host = context.header("Host");
        String base = !publicUrl.isEmpty() ? publicUrl
            : "http://" + (host != null && HOST.matcher(host).matches() ? host : "localhost");
        String query = context.queryString();
        String accept = context.header("Accept");
        return new Request.Address(base, context.path(), query == null ? "" : query, accept == null ? "" : accept);
    }

    /** Tells a page from elsewhere that it may read; of changing it is told nothing, so that its browser does not let it. */
    static void preflight(Context context, String allowed) {
        context.header("Access-Control-Allow-Origin", "*");
        context.header("Access-Control-Allow-Methods", METHODS);
        context.header("Access-Control-Allow-Headers", "*");
        context.header("Access-Control-Max-Age", "86400");
        context.header("Allow", allowed);
        context.status(204);
    }

    /** Says that no page from elsewhere may read the answer. */
    static void closeToElsewhere(Context context) {
        context.attribute(CLOSED, true);
    }

    static void send(Context context, Packed packed, boolean negotiated) {
        Answer answer = packed.answer();
        describe(context, answer, negotiated);
        byte[] zipped = accepts(context.header("Accept-Encoding")) ? packed.zipped() : null;
        if (zipped != null) {
            context.header("Content-Encoding", "gzip");
        }
        byte[] body = zipped == null ? answer.body() : zipped;
        context.header("Content-Length", Integer.toString(body.length));
        if (answer.keep() != Answer.Keep.NEVER) {
            context.header("ETag", packed.etag());
            if (matches(context.header("If-None-Match"), packed.etag())) {
                context.status(304);
                return;
            }
        }
        context.status(answer.status());
        if (context.method() != HandlerType.HEAD) {
            write(context, body);
        }
    }

    /** Straight to the socket in one piece, not block by block. */
    private static void write(Context context, byte[] body) {
        try {
            context.res().getOutputStream().write(body);
        } catch (IOException e) {
            LOG.debug("a caller left before an answer was sent", e);
        }
    }

    /** The version a caller edits. */
    static long version(Context context) {
        String given = context.header("If-Match");
        if (given == null) {
            throw Problem.of(Problem.Kind.VERSION_MISSING, "Send the version you edit in the header If-Match, in quotes: If-Match: \"3\".");
        }
        if (!VERSION.matcher(given).matches()) {
            throw Problem.ofFault("If-Match", "If-Match: " + Params.shown(given) + " is not a version.", "Write its number in quotes, such as \"3\".");
        }
        return Long.parseLong(given.substring(1, given.length() - 1));
    }

    private static void describe(Context context, Answer answer, boolean negotiated) {
        if (context.attribute(CLOSED) == null) {
            context.header("Access-Control-Allow-Origin", "*");
        }
        context.header("Access-Control-Expose-Headers", "ETag, Content-Disposition");
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "same-origin");
        context.header("Vary", negotiated ? "Accept-Encoding, Accept" : "Accept-Encoding");
        context.header("Cache-Control", answer.keep().header);
        answer.headers().forEach(context::header);
        context.contentType(answer.type());
    }

    /** A file is passed on block by block; a caller who has gone is told nothing. */
    static void sendFile(Context context, Answer answer) {
        describe(context, answer, false);
        try (InputStream in = answer.file()) {
            if (context.method() != HandlerType.HEAD) {
                in.transferTo(context.res().getOutputStream());
            }
        } catch (IOException e) {
            LOG.debug("a caller left before a file was sent", e);
        }
    }

    private static boolean matches(String given, String etag) {
        return given != null && Arrays.stream(given.split(",")).map(String::strip)
            .anyMatch(one -> one.equals("*") || one.replace("W/", "").equals(etag.replace("W/", "")));
    }

    private static boolean accepts(String encodings) {
        return encodings != null && Arrays.stream(encodings.split(",")).map(String::strip)
            .anyMatch(one -> one.startsWith("gzip") && !one.matches("gzip\\s*;\\s*q=0(\\.0*)?"));
    }
}
