package langmap.network.photo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import langmap.problem.Problem;

/**
 * A photograph as it is kept: drawn anew from its pixels, so that nothing else of the file that was sent survives.
 *
 * @param content   JPEG, no side longer than 2048 pixels
 * @param thumbnail the same in small
 * @param width     pixels across
 * @param height    pixels down
 * @param takenOn   day the camera wrote into it, null if it did not
 */
record Picture(byte[] content, byte[] thumbnail, int width, int height, LocalDate takenOn) {
    /** Bytes a photograph may be sent with. */
    static final int MOST_BYTES = 16 << 20;
    private static final long MOST_PIXELS = 64_000_000;
    private static final int SIDE = 2048;
    private static final int SMALL_SIDE = 320;
    private static final int HEAD = 1 << 18;
    private static final float QUALITY = 0.85f;
    private static final String PNG = "\u0089PNG\r\n\u001a\n";
    private static final String JPEG = "\u00ff\u00d8\u00ff";

    /**
     * Makes a photograph of a file.
     *
     * @throws Problem if it is none, a broken one, or too large
     */
    static Picture parse(Path file) {
        try {
            byte[] head = head(file);
            String format = format(head);
            Exif exif = format.equals("jpeg") ? Exif.read(head) : Exif.NONE;
            Pixels pixels = pixels(file, format).upright(exif.orientation()).within(SIDE);
            return new Picture(pixels.toJpeg(QUALITY), pixels.within(SMALL_SIDE).toJpeg(QUALITY), pixels.width(), pixels.height(), exif.takenOn());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    /** What it is by its first bytes, whatever it is called. */
    private static String format(byte[] head) {
        String text = new String(head, 0, Math.min(16, head.length), StandardCharsets.ISO_8859_1);
        if (text.startsWith(JPEG) || text.startsWith(PNG)) {
            return text.startsWith(PNG) ? "png" : "jpeg";
        }
        String what = text.matches("(?s)RIFF....WEBP.*") ? "a WebP picture" : text.matches("(?s)....ftyp(hei|mif|avi).*") ? "a HEIC or AVIF picture"
            : text.startsWith("GIF8") ? "a GIF picture" : text.isEmpty() ? "empty" : "no photograph";
        throw Problem.of(Problem.Kind.UNSUPPORTED_TYPE, "The file is " + what + ": send a JPEG or PNG, as cameras and phones can save them.");
    }

    private static Pixels pixels(Path file, String format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        List<String> warnings = new ArrayList<>();
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning.toLowerCase(Locale.ROOT)));
            int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                throw Problem.of(Problem.Kind.TOO_LARGE, "The photograph has " + reader.getWidth(0) + " by " + reader.getHeight(0)
                    + " pixels: make it smaller, " + SIDE + " pixels a side are enough.");
            }
            ImageReadParam how = reader.getDefaultReadParam();
            int step = Math.max(1, longest / (2 * SIDE));
            how.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, how);
            if (warnings.stream().anyMatch(warning -> warning.contains("premature end") || warning.contains("corrupt"))) {
                throw broken();
            }
            return Pixels.of(image);
        } catch (Problem problem) {
            throw problem;
        } catch (IOException | RuntimeException e) {
            throw broken();   // the readers throw what they like at bytes that are no picture
        } finally {
            reader.dispose();
        }
    }

    private static Problem broken() {
        return Problem.ofFault("body", "The photograph cannot be read: it is cut off, damaged or of a kind that is not for screens.",
            "Open it, save it as JPEG and send it again.");
    }

    /** Its name in addresses. */
    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
