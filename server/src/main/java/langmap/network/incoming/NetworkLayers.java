package langmap.network.incoming;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import langmap.db.Tx;
import langmap.importer.staging.Field;
import langmap.importer.staging.Field.Type;
import langmap.importer.staging.Shape;
import langmap.importer.staging.TableLayer;
import langmap.importer.staging.TableLayer.Column;
import langmap.importer.staging.TableLayer.Table;
import langmap.importer.staging.TargetLayer;
import langmap.network.load.SectionImport;

/** Roads, canals, power lines, substations, command areas and works as layers that map files can fill. */
public final class NetworkLayers {
    private static final String REGISTER = "network";
    private static final Field CODE = Field.of("code", Type.TEXT, "Mã", "Code", "ma, id, ma so, madoan, ma doan, ma tuyen, section, objectid")
        .matching("[^\\p{Cntrl}]{1,60}", "tối đa 60 ký tự", "at most 60 characters").needed();
    private static final Field NAME = Field.of("name", Type.TEXT, "Tên", "Name", "ten, ten duong, ten tuyen, ten kenh, ten tram, ten goi, tenduong");
    private static final Field FROM = Field.of("validFrom", Type.DAY, "Có từ ngày", "Exists from", "valid_from, tu ngay, ngay bat dau");
    private static final Field TO = Field.of("validTo", Type.DAY, "Đến ngày", "Until", "valid_to, den ngay, ngay ket thuc");
    private static final Field VOLTAGE = Field.of("voltageKv", Type.POSITIVE, "Điện áp (kV)", "Voltage (kV)", "voltage, voltage_kv, volt_kv, dien ap, dienap, kv");

    private static final ChoiceStore CHOICES = new ChoiceStore();

    private NetworkLayers() {
    }

    public static List<TargetLayer> all() {
        return List.of(section("roads", "Đường giao thông", "Roads", "road"), section("canals", "Kênh mương", "Canals", "canal"),
            section("power-lines", "Đường dây điện", "Power lines", "power_line"), substations(), commandAreas(), WorkLayer.layer(REGISTER));
    }

    private static TargetLayer section(String id, String vi, String en, String kind) {
        List<Column> columns = List.of(Column.geometry(), Column.of("class", "text", "class"), Column.of("surface", "text", "surface"), Column.of("road_id", "text", "roadId"),
            Column.of("name", "text", "name"), Column.of("width_m", "numeric", "widthM"), Column.of("voltage_kv", "numeric", "voltageKv"),
            Column.of("owner", "text", "owner"), Column.of("built_year", "smallint", "builtYear"),
            Column.of("length_reported_m", "numeric", "lengthReportedM"), Column.valid());
        return new TableLayer(id, vi, en, Shape.LINE, REGISTER, new Table("network_section", "stored.kind = '" + kind + "'",
            List.of("kind", "'" + kind + "'"), columns), tx -> sectionFields(tx, kind));
    }

    private static List<Field> sectionFields(Tx tx, String kind) {
        List<Field> fields = new ArrayList<>(List.of(CODE, NAME,
            Field.of("class", Type.TEXT, "Cấp", "Class", "cap duong, loai duong, loai, cap kenh, cap, phan loai").choosing(CHOICES.listClasses(tx, kind)).needed()));
        if (!kind.equals("power_line")) {
            fields.add(Field.of("surface", Type.TEXT, "Mặt đường, lòng kênh", "Surface", "mat duong, ket cau, ketcau, ket cau mat, loai mat, mat, long kenh")
                .choosing(CHOICES.listSurfaces(tx, kind)).needed());
        } else {
            fields.add(VOLTAGE);
        }
        if (kind.equals("road")) {
            fields.add(Field.of("roadId", Type.TEXT, "Mã đường", "Road id", "road_id, vpromms, ma duong, ma vpromms").matching(
                SectionImport.ROAD_ID.pattern(), "ba chữ số, hai chữ cái hoặc 00, năm chữ số, ví dụ 092CL00013", "three digits, two letters or 00, five digits, such as 092CL00013"));
        }
        fields.addAll(List.of(Field.of("widthM", Type.POSITIVE, "Rộng (m)", "Width (m)", "width, width_m, be rong, chieu rong, rong"),
            Field.of("owner", Type.TEXT, "Đơn vị quản lý", "Owner", "quan ly, don vi, chu so huu, dvql"),
            Field.of("builtYear", Type.WHOLE, "Năm xây dựng", "Year built", "built, built_year, nam, nam xay dung, nam xd").matching("(18|19|20|21)[0-9]{2}", "2015", "2015"),
            Field.of("lengthReportedM", Type.POSITIVE, "Dài theo báo cáo (m)", "Reported length (m)", "length, length_reported_m, len_rep_m, chieu dai, dai, chieudai"),
            FROM, TO));
        return fields;
    }

    private static TargetLayer substations() {
        List<Column> columns = List.of(Column.geometry(), Column.of("name", "text", "name"), Column.of("voltage_kv", "numeric", "voltageKv"),
            Column.of("capacity_kva", "numeric", "capacityKva"), Column.valid());
        List<Field> fields = List.of(CODE, NAME, VOLTAGE,
            Field.of("capacityKva", Type.POSITIVE, "Công suất (kVA)", "Capacity (kVA)", "capacity, capacity_kva, cap_kva, cong suat, congsuat, kva"), FROM, TO);
        return new TableLayer("substations", "Trạm biến áp", "Substations", Shape.POINT, REGISTER, new Table("substation", "true", List.of(), columns),
            tx -> fields);
    }

    private static TargetLayer commandAreas() {
        List<Column> columns = List.of(Column.area(), Column.of("name", "text", "name"), Column.of("active", "boolean", "active"),
            Column.of("reported_ha", "numeric", "reportedHa"), Column.valid());
        List<Field> fields = Stream.of(CODE, NAME,
            Field.of("active", Type.FLAG, "Được tưới tiêu chủ động", "Actively irrigated", "chu dong, tuoi chu dong, hoat dong").needed(),
            Field.of("reportedHa", Type.POSITIVE, "Diện tích báo cáo (ha)", "Reported area (ha)", "report_ha, area, area_ha, dien tich, dientich"), FROM, TO).toList();
        return new TableLayer("command-areas", "Khu tưới", "Irrigation command areas", Shape.AREA, REGISTER,
            new Table("command_area", "true", List.of(), columns), tx -> fields);
    }
}
