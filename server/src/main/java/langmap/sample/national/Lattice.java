package langmap.sample.national;

import java.util.List;
import langmap.sample.SplitMix;
import langmap.sample.national.Land.Place;

/**
 * Sections as the lines of a bent lattice over the land, commune by commune: those that meet in a knot end in the very same point.
 *
 * @param land  the land
 * @param sort  tells lattices apart
 * @param knots knots along a side of a commune
 */
record Lattice(Land land, int sort, int knots) {
    /** One section: the commune of its first end, its number in there from 1, and how important its row or column of knots is, 0 at the most. */
    record Section(int commune, int number, int rank, List<double[]> points, SplitMix random) {
    }

    /** Takes one section after another. */
    @FunctionalInterface
    interface Taker {
        void take(Section section);
    }

    /** The coarsest lattice with at least so many sections. */
    static Lattice of(Land land, int sort, int sections) {
        int knots = (int) StrictMath.max(1, StrictMath.sqrt(sections / 2.0 / land.communes()));
        Lattice lattice = new Lattice(land, sort, knots);
        while (lattice.count() < sections) {
            lattice = new Lattice(land, sort, lattice.knots + 1);
        }
        return lattice;
    }

    private int count() {
        int[] count = {0};
        each(1, 1, (commune, number, column, row, eastward) -> count[0]++);
        return count[0];
    }

    /** Hands over {@code sections} sections, those left out spread evenly. */
    void list(int sections, Taker taker) {
        each(sections, count(), (commune, number, column, row, eastward) -> {
            SplitMix random = Land.random(sort + (eastward ? 1 : 2), column, row);
            int line = eastward ? row : column;
            int rank = line % (4 * knots) == 0 ? 0 : line % (2 * knots) == 0 ? 1 : line % knots == 0 ? 2 : line % 2 == 0 ? 3 : 4;
            taker.take(new Section(commune, number, rank, land.line(knot(column, row), eastward ? knot(column + 1, row) : knot(column, row + 1),
                9 + random.nextInt(11), 0.15, random), random));
        });
    }

    /** Takes a line between two neighbouring knots. */
    @FunctionalInterface
    private interface Between {
        void take(int commune, int number, int column, int row, boolean eastward);
    }

    private void each(int wanted, int all, Between between) {
        long at = 0;
        for (int commune = 0; commune < land.communes(); commune++) {
            int number = 0;
            for (int knot = 0; knot < knots * knots; knot++) {
                int column = commune % land.columns() * knots + knot % knots;
                int row = commune / land.columns() * knots + knot / knots;
                for (boolean eastward : new boolean[] {true, false}) {
                    if (land.contains(eastward ? middle(column + 1, row) : middle(column, row + 1))) {
                        at++;
                        if (at * wanted / all > (at - 1) * wanted / all) {
                            between.take(commune, ++number, column, row, eastward);
                        }
                    }
                }
            }
        }
    }

    private Place middle(int column, int row) {
        return new Place((column + 0.5) / knots, (row + 0.5) / knots);
    }

    private Place knot(int column, int row) {
        SplitMix random = Land.random(sort, column, row);
        Place middle = middle(column, row);
        return new Place(middle.column() + (random.nextDouble() - 0.5) * 0.4 / knots, middle.row() + (random.nextDouble() - 0.5) * 0.4 / knots);
    }
}
