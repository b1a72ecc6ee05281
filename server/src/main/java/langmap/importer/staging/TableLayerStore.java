package langmap.importer.staging;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import langmap.db.Tx;
import langmap.geo.LonLat;
import langmap.importer.staging.TableLayer.Column;
import langmap.importer.staging.TableLayer.Table;
import langmap.problem.Problem;

/** Compares staging rows with a table, stores them there and takes them out again. Names of tables and columns are the program's, never a request's. */
final class TableLayerStore {
    /** A staging row something is said of. */
    record Found(long number, String code, LonLat at) {
    }

    private static final String PLACED = "incoming.number, incoming.code, ST_X(ST_StartPoint(ST_BoundingDiagonal(incoming.geom))) as lon, "
        + "ST_Y(ST_StartPoint(ST_BoundingDiagonal(incoming.geom))) as lat";
    private static final int MOST = 1000;

    private static List<Found> found(Tx tx, long id, String sql) {
        return tx.handle().createQuery(sql + " order by incoming.number limit " + MOST).bind("id", id)
            .map((row, context) -> new Found(row.getLong("number"), row.getString("code"), new LonLat(row.getDouble("lon"), row.getDouble("lat")))).list();
    }

    /** Rows that end before they begin, which are faulty then. */
    List<Found> listSpansTurnedRound(Tx tx, long id) {
        String turned = "incoming.import_id = :id and (incoming.attributes ->> 'validFrom')::date >= (incoming.attributes ->> 'validTo')::date";
        tx.handle().createUpdate("update import_feature incoming set state = 'faulty' where " + turned).bind("id", id).execute();
        return found(tx, id, "select " + PLACED + " from import_feature incoming where " + turned);
    }

    /**
     * Gives every row its state: compared are the geometry and the fields the file has, with the stored row of the same days, else the last one of those
     * days. What differs and begins after that one does is a new row, which follows it; what is of other days is a new row by itself.
     */
    void compare(Tx tx, long id, Table table, List<String> mapped) {
        Optional<Column> valid = valid(table, mapped);
        String own = valid.map(column -> column.value().replace("incoming.", "own.")).orElse("");
        String order = (valid.isPresent() ? "stored.valid = " + own + " desc, " : "") + "upper(stored.valid) desc nulls first";
        String follows = valid.isEmpty() ? "false" : Column.FROM + " > coalesce(lower(stored.valid), '-infinity') and not ("
            + columns(table, mapped).filter(column -> !column.isValid()).map(Column::same).collect(Collectors.joining(" and ")) + ")";
        String same = columns(table, mapped).map(Column::same).collect(Collectors.joining(" and "));
        tx.handle().createUpdate("""
                update import_feature incoming
                set target_id = stored.id,
                    state = case when stored.id is null then 'new' when %s then 'unchanged' when %s then 'new' else 'changed' end
                from import_feature own
                left join lateral (select stored.* from %s stored where %s and stored.code = own.code %s %s limit 1) stored on true
                where own.import_id = :id and own.state is null and incoming.import_id = :id and incoming.number = own.number"""
                .formatted(same, follows, table.name(), table.key(), valid.isPresent() ? "and stored.valid && " + own : "", table.lasts() ? "order by " + order : ""))
            .bind("id", id).execute();
    }

    private static Optional<Column> valid(Table table, List<String> mapped) {
        return columns(table, mapped).filter(Column::isValid).findFirst();
    }

    private static Stream<Column> columns(Table table, List<String> mapped) {
        return table.columns().stream().filter(column -> column.fields().isEmpty() || column.fields().stream().anyMatch(mapped::contains));
    }

    /** Rows whose code another stored row has at the same time. */
    List<Found> listTaken(Tx tx, long id, Table table, List<String> mapped) {
        return valid(table, mapped).map(valid -> found(tx, id, """
            select %1$s from import_feature incoming join %2$s stored on stored.id = incoming.target_id
            where incoming.import_id = :id and incoming.state in ('changed', 'new')
              and exists (select from %2$s other where %3$s and other.code = incoming.code and other.id <> stored.id
                          and other.valid && case incoming.state when 'new' then %4$s else %5$s end)"""
            .formatted(PLACED, table.name(), table.key().replace("stored.", "other."), valid.value(), valid.change()))).orElse(List.of());
    }

    /** New rows that end a stored one. */
    List<Found> listFollowing(Tx tx, long id) {
        return found(tx, id, "select " + PLACED + " from import_feature incoming where incoming.import_id = :id and incoming.state = 'new' and incoming.target_id is not null");
    }

    /** Adds what is stored and goes on, and is not in the file. */
    void insertMissing(Tx tx, long id, Table table) {
        tx.handle().createUpdate("""
                insert into import_feature (import_id, number, code, state, target_id, geom)
                select :id, last.number + row_number() over (order by stored.code, stored.id), stored.code, 'missing', stored.id, stored.%s
                from %s stored cross join (select coalesce(max(number), 0) as number from import_feature where import_id = :id) last
                where %s and (upper_inf(stored.valid) or upper(stored.valid) > current_date)
                  and not exists (select from import_feature own where own.import_id = :id and own.code = stored.code)"""
                .formatted(table.columns().get(0).name(), table.name(), table.key()))
            .bind("id", id).execute();
    }

