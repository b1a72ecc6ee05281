package langmap.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How strong a commune is thought to be: smooth over the map, so that neighbours resemble each other, weaker far from the middle of the
 * district, with some luck of its own for each criterion.
 */
final class Strength {
    private static final int HILLS = 40;
    private static final double HILL_KM = 14;
    private static final double REMOTE_PER_KM = 0.03;
    private static final double OWN_LUCK = 0.25;
    private static final double CRITERION_LUCK = 1.3;

    private final Map<String, Double> byCode = new HashMap<>();
    private final Map<String, Double> luck = new HashMap<>();

    /** Deviation 1 around mean 0, and {@code borderShift} more for the communes on the border. */
    Strength(List<Commune> communes, List<Integer> criteria, double borderShift, SplitMix random) {
        List<double[]> hills = new ArrayList<>();
        for (int i = 0; i < HILLS; i++) {
            Commune at = communes.get(random.nextInt(communes.size()));
            hills.add(new double[] {at.lon(), at.lat(), random.nextGaussian()});
        }
        for (Commune commune : communes) {
            double value = random.nextGaussian() * OWN_LUCK - remoteness(commune, communes) * REMOTE_PER_KM;
            for (double[] hill : hills) {
                double distance = commune.distance(new Commune("", "", hill[0], hill[1], false)) / HILL_KM;
                value += hill[2] * StrictMath.exp(-distance * distance / 2);
            }
            byCode.put(commune.code(), value);
            criteria.forEach(number -> luck.put(commune.code() + " " + number, random.nextGaussian() * CRITERION_LUCK));
        }
        double mean = communes.stream().mapToDouble(this::of).sum() / communes.size();
        double deviation = StrictMath.sqrt(communes.stream().mapToDouble(one -> (of(one) - mean) * (of(one) - mean)).sum() / communes.size());
        communes.forEach(one -> byCode.put(one.code(), (of(one) - mean) / deviation + (one.onBorder() ? borderShift : 0)));
    }

    /** Distance from the mean of the district's centres, km. */
    private static double remoteness(Commune commune, List<Commune> communes) {
        List<Commune> district = communes.stream().filter(other -> other.district().equals(commune.district())).toList();
        double lon = district.stream().mapToDouble(Commune::lon).sum() / district.size();
        double lat = district.stream().mapToDouble(Commune::lat).sum() / district.size();
        return commune.distance(new Commune("", "", lon, lat, false));
    }

    double of(Commune commune) {
        return byCode.get(commune.code());
    }

    /** The strongest first. */
    Comparator<Commune> strongestFirst() {
        return Comparator.comparingDouble(this::of).reversed().thenComparing(Commune::code);
    }

    /** Those most likely to meet a criterion first. */
    Comparator<Commune> likeliestFirst(int criterion) {
        return Comparator.comparingDouble((Commune commune) -> of(commune) + luck.get(commune.code() + " " + criterion)).reversed()
            .thenComparing(Commune::code);
    }
}
