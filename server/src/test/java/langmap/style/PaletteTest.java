package langmap.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whether people can tell the colours apart. Contrast is that of WCAG 2.2; difference is the distance in CIELAB (CIE 1976, D65), where about 2.3 is
 * just noticed side by side; colour blindness is simulated for complete deuteranopia and protanopia (Viénot, Brettel, Mollon 1999).
 */
final class PaletteTest {
    private static final double SEEN_BESIDE_EACH_OTHER = 8;
    private static final double SEEN_APART = 20;
    private static final double GRAPHIC_CONTRAST = 3;
    private static final double[][] DEUTERANOPIA = {{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}};
    private static final double[][] PROTANOPIA = {{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}};
    private static final List<UnaryOperator<double[]>> EYES =
        List.of(UnaryOperator.identity(), light -> through(DEUTERANOPIA, light), light -> through(PROTANOPIA, light));
    private static final List<String> FILLS = List.of("met", "in_progress", "not_met", "not_assessed");

    private static double[] light(String colour) {
        return IntStream.of(1, 3, 5).mapToDouble(i -> Integer.parseInt(colour.substring(i, i + 2), 16) / 255.0)
            .map(one -> one <= 0.04045 ? one / 12.92 : Math.pow((one + 0.055) / 1.055, 2.4)).toArray();
    }

    private static double[] through(double[][] matrix, double[] light) {
        return IntStream.range(0, 3).mapToDouble(i -> Math.max(0, matrix[i][0] * light[0] + matrix[i][1] * light[1] + matrix[i][2] * light[2])).toArray();
    }

    private static double[] lab(double[] light) {
        double x = bend((0.4124564 * light[0] + 0.3575761 * light[1] + 0.1804375 * light[2]) / 0.95047);
        double y = bend(luminance(light));
        double z = bend((0.0193339 * light[0] + 0.1191920 * light[1] + 0.9503041 * light[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double bend(double share) {
        return share > 216.0 / 24389 ? Math.cbrt(share) : (24389.0 / 27 * share + 16) / 116;
    }

    private static double luminance(double[] light) {
        return 0.2126729 * light[0] + 0.7151522 * light[1] + 0.0721750 * light[2];
    }

    private static double contrast(String one, String other) {
        double first = luminance(light(one)) + 0.05;
        double second = luminance(light(other)) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double difference(String one, String other, UnaryOperator<double[]> eye) {
        double[] first = lab(eye.apply(light(one)));
        double[] second = lab(eye.apply(light(other)));
        return Math.sqrt(IntStream.range(0, 3).mapToDouble(i -> Math.pow(first[i] - second[i], 2)).sum());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void classesGetDarkerStepByStepToEveryEye(int count) {
        List<String> fills = Palette.sequential(count).stream().map(Palette.Paint::fill).toList();
        assertThat(fills).hasSize(count).allMatch(fill -> fill.matches("#[0-9a-f]{6}"));
        for (UnaryOperator<double[]> eye : EYES) {
            for (int i = 1; i < count; i++) {
                double lighter = lab(eye.apply(light(fills.get(i - 1))))[0];
                assertThat(lab(eye.apply(light(fills.get(i))))[0]).as("%s after %s", fills.get(i), fills.get(i - 1)).isLessThan(lighter - 3);
                assertThat(difference(fills.get(i - 1), fills.get(i), eye)).as("%s beside %s", fills.get(i), fills.get(i - 1))
                    .isGreaterThan(SEEN_BESIDE_EACH_OTHER);
            }
        }
    }

    @Test
    void statesCanBeToldApartByEveryEyeByFillOrByHatch() {
        for (UnaryOperator<double[]> eye : EYES) {
            for (String one : FILLS) {
                for (String other : FILLS.subList(FILLS.indexOf(one) + 1, FILLS.size())) {
                    boolean hatched = Palette.ofStatus(one).hatch() != null || Palette.ofStatus(other).hatch() != null;
                    assertThat(hatched || difference(Palette.ofStatus(one).fill(), Palette.ofStatus(other).fill(), eye) > SEEN_APART)
                        .as("%s and %s: %s", one, other, difference(Palette.ofStatus(one).fill(), Palette.ofStatus(other).fill(), eye)).isTrue();
                }
            }
            assertThat(difference(Palette.ofFlag(true).fill(), Palette.ofFlag(false).fill(), eye)).isGreaterThan(SEEN_APART);
        }
    }

    @Test
    void statesWithTheSameFillOrNoneOfTheirOwnAreHatched() {
        assertThat(Palette.ofStatus("lapsed").fill()).isEqualTo(Palette.ofStatus("met").fill());
        assertThat(Palette.ofStatus("lapsed").hatch()).isEqualTo("lapsed");
        assertThat(Palette.ofStatus("not_assessed").hatch()).isEqualTo("missing");
        assertThat(List.of("met", "in_progress", "not_met")).allMatch(status -> Palette.ofStatus(status).hatch() == null);
    }

    @Test
    void hatchesCanBeSeenOnTheirFillByEveryEye() {
        for (String status : List.of("lapsed", "not_assessed")) {
            Palette.Paint paint = Palette.ofStatus(status);
            for (UnaryOperator<double[]> eye : EYES) {
                assertThat(difference(paint.fill(), paint.hatchColour(), eye)).as(status).isGreaterThan(SEEN_APART);
            }
        }
        assertThat(contrast(Palette.ofStatus("not_assessed").fill(), Palette.ofStatus("not_assessed").outline())).isGreaterThan(GRAPHIC_CONTRAST);
    }

    @Test
    void edgesCanBeSeenOnEveryFill() {
        List<Palette.Paint> all = new ArrayList<>(IntStream.rangeClosed(1, 11).boxed().flatMap(count -> Palette.sequential(count).stream()).toList());
        List.of("met", "not_met", "lapsed", "not_assessed").forEach(status -> all.add(Palette.ofStatus(status)));
        all.add(Palette.ofFlag(true));
        all.add(Palette.ofFlag(false));
        assertThat(all).allSatisfy(paint -> assertThat(contrast(paint.fill(), paint.outline())).as("%s", paint).isGreaterThan(GRAPHIC_CONTRAST));
    }
}
