package langmap.network.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The colours of a picture, row by row; nothing else of it. */
record Pixels(int width, int height, int[] colours) {
    private static final int WHITE = 255;
    private static final int TURNED = 5;

    /** What an image shows, on white where it lets one see through. */
    static Pixels of(BufferedImage image) {
        int[] colours = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; image.getColorModel().hasAlpha() && i < colours.length; i++) {
            int alpha = colours[i] >>> 24;
            int colour = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                colour |= ((colours[i] >> shift & 255) * alpha + WHITE * (255 - alpha)) / 255 << shift;
            }
            colours[i] = colour;
        }
        return new Pixels(image.getWidth(), image.getHeight(), colours);
    }

    /** Turned and mirrored as Exif numbers the ways a camera can be held. */
    Pixels upright(int orientation) {
        if (orientation == 1) {
            return this;
        }
        boolean turned = orientation >= TURNED;
        int wide = turned ? height : width;
        int high = turned ? width : height;
        int[] upright = new int[colours.length];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                int across = turned ? y : x;
                int down = turned ? x : y;
                int fromX = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8 ? width - 1 - across : across;
                int fromY = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7 ? height - 1 - down : down;
                upright[y * wide + x] = colours[fromY * width + fromX];
            }
        }
        return new Pixels(wide, high, upright);
    }

    /** Made smaller until no side is longer: each new pixel is the mean of those it stands for. */
    Pixels within(int side) {
        int longest = Math.max(width, height);
        if (longest <= side) {
            return this;
        }
        int wide = Math.max(1, (int) ((long) width * side / longest));
        int high = Math.max(1, (int) ((long) height * side / longest));
        int[] smaller = new int[wide * high];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                smaller[y * wide + x] = mean((int) ((long) x * width / wide), (int) ((x + 1L) * width / wide), (int) ((long) y * height / high),
                    (int) ((y + 1L) * height / high));
            }
        }
        return new Pixels(wide, high, smaller);
    }

    private int mean(int left, int right, int top, int bottom) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int colour = colours[y * width + x];
                red += colour >> 16 & 255;
                green += colour >> 8 & 255;
                blue += colour & 255;
            }
        }
        long count = (long) (right - left) * (bottom - top);
        return (int) (red / count) << 16 | (int) (green / count) << 8 | (int) (blue / count);
    }

    /** As a JPEG with nothing in it but the picture; the same pixels give the same bytes. */
    byte[] toJpeg(float quality) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, colours, 0, width);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
