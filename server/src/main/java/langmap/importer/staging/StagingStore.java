package langmap.importer.staging;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import langmap.db.Tx;
import langmap.geo.LonLat;
import langmap.http.Json;
import langmap.importer.Issue;
import langmap.importer.Severity;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Staging rows and issues. */
final class StagingStore {
    void delete(Tx tx, long id) {
        tx.handle().createUpdate("delete from import_feature where import_id = :id").bind("id", id).execute();
        tx.handle().createUpdate("delete from import_issue where import_id = :id").bind("id", id).execute();
    }

    void insertRows(Tx tx, long id, List<StagedRow> rows) {
        PreparedBatch batch = tx.handle().prepareBatch("""
            insert into import_feature (import_id, number, code, state, attributes, geom, geom_before)
            values (:id, :number, :code, :state, cast(:attributes as jsonb), ST_SetSRID(ST_GeomFromWKB(:wkb), 4326), ST_SetSRID(ST_GeomFromWKB(:before), 4326))""");
        WKBWriter writer = new WKBWriter();
        rows.forEach(row -> batch.bind("id", id).bind("number", row.number()).bind("code", row.code()).bind("state", row.state())
            .bind("attributes", json(row.values())).bind("wkb", row.geometry() == null ? null : writer.write(row.geometry()))
            .bind("before", row.before() == null ? null : writer.write(row.before())).add());
        if (!rows.isEmpty()) {
            batch.execute();
        }
    }

    void insertIssues(Tx tx, long id, List<Issue> issues) {
        PreparedBatch batch = tx.handle().prepareBatch("""
            insert into import_issue (import_id, ordinal, code, severity, place, field, at, detail_vi, remedy_vi, detail_en, remedy_en)
            values (:id, :ordinal, :code, :severity, :place, :field, ST_SetSRID(ST_MakePoint(cast(:lon as float8), cast(:lat as float8)), 4326),
                    :detailVi, :remedyVi, :detailEn, :remedyEn)""");
        int ordinal = 0;
        for (Issue issue : issues) {
            LonLat at = issue.where().at();
            batch.bind("id", id).bind("ordinal", ++ordinal).bind("code", issue.code()).bind("severity", issue.severity().name().toLowerCase(Locale.ROOT))
                .bind("place", issue.place()).bind("field", issue.field()).bind("lon", at == null ? null : at.lon()).bind("lat", at == null ? null : at.lat())
                .bind("detailVi", issue.vi().detail()).bind("remedyVi", issue.vi().remedy()).bind("detailEn", issue.detail())
                .bind("remedyEn", issue.remedy()).add();
        }
        if (ordinal > 0) {
            batch.execute();
        }
    }

    /** Staging rows as GeoJSON features, those that change something first. */
    List<String> listFeatures(Tx tx, long id, String state, int limit) {
        return tx.handle().createQuery("""
                select json_build_object('type', 'Feature', 'id', number, 'geometry', ST_AsGeoJSON(geom, 7)::json,
                           'properties', json_build_object('state', state, 'code', code, 'values', attributes,
                               'before', ST_AsGeoJSON(geom_before, 7)::json))::text
                from import_feature where import_id = :id and (cast(:state as text) is null or state = :state)
                order by array_position(array['faulty', 'new', 'changed', 'unchanged', 'missing'], state) nulls last, number limit :limit""")
            .bind("id", id).bind("state", state).bind("limit", limit).mapTo(String.class).list();
    }

    /** Issues as GeoJSON features, the worst first. */
    List<String> listIssues(Tx tx, long id, int limit, int offset) {
        return tx.handle().createQuery("""
                select json_build_object('type', 'Feature', 'id', ordinal, 'geometry', ST_AsGeoJSON(at, 7)::json,
                           'properties', json_build_object('code', code, 'severity', severity, 'place', place, 'field', field,
                               'vi', json_build_object('detail', detail_vi, 'remedy', remedy_vi),
                               'en', json_build_object('detail', detail_en, 'remedy', remedy_en)))::text
                from import_issue where import_id = :id
                order by array_position(array['error', 'warning', 'note'], severity), ordinal limit :limit offset :offset""")
            .bind("id", id).bind("limit", limit).bind("offset", offset).mapTo(String.class).list();
    }

    List<Issue> listFound(Tx tx, long id) {
        return tx.handle().createQuery("""
                select * from import_issue where import_id = :id order by array_position(array['error', 'warning', 'note'], severity), ordinal""")
            .bind("id", id).map((row, context) -> new Issue(row.getString("code"), Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
                new Issue.Where("", row.getString("place"), row.getString("field"), null), new Issue.Sentences(row.getString("detail_en"), row.getString("remedy_en")),
                new Issue.Sentences(row.getString("detail_vi"), row.getString("remedy_vi")))).list();
    }

    long countIssues(Tx tx, long id) {
        return tx.handle().createQuery("select count(*) from import_issue where import_id = :id").bind("id", id).mapTo(Long.class).one();
    }

    /** Where map files are expected: the province and a little around it; everywhere in Việt Nam as long as its boundary is not known. */
    Geometry area(Tx tx, Geometry otherwise) {
        Optional<byte[]> province = tx.handle().createQuery("""
                select ST_AsBinary(ST_Buffer(geom, 0.02)) from boundary join unit on unit.id = boundary.unit_id and unit.level = 'province'
                where resolution = 'overview' limit 1""").mapTo(byte[].class).findOne();
        try {
            return province.isPresent() ? new WKBReader(new GeometryFactory()).read(province.get()) : otherwise;
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Taken one after the other, so that two imports never apply or undo at once. */
    void lock(Tx tx) {
        tx.handle().execute("select pg_advisory_xact_lock(hashtext('import'))");
    }

    private static String json(Map<String, Object> values) {
        try {
            return Json.MAPPER.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
