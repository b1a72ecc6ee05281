-- What follows from sections and boundaries is found for whole files as well as for one section: however many sections there are, each costs the same.
-- Every step says in which order tables are asked (lateral, offset 0), for while a file is loaded nothing is known of what the tables hold.

create or replace function refresh_section_twice(changed bigint[]) returns void
    language plpgsql set plan_cache_mode = force_custom_plan
as $$
begin
    delete from section_twice using unnest(changed) one (id) where section_twice.section_id = one.id;
    insert into section_twice (section_id, other_id, span)
    with near as materialized (
        select section.id, section.geom, section.chain, earlier.id as other_id, earlier.geom as other
        from unnest(changed) one (id)
        cross join lateral (select * from network_section own where own.id = one.id and own.kind || '' in ('road', 'canal') offset 0) section
        cross join lateral (
            select other.id, other.geom from network_section other
            where ST_DWithin(other.geom, section.geom, 0.00002) and other.id < section.id and other.kind || '' = section.kind
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

-- Pairs are looked at boundary by boundary, and the boundary is the first thing asked, so that it is made ready for comparing once.
create or replace function refresh_section_parts(changed bigint[]) returns void
    language plpgsql set plan_cache_mode = force_custom_plan
as $$
begin
    delete from section_part using unnest(changed) one (id) where section_part.section_id = one.id;
    insert into section_part (section_id, unit_id, span, length_m)
    with pair as materialized (
        select section.id as section_id, section.geom, section.chain, section.length_m, unit.id as unit_id, unit.valid, boundary.geom as area
        from unnest(changed) one (id)
        cross join lateral (select * from network_section own where own.id = one.id offset 0) section
        cross join lateral (select unit_id, geom from boundary near where near.resolution = 'full' and near.geom && section.geom offset 0) boundary
        join unit on unit.id = boundary.unit_id and unit.level in ('commune', 'urban') and not isempty(unit.valid * section.valid)
        order by unit.id
    ), found as materialized (
        select pair.section_id, pair.unit_id, pair.valid,
               case when ST_Covers(pair.area, pair.geom) then nummultirange(numrange(0, round(pair.length_m::numeric, 3)))
                    when ST_Intersects(pair.area, pair.geom) then span_within(pair.chain, pair.area) end as span
        from pair
    ), once as (
        select found.section_id, found.unit_id,
               found.span - coalesce(range_agg(found.span) over (partition by found.section_id, upper(found.valid) order by found.unit_id
                                                                 rows between unbounded preceding and 1 preceding), '{}') as span
        from found where found.span is not null
    )
    select counted.section_id, counted.unit_id, counted.span, metres(counted.span)
    from (select once.section_id, once.unit_id,
                 once.span - coalesce((select range_agg(twice.span) from section_twice twice where twice.section_id = once.section_id), '{}') as span
          from once offset 0) counted
    where not isempty(counted.span);
end
$$;

-- Half a metre in degrees: ends nearer than that are joined, whatever the survey.
create or replace function refresh_section_junctions(changed bigint[]) returns void
    language plpgsql set plan_cache_mode = force_custom_plan
as $$
begin
    delete from section_junction using unnest(changed) one (id) where section_junction.section_id = one.id;
    delete from section_junction using unnest(changed) one (id) where section_junction.touching_id = one.id;
    insert into section_junction (section_id, at_m, place)
    select section.id, finish.at_m, finish.place
    from unnest(changed) one (id)
    cross join lateral (select * from network_section own where own.id = one.id and own.kind || '' = 'road' offset 0) section
    cross join lateral (values (0::numeric, ST_StartPoint(section.geom)), (round(section.length_m::numeric, 3), ST_EndPoint(section.geom)))
        as finish (at_m, place);
    insert into section_junction (section_id, at_m, place, touching_id)
    with line as materialized (
        select section.id, section.geom
        from unnest(changed) one (id)
        cross join lateral (select id, geom from network_section own where own.id = one.id and own.kind || '' = 'road' offset 0) section
    ), met as (
        select line.id as touching_id, finish.place, node_key(finish.place) as node, near.id
        from line
        cross join lateral (values (ST_StartPoint(line.geom)), (ST_EndPoint(line.geom))) as finish (place)
        cross join lateral (
            select touched.id from network_section touched where ST_DWithin(touched.geom, finish.place, 0.000005) offset 0) near
        union
        select near.section_id, near.place, near.node, line.id
        from line cross join lateral (
            select junction.section_id, junction.place, junction.node from section_junction junction
            where ST_DWithin(junction.place, line.geom, 0.000005) and junction.touching_id is null offset 0) near
    )
    select touched.id, round(ST_InterpolatePoint(touched.chain, met.place)::numeric, 3), met.place, met.touching_id
    from met
    cross join lateral (
        select own.id, own.geom, own.chain from network_section own
        where own.id = met.id and own.kind || '' = 'road' and own.id <> met.touching_id offset 0) touched
    where node_key(ST_StartPoint(touched.geom)) <> met.node and node_key(ST_EndPoint(touched.geom)) <> met.node;
end
$$;
