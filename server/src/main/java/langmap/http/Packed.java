package langmap.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * An answer ready to be sent: with its ETag, and compressed where that pays.
 *
 * @param answer the answer, body not compressed
 * @param zipped body as gzip, null where it would not be smaller
 * @param etag   weak, a hash of the uncompressed bytes, the same for every encoding
 */
record Packed(Answer answer, byte[] zipped, String etag) {
    private static final int WORTH_ZIPPING = 860;

    static Packed of(Answer answer) {
        byte[] zipped = answer.body().length < WORTH_ZIPPING || isCompressed(answer.type()) ? null : gzip(answer.body());
        boolean smaller = zipped != null && zipped.length < answer.body().length;
        return new Packed(answer, smaller ? zipped : null, "W/\"" + hash(answer.body()) + "\"");
    }

    int weight() {
        return answer.body().length + (zipped == null ? 0 : zipped.length) + 512;
    }

    private static boolean isCompressed(String type) {
        return type.startsWith("image/png") || type.startsWith("image/jpeg") || type.startsWith("font/");
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 4 + 64);
        try (GZIPOutputStream zip = new GZIPOutputStream(out, 8192) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION - 2);
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
