-- A road or canal that is drawn twice is counted once: what lies within two metres of a section drawn before, for more than thirty metres.
-- Sections that only meet or cross are close to each other for less.

create function refresh_section_twice(changed bigint[]) returns void
    language plpgsql set plan_cache_mode = force_custom_plan
as $$
begin
    delete from section_twice using unnest(changed) one (id) where section_twice.section_id = one.id;
    insert into section_twice (section_id, other_id, span)
    with near as materialized (
        select section.id, section.geom, section.chain, earlier.id as other_id, earlier.geom as other
        from unnest(changed) one (id)
        join network_section section on section.id = one.id and section.kind in ('road', 'canal')
        cross join lateral (
            select other.id, other.geom from network_section other
            where ST_DWithin(other.geom, section.geom, 0.00002) and other.id < section.id and other.kind = section.kind
              and not isempty(other.valid * section.valid) offset 0) earlier
    )
    select near.id, near.other_id, range_agg(stretch)
    from near
    cross join lateral unnest(span_within(near.chain, ST_Buffer(near.other::geography, 2)::geometry)) stretch
    where upper(stretch) - lower(stretch) > 30
      -- Only an end that is shared is near in most pairs: one point of either line.
      and (select count(*) from ST_DumpPoints(near.geom) vertex where ST_DWithin(vertex.geom, near.other, 0.00002))
          + (select count(*) from ST_DumpPoints(near.other) vertex where ST_DWithin(vertex.geom, near.geom, 0.00002)) > 2
    group by near.id, near.other_id;
end
$$;
comment on function refresh_section_twice is 'Finds anew what of sections was drawn before.';

create or replace function section_changed() returns trigger
    language plpgsql
as $$
declare
    changed bigint[] := array(select id from changed_row);
begin
    perform refresh_section_twice(changed);
    perform refresh_section_parts(changed);
    perform refresh_section_junctions(changed);
    return null;
end
$$;
comment on function section_changed is 'Keeps what is drawn twice, parts and junctions of new sections: none was drawn after them.';

-- Sections drawn later rest on those that move or go.
create function section_moved() returns trigger
    language plpgsql
as $$
declare
    changed bigint[] := array(
        select id from changed_row where exists (select from network_section section where section.id = changed_row.id)
        union
        select later.id from changed_row
        join network_section later on ST_DWithin(later.geom, changed_row.geom, 0.00002) and later.id > changed_row.id and later.kind = changed_row.kind);
begin
    perform refresh_section_twice(changed);
    perform refresh_section_parts(changed);
    perform refresh_section_junctions(changed);
    return null;
end
$$;
comment on function section_moved is 'Keeps what is drawn twice, parts and junctions when sections change or go.';
drop trigger network_section_updated on network_section;
create trigger network_section_moved_from after update on network_section
    referencing old table as changed_row for each statement execute function section_moved();
create trigger network_section_moved_to after update on network_section
    referencing new table as changed_row for each statement execute function section_moved();
create trigger network_section_deleted after delete on network_section
    referencing old table as changed_row for each statement execute function section_moved();
