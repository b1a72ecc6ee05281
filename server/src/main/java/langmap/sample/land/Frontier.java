package langmap.sample.land;

import java.util.Arrays;

/** A heap of cells by distance, for growing from seeds; ties go to the lower cell number. Used by one thread. */
final class Frontier {
    private long[] heap = new long[1 << 16];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Distances are not negative, so their bits are in order. */
    void add(float distance, int cell) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        long entry = (long) Float.floatToIntBits(distance) << 32 | cell;
        int at = size++;
        while (at > 0 && heap[(at - 1) / 2] > entry) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = entry;
    }

    /** Takes out the nearest: distance bits in the upper half, cell in the lower. */
    long poll() {
        long first = heap[0];
        long last = heap[--size];
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= last) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = last;
        return first;
    }

    static float distance(long entry) {
        return Float.intBitsToFloat((int) (entry >>> 32));
    }

    static int cell(long entry) {
        return (int) entry;
    }
}
