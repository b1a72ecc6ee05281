package langmap.sample;

/**
 * Random numbers that are the same on every Java: SplitMix64 (Steele, Lea and Flood, 2014). Used by one thread.
 */
public final class SplitMix {
    private long state;

    public SplitMix(long seed) {
        this.state = seed;
    }

    public long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** From 0 (inclusive) to 1 (exclusive). */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** From 0 to {@code bound} - 1. */
    public int nextInt(int bound) {
        return (int) (nextDouble() * bound);
    }

    /** About normally distributed with mean 0 and deviation 1: the sum of twelve uniform numbers less six. */
    public double nextGaussian() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += nextDouble();
        }
        return sum;
    }
}
