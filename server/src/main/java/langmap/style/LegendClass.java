package langmap.style;

/**
 * One line of a legend.
 *
 * @param index   number of the class, from 0
 * @param label   what it says
 * @param lower   lower bound, null for classes that are no range
 * @param upper   upper bound, null for classes that are no range
 * @param fill    colour
 * @param outline colour of the edge
 * @param hatch   missing, lapsed or null
 * @param hatchColour colour of the hatch, null without one
 * @param status  state of the criterion it stands for, or null
 * @param count   units in it
 */
public record LegendClass(int index, String label, Double lower, Double upper, String fill, String outline, String hatch,
                          String hatchColour, String status, int count) {
    static LegendClass of(int index, String label, Palette.Paint paint, String status) {
        return new LegendClass(index, label, null, null, paint.fill(), paint.outline(), paint.hatch(), paint.hatchColour(), status, 0);
    }

    LegendClass within(Double from, Double to) {
        return new LegendClass(index, label, from, to, fill, outline, hatch, hatchColour, status, count);
    }

    LegendClass counting(int units) {
        return new LegendClass(index, label, lower, upper, fill, outline, hatch, hatchColour, status, units);
    }
}