    /** Keeps the rows that will change or end as they are. */
    void keepChanged(Tx tx, long id, Table table) {
        keep(tx, id, table, "incoming.state in ('changed', 'new')", null);
    }

    private static void keep(Tx tx, long id, Table table, String which, LocalDate from) {
        tx.handle().createUpdate("""
                insert into import_before (import_id, target_id, sort, content)
                select :id, stored.id, :sort, %s
                from import_feature incoming join %s stored on stored.id = incoming.target_id
                where incoming.import_id = :id and %s""".formatted(content(table), table.name(), which))
            .bind("id", id).bind("sort", table.name()).bind("from", from).execute();
    }

    private static String content(Table table) {
        return Stream.concat(Stream.of("data_set_id"), table.columns().stream().map(Column::name))
            .map(name -> "'" + name + "', stored." + name + "::text").collect(Collectors.joining(", ", "jsonb_build_object(", ")"));
    }

    /** Notes how the import leaves the rows, so that it is known later whether somebody changed them. */
    void keepMade(Tx tx, long id, Table table) {
        tx.handle().createUpdate("""
                update import_before before set made = %s from %s stored
                where before.import_id = :id and before.sort = :sort and stored.id = before.target_id""".formatted(content(table), table.name()))
            .bind("id", id).bind("sort", table.name()).execute();
    }

    /** Lets what is not in the file end on a day, and keeps it as it is. */
    void closeMissing(Tx tx, long id, Table table, LocalDate from) {
        String which = "incoming.state = 'missing' and not isempty(stored.valid * daterange(null, :from)) and stored.valid <> stored.valid * daterange(null, :from)";
        keep(tx, id, table, which, from);
        tx.handle().createUpdate("""
                update %s stored set valid = stored.valid * daterange(null, :from)
                from import_feature incoming
                where incoming.import_id = :id and incoming.target_id = stored.id and %s""".formatted(table.name(), which))
            .bind("id", id).bind("from", from).execute();
    }

    /** Lets rows end on the day on which the new ones that follow them begin. */
    void endFollowed(Tx tx, long id, Table table) {
        tx.handle().createUpdate("""
                update %s stored set valid = stored.valid * daterange(null, %s)
                from import_feature incoming
                where incoming.import_id = :id and incoming.state = 'new' and incoming.target_id = stored.id""".formatted(table.name(), Column.FROM))
            .bind("id", id).execute();
    }

    /** Changes rows in place: what hangs on them stays. */
    void updateChanged(Tx tx, TargetLayer.Staged staged, Table table, String dataSet) {
        String sets = columns(table, staged.mapped()).map(column -> ", " + column.name() + " = " + column.change()).collect(Collectors.joining());
        tx.handle().createUpdate("""
                update %s stored set data_set_id = :dataSet%s
                from import_feature incoming
                where incoming.import_id = :id and incoming.state = 'changed' and incoming.target_id = stored.id"""
                .formatted(table.name(), sets))
            .bind("id", staged.id()).bind("dataSet", dataSet).execute();
    }

    void insertNew(Tx tx, long id, Table table, String dataSet) {
        String names = table.columns().stream().map(column -> ", " + column.name()).collect(Collectors.joining());
        String values = table.columns().stream().map(column -> ", " + column.value()).collect(Collectors.joining());
        String fixed = table.fixed().isEmpty() ? "" : ", " + table.fixed().get(0);
        String fixedValue = table.fixed().isEmpty() ? "" : ", " + table.fixed().get(1);
        tx.handle().createUpdate("""
                with made as (
                    insert into %s (code, data_set_id%s%s)
                    select incoming.code, :dataSet%s%s
                    from import_feature incoming where incoming.import_id = :id and incoming.state = 'new' order by incoming.number
                    returning id)
                insert into import_before (import_id, target_id, sort) select :id, made.id, :sort from made"""
                .formatted(table.name(), fixed, names, fixedValue, values))
            .bind("id", id).bind("sort", table.name()).bind("dataSet", dataSet).execute();
    }

    /** Takes the new rows out and gives the others back what they were. */
    void undo(Tx tx, long id, Table table) {
        long edited = tx.handle().createQuery("""
                select count(*) from import_before before left join %s stored on stored.id = before.target_id
                where before.import_id = :id and before.sort = :sort and (stored.id is null or before.made <> %s)"""
                .formatted(table.name(), content(table)))
            .bind("id", id).bind("sort", table.name()).mapTo(Long.class).one();
        if (edited > 0) {
            throw Problem.of(Problem.Kind.CONFLICT, edited + " of the rows were changed or taken out after the import: it cannot be undone as a whole any more.");
        }
        tx.handle().createUpdate("""
                delete from %s stored using import_before before
                where before.import_id = :id and before.sort = :sort and before.content is null and stored.id = before.target_id""".formatted(table.name()))
            .bind("id", id).bind("sort", table.name()).execute();
        String sets = Stream.concat(Stream.of("data_set_id = before.content ->> 'data_set_id'"), table.columns().stream().map(column ->
            "%1$s = (before.content ->> '%1$s')::%2$s".formatted(column.name(), column.type()))).collect(Collectors.joining(", "));
        tx.handle().createUpdate("""
                update %s stored set %s from import_before before
                where before.import_id = :id and before.sort = :sort and before.content is not null and stored.id = before.target_id"""
                .formatted(table.name(), sets))
            .bind("id", id).bind("sort", table.name()).execute();
    }
}
