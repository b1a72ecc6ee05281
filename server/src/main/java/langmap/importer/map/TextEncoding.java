package langmap.importer.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How bytes of old files become text. GDAL hands bytes over as characters 0 to 255, for what it would make of them loses letters.
 *
 * @param name    how people call it
 * @param decoder makes text of bytes, or nothing if they are none in this encoding; null if the text is decoded already
 */
public record TextEncoding(String name, Function<byte[], Optional<String>> decoder) {
    private static final char[] TCVN3 = table();
    private static final int NO_BYTE = 0xff;

    /** Of formats that are text already when they reach us. */
    static final TextEncoding DECODED = new TextEncoding("UTF-8", null);
    public static final TextEncoding UTF_8 = new TextEncoding("UTF-8", bytes -> strictly(StandardCharsets.UTF_8, bytes));

    /** The second half of the table of TCVN 5712; what the fonts named .Vn show. */
    private static char[] table() {
        try (InputStream in = TextEncoding.class.getResourceAsStream("/importer/tcvn3.txt")) {
            char[] table = new char[256];
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                .forEach(line -> table[Integer.parseInt(line.substring(0, 2), 16)] = line.charAt(3));
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a person or a file calls an encoding; empty if nobody knows it. */
    public static Optional<TextEncoding> find(String name) {
        String key = name.strip().toLowerCase(Locale.ROOT).replaceAll("[ _]", "-");
        if (key.matches("tcvn.*|abc")) {
            return Optional.of(new TextEncoding("TCVN3", TextEncoding::decodeTcvn3));
        }
        if (key.matches("utf-?8|65001")) {
            return Optional.of(UTF_8);
        }
        String java = key.matches("(cp|ansi|windows|ansi-)?-?125[0-8]") ? "windows-" + key.substring(key.length() - 4)
            : key.matches("8859-?[0-9]{1,2}") ? "ISO-8859-" + key.replaceFirst("8859-?", "") : key;
        try {
            Charset charset = Charset.forName(java);
            return Optional.of(new TextEncoding(charset.name(), bytes -> strictly(charset, bytes)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The text of characters that stand for bytes, composed (NFC); empty if the bytes are no text in this encoding. */
    Optional<String> decode(String bytesAsCharacters) {
        if (bytesAsCharacters.chars().allMatch(c -> c < 0x80)) {
            return Optional.of(bytesAsCharacters);
        }
        if (decoder == null || bytesAsCharacters.chars().anyMatch(c -> c > NO_BYTE)) {
            return Optional.of(Normalizer.normalize(bytesAsCharacters, Normalizer.Form.NFC));
        }
        return decoder.apply(bytesAsCharacters.getBytes(StandardCharsets.ISO_8859_1)).map(text -> Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    private static Optional<String> decodeTcvn3(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (byte b : bytes) {
            char c = b >= 0 ? (char) b : TCVN3[b & NO_BYTE];
            if (c == 0 && b != 0) {
                return Optional.empty();
            }
            text.append(c);
        }
        return Optional.of(text.toString());
    }

    private static Optional<String> strictly(Charset charset, byte[] bytes) {
        try {
            return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
