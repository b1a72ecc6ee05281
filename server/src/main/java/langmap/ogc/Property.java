package langmap.ogc;

import java.util.Map;
import langmap.http.Param;
import langmap.http.Params;

/**
 * A property of features: a column of the view, and the parameter that filters by it.
 *
 * @param name   its name in views and answers
 * @param filter parameter of that name, null if there is none
 */
record Property(String name, Param<?> filter) {
    private static final double GREATEST = 1e9;
    static final Property CODE = text("code", "Only features with this code.", 60);
    static final Property NAME = text("name", "Only features with exactly this name.", 200);
    static final Property TYPE = text("type", "Only features of this type, such as Xã.", 40);
    static final Property DISTRICT = text("district", "Only features in the district of this name.", 100);
    static final Property ON_BORDER = truth("onBorder", "Only features that touch the border with China, or only those that do not.");
    static final Property UNIT = text("unit", "Only features of the commune with this code.", 10);
    static final Property CLASS = text("class", "Only sections of this class, such as commune_road.", 40);
    static final Property SURFACE = text("surface", "Only features with this surface, such as concrete; of sections the one before any work.", 40);
    static final Property ROAD_ID = text("roadId", "Only sections of the road with this official id.", 12);
    static final Property OWNER = text("owner", "Only sections of this owner.", 200);
    static final Property VOLTAGE = number("voltageKv", "Only features of this voltage, kV.");
    static final Property ACTIVE = truth("active", "Only areas actively irrigated and drained, or only those that are not.");
    static final Property KIND = text("kind", "Only works of this kind, such as hardening.", 40);
    static final Property STATE = text("state", "Only works in this state: planned, under_way, done or accepted.", 40);
    static final Property SECTION = text("section", "Only works on the section with this code.", 60);
    static final Property FUNDING = text("funding", "Only works from this source of money, F-1 to F-5.", 10);

    /** One that is shown and not filtered by. */
    static Property plain(String name) {
        return new Property(name, null);
    }

    private static Property text(String name, String description, int maxLength) {
        return new Property(name, Params.text(name, description, maxLength));
    }

    private static Property truth(String name, String description) {
        return new Property(name, Params.truth(name, description));
    }

    private static Property number(String name, String description) {
        return new Property(name, Params.custom(name, description, Map.of("type", "number"), text -> {
            var numbers = Params.parseNumbers(text);
            if (numbers.size() != 1 || Math.abs(numbers.get(0)) > GREATEST) {
                throw Params.refuse(Params.shown(text) + " is not a number.", "Give one number, with a point before decimals.");
            }
            return numbers.get(0);
        }));
    }
}
