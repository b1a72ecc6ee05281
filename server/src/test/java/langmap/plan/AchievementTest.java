package langmap.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a figure stands against a target, case by case; compared before any rounding. */
final class AchievementTest {
    private static final BigDecimal NEAR = new BigDecimal("0.05");

    private static Target target(String comparator, boolean approx, BigDecimal low, BigDecimal baseline) {
        Target.Figures figures = new Target.Figures(low, low == null ? null : low.add(BigDecimal.ONE), null, null, null, baseline, false);
        return new Target("T", "goal", null, "A", "A", null, null, Comparator.ofCode(comparator), approx, Nature.STOCK, figures, null, "I", null,
            new Target.Binding(null, null, null));
    }

    private static Fraction fraction(String text) {
        String[] parts = text.split("/");
        return new Fraction(new BigDecimal(parts[0]), parts.length == 1 ? BigDecimal.ONE : new BigDecimal(parts[1]));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # comparator, ~ about | threshold | figure      | state   | gap
        >=                   | 14.5      | 2624/181    | not_met | 0.002762430939226519
        >=                   | 14.5      | 2625/181    | met     | 0
        >=                   | 14.5      | 14.4999999  | not_met | 0.0000001
        >                    | 350       | 350.0       | not_met | 0
        >                    | 350       | 350.001     | met     | 0
        >                    | 350       | 349.999     | not_met | 0.001
        ~>                   | 350       | 350         | near    | 0
        >=                   | 85        | 85          | met     | 0
        >=                   | 85        | 82          | not_met | 3
        >=                   | 85        | 84.9        | not_met | 0.1
        ~>=                  | 50        | 47.5        | not_met | 2.5
        ~>=                  | 50        | 47.51       | near    | 2.49
        ~>=                  | 50        | 49.999      | near    | 0.001
        ~>=                  | 50        | 50          | met     | 0
        >=                   | 50        | 49.999      | not_met | 0.001
        =                    | 1         | 1           | met     | 0
        =                    | 1         | 2           | not_met | 0
        =                    | 1         | 0           | not_met | 1
        ~=                   | 100       | 96          | near    | 4
        ~=                   | 100       | 104         | not_met | 0
        range                | 15        | 299/20      | not_met | 0.05
        range                | 15        | 300/20      | met     | 0
        range                | 15        | 305/20      | met     | 0
        range                | 15        | 310/20      | met     | 0
        range                | 15        | 311/20      | met     | 0
        >=                   | 0         | 0           | met     | 0
        """)
    void standsAgainstItsThreshold(String comparator, BigDecimal threshold, String figure, String state, String gap) {
        Target target = target(comparator.replace("~", ""), comparator.startsWith("~"), threshold, null);
        Achievement found = Achievement.of(target, new Figure(fraction(figure), null, null, 0), NEAR);
        assertThat(found.state()).isEqualTo(state);
        assertThat(found.gap()).isEqualByComparingTo(gap);
        assertThat(found.met()).isEqualTo(state.equals("met"));
    }

    @Test
    void whatIsToBeKeptIsTheStateBeforeTheYear() {
        Target keep = target("maintain", false, new BigDecimal("181"), new BigDecimal("180"));
        assertThat(Achievement.of(keep, Figure.ofCount(new BigDecimal("180"), null, 0), NEAR).state()).isEqualTo("met");
        assertThat(Achievement.of(keep, Figure.ofCount(new BigDecimal("179"), null, 0), NEAR).state()).isEqualTo("not_met");
        Target unknownBefore = target("maintain", false, new BigDecimal("181"), null);
        assertThat(Achievement.of(unknownBefore, Figure.ofCount(new BigDecimal("180"), null, 0), NEAR).state()).isEqualTo("not_met");
    }

    @Test
    void noDataAreNotZeroAndNoThresholdIsNotSet() {
        assertThat(Achievement.of(target(">=", true, BigDecimal.TEN, null), null, NEAR)).isEqualTo(new Achievement("no_data", null, null));
        Achievement zero = Achievement.of(target(">=", true, BigDecimal.TEN, null), Figure.ofCount(BigDecimal.ZERO, null, 0), NEAR);
        assertThat(zero).isEqualTo(new Achievement("not_met", BigDecimal.TEN, BigDecimal.ZERO));
        Achievement unset = Achievement.of(target(">=", false, null, null), Figure.ofCount(BigDecimal.TEN, null, 0), NEAR);
        assertThat(unset).isEqualTo(new Achievement("not_set", null, null));
        assertThat(unset.met()).isNull();
        assertThat(Achievement.of(target(">=", false, BigDecimal.TEN, null), null, NEAR).met()).isNull();
    }

    @Test
    void nothingIsNearWhereThePlanSaysNoShare() {
        assertThat(Achievement.of(target(">=", true, BigDecimal.TEN, null), Figure.ofCount(new BigDecimal("9.9999"), null, 0), BigDecimal.ZERO).state())
            .isEqualTo("not_met");
    }

    @Test
    void progressIsAShareOfTheThresholdAndNoneOfZero() {
        assertThat(Achievement.of(target(">=", false, new BigDecimal("200"), null), Figure.ofCount(new BigDecimal("338"), null, 0), NEAR).progress())
            .isEqualByComparingTo("169");
        assertThat(Achievement.of(target(">=", false, BigDecimal.ZERO, null), Figure.ofCount(BigDecimal.ONE, null, 0), NEAR).progress()).isNull();
    }

    @Test
    void aFractionIsComparedExactlyAndShownWithoutAnExponent() {
        assertThat(fraction("2624/181").compareTo(new BigDecimal("14.5"))).isNegative();
        assertThat(fraction("1/3").compareTo(new BigDecimal("0.3333333333333333"))).isPositive();
        assertThat(fraction("100000/1").value()).hasToString("100000");
        assertThat(Fraction.percent(new BigDecimal("180"), new BigDecimal("181")).setScale(2, java.math.RoundingMode.HALF_UP)).hasToString("99.45");
        assertThat(Fraction.percent(BigDecimal.ONE, BigDecimal.ZERO)).isNull();
        assertThatThrownBy(() -> fraction("1/0")).isInstanceOf(IllegalArgumentException.class);
    }
}
