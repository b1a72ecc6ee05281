package langmap.importer.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table of contents of a zip archive as it stands at its end: what {@code java.util.zip} does not tell of the entries.
 *
 * @param entries in their order
 * @param charset in which all names can be read
 */
record ZipDirectory(List<Entry> entries, Charset charset) {
    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_SIZE = 46;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int LARGEST = 4 << 20;
    private static final int LINK = 0xa000;

    /** One entry: its name, whether it needs a password, whether it is a symbolic link. */
    record Entry(String name, boolean isEncrypted, boolean isLink) {
    }

    /** Empty if there is none, as in an archive cut off. */
    static Optional<ZipDirectory> find(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(in.length(), END_SIZE + LONGEST_COMMENT)];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
            ByteBuffer end = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = tail.length - END_SIZE; at >= 0; at--) {
                if (end.getInt(at) == END) {
                    long size = Integer.toUnsignedLong(end.getInt(at + 12));
                    long offset = Integer.toUnsignedLong(end.getInt(at + 16));
                    return size > LARGEST || offset + size > in.length() ? Optional.empty() : parse(in, offset, (int) size);
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<ZipDirectory> parse(RandomAccessFile in, long offset, int size) throws IOException {
        byte[] bytes = new byte[size];
        in.seek(offset);
        in.readFully(bytes);
        ByteBuffer directory = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<byte[]> names = new ArrayList<>();
        List<int[]> marks = new ArrayList<>();
        for (int at = 0; at < size; ) {
            if (size - at < ENTRY_SIZE || directory.getInt(at) != ENTRY) {
                return Optional.empty();
            }
            int nameLength = Short.toUnsignedInt(directory.getShort(at + 28));
            int rest = Short.toUnsignedInt(directory.getShort(at + 30)) + Short.toUnsignedInt(directory.getShort(at + 32));
            if (size - at - ENTRY_SIZE < nameLength + rest) {
                return Optional.empty();
            }
            byte[] name = new byte[nameLength];
            directory.get(at + ENTRY_SIZE, name);
            names.add(name);
            marks.add(new int[] {directory.getShort(at + 8), directory.getInt(at + 38) >>> 16});
            at += ENTRY_SIZE + nameLength + rest;
        }
        Charset charset = names.stream().allMatch(ZipDirectory::isUtf8) ? StandardCharsets.UTF_8 : Charset.forName("IBM437");
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean utf8 = (marks.get(i)[0] & 0x800) != 0;
            entries.add(new Entry(new String(names.get(i), utf8 ? StandardCharsets.UTF_8 : charset), (marks.get(i)[0] & 1) != 0,
                (marks.get(i)[1] & 0xf000) == LINK));
        }
        return Optional.of(new ZipDirectory(entries, charset));
    }

    private static boolean isUtf8(byte[] name) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
