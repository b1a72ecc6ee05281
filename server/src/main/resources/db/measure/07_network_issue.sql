-- What looks wrong in the drawing of the network, with a place for each.

-- Ends of roads that no other road meets.
create function measure.loose_end(as_of date)
    returns table (section_id bigint, place geometry, node bigint, other_node bigint)
    language sql stable
begin atomic
    with met as materialized (
        select junction.node from section_junction junction
        join network_section section on section.id = junction.section_id and section.valid @> as_of
        group by junction.node having count(*) = 1
    )
    select finish.section_id, finish.place, finish.node, opposite.node
    from section_junction finish
    join met on met.node = finish.node
    join network_section section on section.id = finish.section_id and section.valid @> as_of
    join section_junction opposite on opposite.section_id = finish.section_id and opposite.touching_id is null and opposite.at_m <> finish.at_m
    where finish.touching_id is null;
end;
comment on function measure.loose_end is 'Ends of roads that no other road meets, with the node of the other end.';

create function measure.network_issue(as_of date)
    returns table (code text, kind text, section text, other text, metres double precision, place geometry)
    language sql stable
begin atomic
    -- Drawn twice.
    select 'double_line', section.kind, section.code, other.code, metres(twice.span),
           ST_LocateAlong(section.chain, ((lower(twice.span) + upper(twice.span)) / 2)::float8)
    from section_twice twice
    join network_section section on section.id = twice.section_id and section.valid @> as_of
    join network_section other on other.id = twice.other_id and other.valid @> as_of
    union all
    -- Outside every commune and town.
    select 'outside', section.kind, section.code, null, section.length_m - coalesce(inside.metres, 0) - coalesce(twice.metres, 0),
           ST_LineInterpolatePoint(section.geom, 0.5)
    from network_section section
    left join (select part.section_id, sum(part.length_m) as metres from section_part part
               join unit on unit.id = part.unit_id and unit.valid @> as_of group by part.section_id) inside on inside.section_id = section.id
    left join (select found.section_id, metres(range_agg(found.span)) as metres from section_twice found group by found.section_id) twice
        on twice.section_id = section.id
    where section.valid @> as_of and section.length_m - coalesce(inside.metres, 0) - coalesce(twice.metres, 0) > 1
    union all
    -- An end that stops short of another road, by up to twenty metres.
    select 'gap', 'road', section.code, near.code, ST_Distance(finish.place::geography, near.geom::geography), finish.place
    from measure.loose_end(as_of) finish
    join network_section section on section.id = finish.section_id
    cross join lateral (
        select other.code, other.geom from network_section other
        where other.kind = 'road' and other.id <> finish.section_id and other.valid @> as_of
          and ST_DWithin(other.geom, finish.place, 0.0002) and ST_DWithin(other.geom::geography, finish.place::geography, 20)
          and not exists (select from section_junction met where met.section_id = other.id and met.node = finish.other_node)
        order by other.geom <-> finish.place limit 1) near
    union all
    -- A motor road that ends where nobody lives.
    select 'dangling', 'road', section.code, null, section.length_m, finish.place
    from measure.loose_end(as_of) finish
    join network_section section on section.id = finish.section_id
    join network_class class on class.kind = 'road' and class.code = section.class and class.motor and not class.trunk
    where not exists (select from village where ST_DWithin(village.centre, finish.place, 0.005))
      and not exists (select from unit where unit.centre is not null and unit.valid @> as_of and ST_DWithin(unit.centre, finish.place, 0.005))
    union all
    -- Command areas on top of each other.
    select 'overlap', 'command_area', area.code, other.code, sqrt(ST_Area(cut.geom::geography)), ST_PointOnSurface(cut.geom)
    from command_area area
    join command_area other on other.id < area.id and other.geom && area.geom and ST_Intersects(other.geom, area.geom) and other.valid @> as_of
    cross join lateral (select ST_CollectionExtract(ST_Intersection(area.geom, other.geom), 3) as geom) cut
    where area.valid @> as_of and ST_Area(cut.geom::geography) > 100;
end;
comment on function measure.network_issue is 'Double lines, gaps, overlaps, what lies outside and ends that lead nowhere; metres at stake, of an overlap the side of a square as large.';
