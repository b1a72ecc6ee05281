package langmap.importer.map;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import langmap.gdal.Gdal;
import langmap.importer.Issue;
import langmap.importer.Issues;

/** What GDAL says on its error stream, as issues. */
final class Complaints {
    private static final Pattern FEATURE = Pattern.compile("Failed to reproject feature (\\d+)|Unable to write feature (\\d+)");
    private static final Pattern ERROR = Pattern.compile("ERROR \\d+: (.*)");
    /** Lines that only accompany the ones that name a feature. */
    private static final Pattern NOISE = Pattern.compile("projection domain|Invalid (latitude|coordinate)|[Cc]annot transform|reprojection failed|PROJ: |pj_obj_create|Terminating translation");
    private static final Pattern TOO_LARGE = Pattern.compile("OGR_GEOJSON_MAX_OBJ_SIZE|MITAB_MAX_LINE_LENGTH|[Oo]ut of memory|[Cc]annot allocate|bad_alloc");
    private static final int LONGEST = 200;

    private Complaints() {
    }

    /**
     * Reports it.
     *
     * @param feature the place of a feature by GDAL's number
     * @return the places of features whose coordinates are nowhere
     */
    static Set<String> report(Gdal.Ending ending, Issue.Where where, LongFunction<Issue.Where> feature, Issues issues) {
        if (!ending.inTime()) {
            issues.report("reading-too-long", where);
            return Set.of();
        }
        Set<String> unplaced = new HashSet<>();
        boolean failed = false;
        for (String line : ending.complaints()) {
            Matcher number = FEATURE.matcher(line);
            Matcher error = ERROR.matcher(line);
            if (number.find()) {
                Issue.Where place = feature.apply(Long.parseLong(number.group(1) == null ? number.group(2) : number.group(1))).field("geometry");
                issues.report("coordinates-absurd", place);
                unplaced.add(place.place());
            } else if (TOO_LARGE.matcher(line).find()) {
                issues.report("feature-too-large", where);
                failed = true;
            } else if (error.find() && !NOISE.matcher(line).find() && !failed) {
                issues.report("reading-failed", where, clean(error.group(1)));
                failed = true;
            }
        }
        if (ending.exitCode() != 0 && !failed) {
            issues.report("reading-failed", where, last(ending.complaints(), ending.exitCode()));
        }
        return unplaced;
    }

    private static String last(List<String> complaints, int exitCode) {
        return complaints.isEmpty() ? "exit code " + exitCode : clean(complaints.get(complaints.size() - 1));
    }

    private static String clean(String message) {
        String visible = message.replaceAll("\\p{Cntrl}", " ").strip();
        return visible.length() > LONGEST ? visible.substring(0, LONGEST) + "…" : visible;
    }
}
