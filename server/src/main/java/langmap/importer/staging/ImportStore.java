package langmap.importer.staging;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import langmap.db.Tx;
import langmap.http.Json;

/** The imports there are, their files, and how fields were mapped before. */
final class ImportStore {
    private static final int PART = 1 << 20;

    long insertImport(Tx tx, String fileName, String sha256, String layer, String madeBy) {
        return tx.handle().createQuery("""
                insert into import (file_name, sha256, layer, made_by) values (:fileName, :sha256, :layer, :madeBy) returning id""")
            .bind("fileName", fileName).bind("sha256", sha256).bind("layer", layer).bind("madeBy", madeBy).mapTo(Long.class).one();
    }

    /** Keeps a file, a part at a time. */
    void insertFile(Tx tx, long id, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            int number = 0;
            for (byte[] bytes = in.readNBytes(PART); bytes.length > 0; bytes = in.readNBytes(PART)) {
                tx.handle().createUpdate("insert into import_part (import_id, number, bytes) values (:id, :number, :bytes)")
                    .bind("id", id).bind("number", number++).bind("bytes", bytes).execute();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void copyFile(Tx tx, long id, Path to) {
        try (OutputStream out = Files.newOutputStream(to)) {
            int parts = tx.handle().createQuery("select count(*) from import_part where import_id = :id").bind("id", id).mapTo(Integer.class).one();
            for (int number = 0; number < parts; number++) {
                out.write(tx.handle().createQuery("select bytes from import_part where import_id = :id and number = :number")
                    .bind("id", id).bind("number", number).mapTo(byte[].class).one());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<ImportRecord> findImport(Tx tx, long id, boolean toChange) {
        return tx.handle().createQuery("select * from import where id = :id" + (toChange ? " for update" : "")).bind("id", id)
            .map((row, context) -> read(row)).findOne();
    }

    /** The newest first. */
    List<ImportRecord> listImports(Tx tx, String layer, int limit) {
        return tx.handle().createQuery("select * from import where cast(:layer as text) is null or layer = :layer order by id desc limit :limit")
            .bind("layer", layer).bind("limit", limit).map((row, context) -> read(row)).list();
    }

    /** Numbers of those whose check never came to its end. */
    List<Long> listUnchecked(Tx tx) {
        return tx.handle().createQuery("select id from import where state = 'uploaded' order by id").mapTo(Long.class).list();
    }

    /** The last import applied to a layer and not undone. */
    Optional<Long> findLastApplied(Tx tx, String layer) {
        return tx.handle().createQuery("select id from import where layer = :layer and state = 'applied' order by decided_at desc, id desc limit 1")
            .bind("layer", layer).mapTo(Long.class).findOne();
    }

    private static ImportRecord read(ResultSet row) throws SQLException {
        ImportRecord.Counts counts = row.getObject("new_count") == null ? null : new ImportRecord.Counts(row.getLong("new_count"), row.getLong("changed_count"),
            row.getLong("unchanged_count"), row.getLong("missing_count"), row.getLong("faulty_count"));
        try {
            return new ImportRecord(row.getLong("id"), row.getString("file_name"), row.getString("sha256"), row.getString("layer"),
                Json.MAPPER.readValue(row.getString("choices"), ImportChoices.class), row.getString("found") == null ? null : Json.MAPPER.readTree(row.getString("found")),
                row.getString("state"), row.getLong("rows_done"), (Long) row.getObject("rows_total"), counts, (Integer) row.getObject("errors"),
                (Long) row.getObject("register_version"), new ImportRecord.History(row.getString("made_by"), at(row, "made_at"), at(row, "checked_at"),
                row.getString("decided_by"), at(row, "decided_at"), row.getString("undone_by"), at(row, "undone_at")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** Begins to check anew under other choices; whatever checked before stops. */
    void updateChoices(Tx tx, long id, ImportChoices choices) {
        tx.handle().createUpdate("""
                update import set choices = cast(:choices as jsonb), state = 'uploaded', attempt = attempt + 1, errors = null,
                    new_count = null, changed_count = null, unchanged_count = null, missing_count = null, faulty_count = null
                where id = :id""")
            .bind("id", id).bind("choices", json(choices)).execute();
    }

    /** Takes a check over; gives its number. */
    int beginAttempt(Tx tx, long id) {
        return tx.handle().createQuery("update import set attempt = attempt + 1, rows_done = 0, rows_total = null where id = :id returning attempt")
            .bind("id", id).mapTo(Integer.class).one();
    }

    /** True if that check is still the one that counts; nobody takes it over before the transaction ends. */
    boolean isCurrent(Tx tx, long id, int attempt) {
        return tx.handle().createQuery("select attempt = :attempt and state = 'uploaded' from import where id = :id for update")
            .bind("id", id).bind("attempt", attempt).mapTo(Boolean.class).findOne().orElse(false);
    }

    void updateProgress(Tx tx, long id, long done) {
        tx.handle().createUpdate("update import set rows_done = :done where id = :id").bind("id", id).bind("done", done).execute();
    }

    void updateFound(Tx tx, long id, Object found, Long total) {
        tx.handle().createUpdate("update import set found = cast(:found as jsonb), rows_total = :total where id = :id")
            .bind("id", id).bind("found", json(found)).bind("total", total).execute();
    }

    /** Ends a check with what it counted. */
    void updateChecked(Tx tx, long id, String state, int errors, long registerVersion) {
        tx.handle().createUpdate("""
                update import set state = :state, checked_at = now(), errors = :errors, register_version = :version,
                    new_count = counted.added, changed_count = counted.changed, unchanged_count = counted.unchanged,
                    missing_count = counted.missing, faulty_count = counted.faulty
                from (select count(*) filter (where state = 'new') as added, count(*) filter (where state = 'changed') as changed,
                             count(*) filter (where state = 'unchanged') as unchanged, count(*) filter (where state = 'missing') as missing,
                             count(*) filter (where state = 'faulty') as faulty
                      from import_feature where import_id = :id) counted
                where id = :id""")
            .bind("id", id).bind("state", state).bind("errors", errors).bind("version", registerVersion).execute();
    }

    /** Ends an import and lets its file go. */
    void updateDecided(Tx tx, long id, String state, String by) {
        tx.handle().createUpdate("update import set state = :state, decided_by = :by, decided_at = clock_timestamp() where id = :id")
            .bind("id", id).bind("state", state).bind("by", by).execute();
        tx.handle().createUpdate("delete from import_part where import_id = :id").bind("id", id).execute();
    }

    void updateUndone(Tx tx, long id, String by) {
        tx.handle().createUpdate("update import set state = 'undone', undone_by = :by, undone_at = clock_timestamp() where id = :id")
            .bind("id", id).bind("by", by).execute();
        tx.handle().createUpdate("delete from import_before where import_id = :id").bind("id", id).execute();
    }

    /** The data set that the rows of an import belong to. */
    void insertDataSet(Tx tx, ImportRecord one) {
        ImportChoices choices = one.choices();
        tx.handle().createUpdate("""
                insert into data_set (id, kind, title_vi, title_en, origin_vi, origin_en, licence, illustrative, sha256)
                values (:id, :kind, :file, :file, coalesce(:source, 'Tệp ' || :file), coalesce(:source, 'File ' || :file), coalesce(:licence, '-'), false, :sha256)""")
            .bind("id", one.dataSet()).bind("kind", one.layer()).bind("file", one.fileName()).bind("source", choices.source())
            .bind("licence", choices.licence()).bind("sha256", one.sha256()).execute();
        tx.touch("data_set");
    }

    void deleteDataSet(Tx tx, String id) {
        tx.handle().createUpdate("delete from data_set where id = :id").bind("id", id).execute();
        tx.touch("data_set");
    }

    void upsertMapping(Tx tx, String layer, List<String> fields, Map<String, String> mapping) {
        tx.handle().createUpdate("""
                insert into import_mapping (layer, fields, mapping) values (:layer, :fields, cast(:mapping as jsonb))
                on conflict (layer, fields) do update set mapping = excluded.mapping""")
            .bind("layer", layer).bindArray("fields", String.class, fields).bind("mapping", json(mapping)).execute();
    }

    @SuppressWarnings("unchecked")
    Optional<Map<String, String>> findMapping(Tx tx, String layer, List<String> fields) {
        return tx.handle().createQuery("select mapping from import_mapping where layer = :layer and fields = cast(:fields as text[])")
            .bind("layer", layer).bindArray("fields", String.class, fields).mapTo(String.class).findOne().map(text -> {
                try {
                    return (Map<String, String>) Json.MAPPER.readValue(text, Map.class);
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException(e);
                }
            });
    }

    private static String json(Object value) {
        try {
            return Json.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
