package langmap.network.edit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import langmap.db.Tx;
import langmap.network.load.NetworkLoadStore;
import langmap.network.load.WorkImport.WorkRow;
import org.jdbi.v3.core.statement.Query;

/** Writes what was changed by hand. Every change locks its row first, so that of two at once one finds another version. */
final class EditStore {
    /** Where rows made by hand come from. */
    private static final String BY_HAND = "by-hand";

    /** A stored work and how often it was changed. */
    record StoredWork(int version, WorkRow work, double sectionM) {
    }

    /** A stored section: attributes as they may be changed, the line as EWKB, the length in metres. */
    public record StoredSection(long id, int version, String sort, String surface, String roadId, String name, BigDecimal widthM, BigDecimal voltageKv,
                                String owner, Integer builtYear, BigDecimal lengthReportedM, byte[] ewkb, double lengthM) {
    }

    /** A section nothing is said of yet. */
    static final StoredSection NOTHING = new StoredSection(0, 1, null, null, null, null, null, null, null, null, null, null, 0);

    /** The data set of rows made by hand, made when it is first needed. */
    String dataSet(Tx tx) {
        tx.handle().createUpdate("""
                insert into data_set (id, kind, title_vi, title_en, origin_vi, origin_en, licence, illustrative, sha256)
                values (:id, 'by-hand', 'Cập nhật trên bản đồ', 'Edited on the map', 'Người quản trị', 'The administrator', 'Facts, free to use', false,
                        encode(sha256(''), 'hex'))
                on conflict (id) do nothing""").bind("id", BY_HAND).execute();
        tx.touch("data_set");
        return BY_HAND;
    }

    private static final String WORK = """
        select work.*, section.code as section, lower(work.stretch) as from_m, upper(work.stretch) as to_m, coalesce(section.length_m, 0) as section_m
        from work left join network_section section on section.id = work.section_id where work.code = :code
        """;

    Optional<StoredWork> findWork(Tx tx, String code) {
        return findWork(tx.handle().createQuery(WORK), code);
    }

    /** The same, and nobody else changes it until we are done. */
    Optional<StoredWork> lockWork(Tx tx, String code) {
        return findWork(tx.handle().createQuery(WORK + " for update of work"), code);
    }

    private static Optional<StoredWork> findWork(Query query, String code) {
        return query.bind("code", code)
            .map((row, context) -> new StoredWork(row.getInt("version"), NetworkLoadStore.work(row), row.getDouble("section_m")))
            .findOne();
    }

    int updateWork(Tx tx, WorkRow work) {
        tx.touch("network");
        return tx.handle().createQuery("""
                update work set state = :state, title = :title, surface = :surface, starts_on = :startsOn, due_on = :dueOn, started_on = :startedOn,
                       done_on = :doneOn, accepted_on = :acceptedOn, cost_million = :costMillion, funding = :funding, note = :note,
                       stretch = worked_stretch(section_id, :fromM, :toM)
                where code = :code returning version""")
            .bindMethods(work).mapTo(Integer.class).one();
    }

    /** Gives the code, a new one if the work has none. */
    String insertWork(Tx tx, WorkRow work) {
        tx.touch("network");
        return tx.handle().createQuery("""
                insert into work (code, kind, title, section_kind, section_id, stretch, surface, state, starts_on, due_on, started_on, done_on, accepted_on,
                                  cost_million, funding, note, data_set_id)
                select coalesce(:code, 'W-' || nextval(pg_get_serial_sequence('work', 'id'))), :kind, :title, section.kind, section.id,
                       worked_stretch(section.id, :fromM, :toM), :surface, :state, :startsOn, :dueOn,
                       :startedOn, :doneOn, :acceptedOn, :costMillion, :funding, :note, :dataSet
                from network_section section where section.kind = :sectionKind and section.code = :section and upper_inf(section.valid)
                returning code""")
            .bindMethods(work).bind("dataSet", dataSet(tx)).mapTo(String.class).one();
    }

    boolean hasWork(Tx tx, String code) {
        return tx.handle().createQuery("select exists (select from work where code = :code)").bind("code", code).mapTo(Boolean.class).one();
    }

    /** Metres of a line, and its first point farther than so many degrees from all that has a boundary; empty if there is none, or no boundary at all. */
    record Drawn(double lengthM, Optional<String> outside) {
    }

    Drawn measure(Tx tx, byte[] line, double nearDegrees) {
        return tx.handle().createQuery("""
                select ST_Length(drawn.line::geography) as length_m,
                       (select round(ST_X(corner.geom)::numeric, 4) || ', ' || round(ST_Y(corner.geom)::numeric, 4)
                        from ST_DumpPoints(coalesce(ST_Simplify(drawn.line, :near / 10, true), drawn.line)) corner
                        where exists (select from boundary where resolution = 'full')
                          and not exists (select from boundary where resolution = 'full' and ST_DWithin(boundary.geom, corner.geom, :near))
                        order by corner.path limit 1) as outside
                from (select ST_SetSRID(cast(:line as geometry), 4326) as line) drawn""")
            .bind("line", line).bind("near", nearDegrees)
            .map((row, context) -> new Drawn(row.getDouble("length_m"), Optional.ofNullable(row.getString("outside")))).one();
    }

