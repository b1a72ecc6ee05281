-- Where road sections meet; follows from their lines and is kept by trigger.

create function node_key(place geometry) returns bigint
    language sql immutable parallel safe strict
    return (round((ST_X(place) + 180) * 10000000)::bigint << 32) | round((ST_Y(place) + 90) * 10000000)::bigint;
comment on function node_key is 'The same number for points that are the same to seven decimals.';

create table section_junction (
    section_id  bigint not null references network_section on delete cascade,
    at_m        numeric not null check (at_m >= 0),
    place       geometry(Point, 4326) not null,
    node        bigint not null generated always as (node_key(place)) stored,
    touching_id bigint references network_section on delete cascade
);
create index section_junction_section on section_junction (section_id);
create index section_junction_touching on section_junction (touching_id) where touching_id is not null;
create index section_junction_place on section_junction using gist (place);
comment on table section_junction is 'Where roads begin, end and meet; kept by trigger.';
comment on column section_junction.section_id is 'The road section.';
comment on column section_junction.at_m is 'Metres from its first vertex.';
comment on column section_junction.place is 'The end, or the end of the other section that touches it there.';
comment on column section_junction.node is 'Number of that place: ends at the same place have the same number.';
comment on column section_junction.touching_id is 'The section whose end touches here; none for the ends of the section itself.';

-- Half a metre in degrees: ends nearer than that are joined, whatever the survey.
create function refresh_section_junctions(changed bigint[]) returns void
    language plpgsql set plan_cache_mode = force_custom_plan
as $$
begin
    delete from section_junction using unnest(changed) one (id) where section_junction.section_id = one.id;
    delete from section_junction using unnest(changed) one (id) where section_junction.touching_id = one.id;
    insert into section_junction (section_id, at_m, place)
    select section.id, finish.at_m, finish.place
    from unnest(changed) one (id)
    join network_section section on section.id = one.id and section.kind = 'road'
    cross join lateral (values (0::numeric, ST_StartPoint(section.geom)), (round(section.length_m::numeric, 3), ST_EndPoint(section.geom)))
        as finish (at_m, place);
    insert into section_junction (section_id, at_m, place, touching_id)
    with finish as materialized (
        select junction.section_id, junction.place, junction.node
        from unnest(changed) one (id)
        join section_junction junction on junction.section_id = one.id and junction.touching_id is null
    ), line as materialized (
        select section.id, section.geom
        from unnest(changed) one (id)
        join network_section section on section.id = one.id and section.kind = 'road'
    ), met as (
        select finish.section_id as touching_id, finish.place, finish.node, near.id
        from finish cross join lateral (
            select touched.id from network_section touched where ST_DWithin(touched.geom, finish.place, 0.000005) offset 0) near
        union
        select near.section_id, near.place, near.node, line.id
        from line cross join lateral (
            select junction.section_id, junction.place, junction.node from section_junction junction
            where ST_DWithin(junction.place, line.geom, 0.000005) and junction.touching_id is null offset 0) near
    )
    select touched.id, round(ST_InterpolatePoint(touched.chain, met.place)::numeric, 3), met.place, met.touching_id
    from met join network_section touched on touched.id = met.id and touched.kind = 'road'
    where met.touching_id <> touched.id
      and node_key(ST_StartPoint(touched.geom)) <> met.node and node_key(ST_EndPoint(touched.geom)) <> met.node;
end
$$;
comment on function refresh_section_junctions is 'Finds anew where roads meet.';

create or replace function section_changed() returns trigger
    language plpgsql
as $$
declare
    changed bigint[] := array(select id from changed_row);
begin
    perform refresh_section_parts(changed);
    perform refresh_section_junctions(changed);
    return null;
end
$$;
comment on function section_changed is 'Keeps parts and junctions of sections.';
