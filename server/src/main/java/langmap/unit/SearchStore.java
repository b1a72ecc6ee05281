package langmap.unit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import langmap.db.Tx;

/** Finds units by name or code: accents do not matter, but exact accents come first. */
public final class SearchStore {
    public List<Map<String, Object>> findUnits(Tx tx, String text, int limit) {
        return tx.handle().createQuery("""
                with typed as (
                    select regexp_replace(normalize(:text, NFC), '[[:space:]]+', ' ', 'g') as exact
                ), wanted as (
                    select exact, search_key(exact) as key,
                           replace(replace(replace(search_key(exact), '!', '!!'), '%', '!%'), '_', '!_') as pattern
                    from typed
                )
                select unit.code, unit.name, unit.type, unit.level, district.code as district_code,
                       district.name as district_name, ST_X(unit.centre) as lon, ST_Y(unit.centre) as lat,
                       lower(unit.valid) as valid_from, upper(unit.valid) as valid_to
                from wanted
                join unit on search_key(unit.type || ' ' || unit.name) like '%' || wanted.pattern || '%' escape '!'
                          or unit.code like wanted.pattern || '%' escape '!'
                left join unit district on district.id = unit.parent_id and district.level = 'district'
                order by lower(unit.name) = lower(wanted.exact) desc,
                         position(lower(wanted.exact) in lower(unit.type || ' ' || unit.name)) > 0 desc,
                         search_key(unit.name) = wanted.key desc,
                         search_key(unit.name) like wanted.pattern || '%' escape '!' desc,
                         unit.level = 'commune' desc, upper(unit.valid) is not null desc, unit.name, unit.code
                limit :limit""")
            .bind("text", text).bind("limit", limit)
            .map((row, context) -> {
                Map<String, Object> unit = new LinkedHashMap<>();
                for (String column : List.of("code", "name", "type", "level")) {
                    unit.put(column, row.getString(column));
                }
                unit.put("district", row.getString("district_code") == null ? null
                    : Map.of("code", row.getString("district_code"), "name", row.getString("district_name")));
                unit.put("centre", List.of(row.getDouble("lon"), row.getDouble("lat")));
                unit.put("valid", UnitStore.validity(row.getString("valid_from"), row.getString("valid_to")));
                return unit;
            }).list();
    }
}
