package langmap.ogc;

import static langmap.ogc.Property.ACTIVE;
import static langmap.ogc.Property.CODE;
import static langmap.ogc.Property.NAME;
import static langmap.ogc.Property.SURFACE;
import static langmap.ogc.Property.VOLTAGE;
import static langmap.ogc.Property.plain;

import java.util.List;

/**
 * A collection of features that is offered. The source is a view of one shape, so that a further collection is a view and an entry here.
 *
 * @param id         id in addresses
 * @param operation  ends the names of its operations in the API description
 * @param source     view of the schema measure
 * @param part       which rows of the view
 * @param titleVi    title in Vietnamese
 * @param titleEn    title in English
 * @param properties in the order they are shown, besides the days and the mark of illustrative data
 */
record Layer(String id, String operation, String source, String part, String titleVi, String titleEn, List<Property> properties) {
    private static final List<Property> UNIT = List.of(CODE, NAME, Property.TYPE, Property.DISTRICT, Property.ON_BORDER, plain("areaKm2"));
    private static final List<Property> SECTION = List.of(CODE, NAME, Property.CLASS, SURFACE, Property.ROAD_ID, plain("widthM"), Property.OWNER,
        plain("builtYear"), plain("lengthM"), plain("lengthReportedM"));
    private static final List<Property> POWER_LINE = List.of(CODE, NAME, Property.CLASS, VOLTAGE, Property.OWNER, plain("builtYear"), plain("lengthM"),
        plain("lengthReportedM"));
    private static final List<Property> WORK = List.of(CODE, NAME, Property.KIND, Property.STATE, Property.SECTION, plain("sectionKind"), Property.UNIT,
        plain("fromM"), plain("toM"), SURFACE, plain("startsOn"), plain("dueOn"), plain("startedOn"), plain("doneOn"), plain("acceptedOn"),
        plain("costMillion"), Property.FUNDING, plain("note"), plain("photos"));

    static final List<Layer> ALL = List.of(
        new Layer("communes", "Commune", "feature_unit", "commune", "Xã", "Communes", UNIT),
        new Layer("urban-units", "Urban", "feature_unit", "urban", "Phường, thị trấn", "Townships and wards", UNIT),
        new Layer("districts", "District", "feature_unit", "district", "Huyện, thành phố", "Districts and the city", UNIT),
        new Layer("province", "Province", "feature_unit", "province", "Tỉnh", "Province", UNIT),
        new Layer("villages", "Villages", "feature_village", "", "Thôn, bản", "Villages", List.of(CODE, NAME, Property.UNIT, plain("commune"))),
        new Layer("roads", "Roads", "feature_section", "road", "Đường giao thông", "Roads", SECTION),
        new Layer("canals", "Canals", "feature_section", "canal", "Kênh mương", "Canals", SECTION.stream()
            .filter(one -> one != Property.ROAD_ID).toList()),
        new Layer("power-lines", "PowerLines", "feature_section", "power_line", "Lưới điện", "Power lines", POWER_LINE),
        new Layer("substations", "Substations", "feature_substation", "", "Trạm biến áp", "Substations",
            List.of(CODE, NAME, VOLTAGE, plain("capacityKva"))),
        new Layer("command-areas", "CommandAreas", "feature_command_area", "", "Vùng tưới", "Command areas",
            List.of(CODE, NAME, ACTIVE, plain("areaHa"), plain("reportedHa"))),
        new Layer("works", "Works", "feature_work", "", "Công trình", "Works", WORK));
}
