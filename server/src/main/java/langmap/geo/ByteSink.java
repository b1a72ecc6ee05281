package langmap.geo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of a text that grows; numbers are written as the shortest decimals. Used by one thread. */
public final class ByteSink {
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};

    private byte[] bytes = new byte[1 << 16];
    private int length;

    public ByteSink put(String text) {
        return put(text.getBytes(StandardCharsets.UTF_8));
    }

    public ByteSink put(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    public ByteSink put(char ascii) {
        ensure(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** Puts a text of printable ASCII without quotes and backslashes, such as most names and codes are; any other it leaves alone and says so. */
    public boolean putIfPlain(String text) {
        ensure(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < ' ' || letter > '~' || letter == '"' || letter == '\\') {
                return false;
            }
            bytes[length + i] = (byte) letter;
        }
        length += text.length();
        return true;
    }

    /** A finite number below 10^11, rounded to at most {@code decimals} (0 to 7) places, without trailing zeros. */
    public ByteSink put(double number, int decimals) {
        long scaled = Math.round(number * POWERS[decimals]);
        ensure(24);
        if (scaled < 0) {
            bytes[length++] = '-';
            scaled = -scaled;
        }
        putDigits(scaled / POWERS[decimals], 1);
        long rest = scaled % POWERS[decimals];
        if (rest != 0) {
            int places = decimals;
            while (rest % 10 == 0) {
                rest /= 10;
                places--;
            }
            bytes[length++] = '.';
            putDigits(rest, places);
        }
        return this;
    }

    private void putDigits(long number, int atLeast) {
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        digits = Math.max(digits, atLeast);
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + number % 10);
            number /= 10;
        }
        length += digits;
    }

    public int length() {
        return length;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** What another holds and then what is here, copied once. */
    public byte[] toBytesAfter(ByteSink head) {
        byte[] whole = Arrays.copyOf(head.bytes, head.length + length);
        System.arraycopy(bytes, 0, whole, head.length, length);
        return whole;
    }

    /** Passes on what there is, and begins anew. */
    public void drainTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
        length = 0;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
