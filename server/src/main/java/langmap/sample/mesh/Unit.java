package langmap.sample.mesh;

/**
 * A commune or a town on which lines lie.
 *
 * @param code     code of the unit
 * @param name     its name
 * @param district code of its district
 * @param lon      centre, degrees
 * @param lat      centre, degrees
 * @param commune  true for a commune of the programme, false for a town or a ward
 */
public record Unit(String code, String name, String district, double lon, double lat, boolean commune) {
}
