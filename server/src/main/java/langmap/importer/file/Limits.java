package langmap.importer.file;

import java.time.Duration;

/**
 * What one import may cost.
 *
 * @param bytes        of the file, and of all that is in it once unpacked
 * @param members      files in an archive
 * @param ratio        how many times an archive may grow, beyond the first 50 MB
 * @param featureBytes of one feature as text
 * @param memory       of the reading program, in bytes
 * @param time         of one reading
 */
public record Limits(long bytes, int members, int ratio, int featureBytes, long memory, Duration time) {
    public static final Limits USUAL = new Limits(2L << 30, 500, 200, 32 << 20, 2L << 30, Duration.ofMinutes(10));
}
