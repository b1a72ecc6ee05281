package langmap.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page, its modules and the webjars, from the class path; each file is read and compressed once. */
final class StaticFiles {
    private static final Pattern SAFE = Pattern.compile("(/[A-Za-z0-9_@-][A-Za-z0-9._@-]*)+");
    private static final Pattern IMPORT_MAP = Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
    private static final String PAGES = "langmap-web";
    private static final Map<String, String> TYPES = Map.of(
        "html", Answer.HTML, "js", "text/javascript;charset=utf-8", "css", "text/css;charset=utf-8",
        "svg", "image/svg+xml", "png", "image/png", "json", Answer.JSON, "webmanifest", "application/manifest+json",
        "ico", "image/x-icon");

    private final Map<String, Packed> files = new ConcurrentHashMap<>();
    private final String scriptPolicy;

    StaticFiles() {
        this.scriptPolicy = "script-src 'self' '" + importMapHash() + "'";
    }

    /** What a browser may load into our page: only what this server sends, and the one import map of the page. */
    String contentSecurityPolicy() {
        return "default-src 'self'; " + scriptPolicy + "; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
            + "object-src 'none'; base-uri 'none'; frame-ancestors 'self'; form-action 'self'";
    }

    Optional<Packed> find(String path) {
        String wanted = path.equals("/") ? "/app/index.html" : path;
        if (!SAFE.matcher(wanted).matches()) {
            return Optional.empty();
        }
        Packed known = files.get(wanted);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Packed> read = read(wanted);
        read.ifPresent(packed -> files.put(wanted, packed));
        return read;
    }

    private static Optional<Packed> read(String path) {
        boolean versioned = path.startsWith("/webjars/");
        String resource = versioned ? "META-INF/resources" + path
            : path.startsWith("/app/") ? PAGES + path.substring("/app".length()) : PAGES + path;
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null) {
            return Optional.empty();
        }
        return bytes(resource).map(body -> Packed.ofFile(Answer.of(type, body)
            .keep(versioned ? Answer.Keep.FOREVER : Answer.Keep.REVALIDATE)));
    }

    private static Optional<byte[]> bytes(String resource) {
        try (InputStream in = StaticFiles.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String importMapHash() {
        String page = bytes(PAGES + "/index.html").map(body -> new String(body, StandardCharsets.UTF_8)).orElse("");
        Matcher map = IMPORT_MAP.matcher(page);
        String text = map.find() ? map.group(1) : "";
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