    /** The section that exists today and later. */
    Optional<StoredSection> findSection(Tx tx, String kind, String code) {
        return tx.handle().createQuery("""
                select id, version, class, surface, road_id, name, width_m, voltage_kv, owner, built_year, length_reported_m,
                       ST_AsEWKB(geom) as ewkb, length_m
                from network_section where kind = :kind and code = :code and upper_inf(valid) for update""")
            .bind("kind", kind).bind("code", code)
            .map((row, context) -> new StoredSection(row.getLong("id"), row.getInt("version"), row.getString("class"), row.getString("surface"),
                row.getString("road_id"), row.getString("name"), row.getBigDecimal("width_m"), row.getBigDecimal("voltage_kv"), row.getString("owner"),
                row.getObject("built_year", Integer.class), row.getBigDecimal("length_reported_m"), row.getBytes("ewkb"), row.getDouble("length_m")))
            .findOne();
    }

    /** Whether there is or ever was one of the code. */
    boolean hasSection(Tx tx, String kind, String code) {
        return tx.handle().createQuery("select exists (select from network_section where kind = :kind and code = :code)").bind("kind", kind).bind("code", code)
            .mapTo(Boolean.class).one();
    }

    /** Gives the code, a new one if the section has none. It is taken to have been there all along: what is drawn is found in the field. */
    String insertSection(Tx tx, String kind, String code, StoredSection section) {
        tx.touch("network");
        return tx.handle().createQuery("""
                insert into network_section (kind, code, class, surface, road_id, name, width_m, voltage_kv, owner, built_year, length_reported_m, geom, valid,
                                             data_set_id)
                values (:kind, coalesce(:code, 'N-' || nextval(pg_get_serial_sequence('network_section', 'id'))), :sort, :surface, :roadId, :name, :widthM,
                        :voltageKv, :owner, :builtYear, :lengthReportedM, ST_SetSRID(cast(:ewkb as geometry), 4326), '(,)', :dataSet)
                returning code""")
            .bindMethods(section).bind("kind", kind).bind("code", code).bind("dataSet", dataSet(tx)).mapTo(String.class).one();
    }

    int updateSection(Tx tx, StoredSection section) {
        tx.touch("network");
        return tx.handle().createQuery("""
                update network_section set class = :sort, surface = :surface, road_id = :roadId, name = :name, width_m = :widthM,
                       voltage_kv = :voltageKv, owner = :owner, built_year = :builtYear, length_reported_m = :lengthReportedM,
                       geom = ST_SetSRID(cast(:ewkb as geometry), 4326)
                where id = :id returning version""")
            .bindMethods(section).mapTo(Integer.class).one();
    }

    /** Works on a stretch that begins where a section of so many metres has ended: their codes and where they begin. */
    List<String> listBeyond(Tx tx, long section, double lengthM) {
        return tx.handle().createQuery("""
                select code || ' (' || lower(stretch) || ' m)' from work where section_id = :section and lower(stretch) > :length - 0.5 order by code""")
            .bind("section", section).bind("length", lengthM).mapTo(String.class).list();
    }

    /** Once a section of so many metres was moved: stretches that reached its end, or would go beyond it, reach the end it has now. */
    void followEnd(Tx tx, long section, double lengthM) {
        tx.handle().createUpdate("""
                update work set stretch = worked_stretch(section.id, lower(stretch), round(section.length_m::numeric, 3))
                from network_section section
                where section.id = :section and work.section_id = section.id
                  and (upper(stretch) >= round(cast(:length as numeric), 3) or upper(stretch) > round(section.length_m::numeric, 3))""")
            .bind("section", section).bind("length", lengthM).execute();
    }

    /** Ends a section: from today it is no longer there. One that began today goes altogether; false if it cannot, for works are on it. */
    boolean closeSection(Tx tx, long id) {
        tx.touch("network");
        return tx.handle().createUpdate("""
                update network_section set valid = valid * daterange(null, (now() at time zone 'Asia/Ho_Chi_Minh')::date)
                where id = :id and not isempty(valid * daterange(null, (now() at time zone 'Asia/Ho_Chi_Minh')::date))""").bind("id", id).execute() == 1
            || tx.handle().createUpdate("delete from network_section where id = :id and not exists (select from work where section_id = :id)")
                .bind("id", id).execute() == 1;
    }

    /** Codes of the works on a section. */
    List<String> listWorks(Tx tx, long section) {
        return tx.handle().createQuery("select code from work where section_id = :section order by code").bind("section", section).mapTo(String.class).list();
    }

    /** Takes out a section that was drawn by hand and that nothing rests on; false if it came otherwise. */
    boolean eraseSection(Tx tx, long id) {
        tx.touch("network");
        return tx.handle().createUpdate("delete from network_section where id = :id and data_set_id = :byHand").bind("id", id).bind("byHand", BY_HAND).execute() == 1;
    }

    void eraseWork(Tx tx, String code) {
        tx.touch("network");
        tx.handle().createUpdate("delete from work where code = :code").bind("code", code).execute();
    }
}
