package langmap.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** An answer ready to be sent: with its ETag, and compressed where that pays, when the first caller asks for it so. Safe for any number of threads. */
final class Packed {
    private static final int WORTH_ZIPPING = 860;
    /** Much faster than the best for a few more bytes: somebody waits for it. */
    private static final int QUICK = 4;

    private final Answer answer;
    private final String etag;
    private final int level;
    private byte[] zipped;
    private boolean isTried;

    private Packed(Answer answer, String etag, int level) {
        this.answer = answer;
        this.etag = etag;
        this.level = level;
    }

    /** What may be kept for ever is sent seldom and made as small as can be. */
    static Packed of(Answer answer) {
        return new Packed(answer, etag(answer), answer.keep() == Answer.Keep.FOREVER ? Deflater.BEST_COMPRESSION : QUICK);
    }

    /** A file that stays the same as long as the server runs, made as small as can be once. */
    static Packed ofFile(Answer answer) {
        return new Packed(answer, etag(answer), Deflater.BEST_COMPRESSION);
    }

    private static String etag(Answer answer) {
        return "W/\"" + hash(answer.body()) + "\"";
    }

    /** The answer, its body not compressed. */
    Answer answer() {
        return answer;
    }

    /** Weak, a hash of the uncompressed bytes, the same for every encoding. */
    String etag() {
        return etag;
    }

    /** The body as gzip, null where it would not be smaller. */
    synchronized byte[] zipped() {
        if (!isTried) {
            isTried = true;
            byte[] smaller = answer.body().length < WORTH_ZIPPING || isCompressed(answer.type()) ? null : gzip(answer.body(), level);
            zipped = smaller != null && smaller.length < answer.body().length ? smaller : null;
        }
        return zipped;
    }

    /** Bytes of memory, at most. */
    int weight() {
        return 2 * answer.body().length + 512;
    }

    private static boolean isCompressed(String type) {
        return type.startsWith("image/png") || type.startsWith("image/jpeg") || type.startsWith("font/");
    }

    private static byte[] gzip(byte[] body, int level) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 4 + 64);
        try (GZIPOutputStream zip = new GZIPOutputStream(out, 8192) {
            {
                def.setLevel(level);
            }
        }) {
            zip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String hash(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
