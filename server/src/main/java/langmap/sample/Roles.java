package langmap.sample;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which commune plays which part: recognised before the year, due in it, under a district plan, pilot and so on.
 *
 * @param recognised   recognised at the baseline; at least one a district
 * @param due          due in the year, the strongest of the others
 * @param districtPlan due under district plans
 * @param pilots       one recognised commune a district
 * @param dueAdvanced  pilots due at the advanced standard
 * @param dueModel     recognised communes due at the model standard
 */
record Roles(List<Commune> recognised, List<Commune> due, List<Commune> districtPlan, List<Commune> pilots, List<Commune> dueAdvanced,
             List<Commune> dueModel) {
    private static final int DUE_PER_DISTRICT = 2;

    static Roles of(List<Commune> communes, Laws laws, Strength strength) {
        List<Commune> districtPlan = communes.stream().filter(one -> laws.texts("groups.districtPlan").contains(one.code())).toList();
        List<Commune> ranked = communes.stream().filter(one -> !districtPlan.contains(one)).sorted(strength.strongestFirst()).toList();
        Set<Commune> recognised = new LinkedHashSet<>(firstOfEachDistrict(ranked));
        List<Commune> pilots = List.copyOf(recognised);
        ranked.stream().limit(laws.number("groups.recognised")).forEach(one -> {
            if (recognised.size() < laws.number("groups.recognised")) {
                recognised.add(one);
            }
        });
        ranked.forEach(one -> {
            if (recognised.size() < laws.number("groups.recognised")) {
                recognised.add(one);
            }
        });
        List<Commune> due = new ArrayList<>();
        for (Commune one : ranked) {
            long fromThere = due.stream().filter(other -> other.district().equals(one.district())).count();
            if (!recognised.contains(one) && !one.onBorder() && fromThere < DUE_PER_DISTRICT && due.size() < laws.number("groups.due")) {
                due.add(one);
            }
        }
        List<Commune> inOrder = pilots.stream().sorted(strength.strongestFirst()).toList();
        int advanced = laws.number("groups.dueAdvanced");
        return new Roles(List.copyOf(recognised), due, districtPlan, pilots, inOrder.subList(0, advanced),
            inOrder.subList(advanced, advanced + laws.number("groups.dueModel")));
    }

    private static Set<Commune> firstOfEachDistrict(List<Commune> ranked) {
        return ranked.stream().collect(Collectors.groupingBy(Commune::district, java.util.TreeMap::new, Collectors.toList())).values()
            .stream().map(district -> district.get(0)).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
