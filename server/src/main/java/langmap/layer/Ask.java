package langmap.layer;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import langmap.http.Param;
import langmap.http.Params;

/** The parameters that every map, table and list shares. */
public final class Ask {
    public static final Param<LocalDate> AS_OF = Params.date("asOf",
        "The day asked about; without it the last day with closed data.");
    public static final Param<String> SERIES = Params.choice("series",
        "actual (what was assessed) or planned (the path the plan sets); actual if not given.", List.of("actual", "planned"));
    public static final Param<String> LEVEL = Params.choice("level",
        "The units to show; commune if not given.", List.of("commune", "district", "province"));
    public static final Param<String> GROUP = Params.word("group",
        "Only communes of this group, such as border; all if not given.", Pattern.compile("[a-z0-9_]{1,40}"));
    public static final Param<String> LANG = Params.choice("lang", "Language of prepared texts; vi if not given.",
        List.of("vi", "en"));

    private Ask() {
    }
}
