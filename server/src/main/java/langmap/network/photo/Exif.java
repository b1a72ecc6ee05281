package langmap.network.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * What a camera writes into a JPEG that matters here. What cannot be read counts as not said; the place it was taken at is never looked at.
 *
 * @param orientation how it has to be turned, 1 (upright) to 8, as Exif numbers them
 * @param takenOn     day it was taken, null if it is not said
 */
record Exif(int orientation, LocalDate takenOn) {
    static final Exif NONE = new Exif(1, null);
    private static final int APP1 = 0xffe1;
    private static final int ORIENTATION = 0x0112;
    private static final int DETAILS = 0x8769;
    private static final int TAKEN = 0x9003;
    private static final int ENTRY = 12;
    private static final int MOST_ENTRIES = 200;

    /** Reads the first bytes of a JPEG. */
    static Exif read(byte[] head) {
        try {
            ByteBuffer jpeg = ByteBuffer.wrap(head);
            int at = 2;
            while ((jpeg.getShort(at) & 0xff00) == 0xff00) {
                int length = jpeg.getShort(at + 2) & 0xffff;
                if ((jpeg.getShort(at) & 0xffff) == APP1 && new String(head, at + 4, 4, StandardCharsets.ISO_8859_1).equals("Exif")) {
                    return ofTiff(jpeg.slice(at + 10, length - 8));
                }
                at += 2 + length;
            }
            return NONE;
        } catch (IndexOutOfBoundsException | DateTimeException | NumberFormatException e) {
            return NONE;
        }
    }

    private static Exif ofTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int first = tiff.getInt(4);
        int turned = find(tiff, first, ORIENTATION);
        int orientation = turned < 0 ? 1 : tiff.getShort(turned + 8);
        int details = find(tiff, first, DETAILS);
        int taken = details < 0 ? -1 : find(tiff, tiff.getInt(details + 8), TAKEN);
        return new Exif(orientation >= 1 && orientation <= 8 ? orientation : 1, taken < 0 ? null : day(tiff, tiff.getInt(taken + 8)));
    }

    /** Where the entry of a directory with this number stands, -1 if there is none. */
    private static int find(ByteBuffer tiff, int directory, int number) {
        int entries = Math.min(MOST_ENTRIES, tiff.getShort(directory) & 0xffff);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if ((tiff.getShort(entry) & 0xffff) == number) {
                return entry;
            }
        }
        return -1;
    }

    /** Days are written 2022:09:30. */
    private static LocalDate day(ByteBuffer tiff, int at) {
        byte[] text = new byte[10];
        tiff.get(at, text);
        String[] parts = new String(text, StandardCharsets.ISO_8859_1).split(":");
        return parts.length != 3 ? null : LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
}
