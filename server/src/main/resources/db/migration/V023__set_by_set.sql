-- What follows from sections and boundaries, found for whole files at once as fast as for one section: nothing below costs more a section the more
-- sections there are. A kind is compared as an expression, for an index over kinds finds half the register each time.

create or replace function refresh_section_twice(changed bigint[]) returns void
    language plpgsql set plan_cache_mode = force_custom_plan
as $$
begin
    delete from section_twice using unnest(changed) one (id) where section_twice.section_id = one.id;
    insert into section_twice (section_id, other_id, span)
    with near as materialized (
        select section.id, section.geom, section.chain, earlier.id as other_id, earlier.geom as other
        from unnest(changed) one (id)
        join network_section section on section.id = one.id and section.kind || '' in ('road', 'canal')
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

-- Pairs are looked at boundary by boundary, so that each boundary is made ready for comparing once.
create or replace function refresh_section_parts(changed bigint[]) returns void
    language plpgsql set plan_cache_mode = force_custom_plan
as $$
begin
    delete from section_part using unnest(changed) one (id) where section_part.section_id = one.id;
    insert into section_part (section_id, unit_id, span, length_m)
    with pair as materialized (
        select section.id as section_id, section.geom, section.chain, section.length_m, unit.id as unit_id, unit.valid, boundary.geom as area
        from unnest(changed) one (id)
        join network_section section on section.id = one.id
        join boundary on boundary.resolution = 'full' and boundary.geom && section.geom
        join unit on unit.id = boundary.unit_id and unit.level in ('commune', 'urban')
            and not isempty(unit.valid * section.valid)
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
