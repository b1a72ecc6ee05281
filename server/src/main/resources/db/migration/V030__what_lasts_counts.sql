-- Of two drawings of one road that which lasts longer counts, of those that last alike the one drawn first. Otherwise to end the first of them,
-- which is how somebody takes out what is drawn twice, would take away the road itself.

create index network_section_ended on network_section using gist (geom) where not upper_inf(valid);
comment on table section_twice is 'Stretches of road or canal that are drawn twice; they are counted with the other section. Kept by trigger.';
comment on column section_twice.section_id is 'The section that does not count there.';
comment on column section_twice.other_id is 'The section that counts: it lasts longer, or as long and was drawn first.';
comment on column section_twice.span is 'Metres along the one that lie on the other.';

create or replace function refresh_section_twice(changed bigint[]) returns void
    language plpgsql set plan_cache_mode = force_custom_plan
as $$
begin
    delete from section_twice using unnest(changed) one (id) where section_twice.section_id = one.id;
    insert into section_twice (section_id, other_id, span)
    with near as materialized (
        select section.id, section.geom, section.chain, counted.id as other_id, counted.geom as other
        from unnest(changed) one (id)
        cross join lateral (select * from network_section own where own.id = one.id and own.kind || '' in ('road', 'canal') offset 0) section
        cross join lateral (
            select other.id, other.geom from network_section other
            where ST_DWithin(other.geom, section.geom, 0.00002) and other.id <> section.id and other.kind || '' = section.kind
              and (coalesce(upper(other.valid), 'infinity'), -other.id) > (coalesce(upper(section.valid), 'infinity'), -section.id)
              and not isempty(other.valid * section.valid) offset 0) counted
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

create or replace function section_changed() returns trigger
    language plpgsql
as $$
declare
    changed bigint[] := array(
        select id from changed_row
        union
        select ended.id from changed_row cross join lateral (
            select near.id from network_section near
            where not upper_inf(near.valid) and ST_DWithin(near.geom, changed_row.geom, 0.00002) and near.kind || '' = changed_row.kind offset 0) ended);
begin
    perform refresh_section_twice(changed);
    perform refresh_section_parts(changed);
    perform refresh_section_junctions(array(select id from changed_row));
    return null;
end
$$;
comment on function section_changed is 'Keeps what is drawn twice, parts and junctions of new sections, and what no longer counts beside them.';

-- Whatever lies near may count now, or no longer.
create or replace function section_moved() returns trigger
    language plpgsql
as $$
declare
    changed bigint[] := array(
        select id from changed_row where exists (select from network_section section where section.id = changed_row.id)
        union
        select near.id from changed_row
        join network_section near on ST_DWithin(near.geom, changed_row.geom, 0.00002) and near.id <> changed_row.id and near.kind = changed_row.kind);
begin
    perform refresh_section_twice(changed);
    perform refresh_section_parts(changed);
    perform refresh_section_junctions(changed);
    return null;
end
$$;
