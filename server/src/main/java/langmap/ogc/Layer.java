package langmap.ogc;

import java.util.List;

/**
 * A collection of features that is offered.
 *
 * @param id      id in addresses
 * @param level   level of the units in it
 * @param titleVi title in Vietnamese
 * @param titleEn title in English
 */
record Layer(String id, String level, String titleVi, String titleEn) {
    static final List<Layer> ALL = List.of(
        new Layer("communes", "commune", "Xã", "Communes"),
        new Layer("urban-units", "urban", "Phường, thị trấn", "Townships and wards"),
        new Layer("districts", "district", "Huyện, thành phố", "Districts and the city"),
        new Layer("province", "province", "Tỉnh", "Province"));
}
