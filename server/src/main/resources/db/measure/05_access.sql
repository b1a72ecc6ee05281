-- Who is reached by road: the network as edges between the places where roads meet, and what hangs together.

create function measure.road_edge(as_of date, series text)
    returns table (section_id bigint, span numrange, source bigint, target bigint, length_m double precision,
                   motor boolean, trunk boolean, hardened boolean, paved boolean)
    language sql stable
begin atomic
    with improved as materialized (
        select * from measure.improved(as_of, series)
    ), leg as (
        select junction.section_id, junction.at_m as from_m, junction.node as source,
               lead(junction.at_m) over along as to_m, lead(junction.node) over along as target
        from section_junction junction
        window along as (partition by junction.section_id order by junction.at_m, junction.touching_id nulls first, junction.node)
    )
    select leg.section_id, numrange(leg.from_m, leg.to_m), leg.source, leg.target, (leg.to_m - leg.from_m)::double precision,
           class.motor, class.trunk,
           surface.hardened or leg.from_m = leg.to_m or coalesce(improved.hardened @> numrange(leg.from_m, leg.to_m), false),
           surface.paved or leg.from_m = leg.to_m or coalesce(improved.paved @> numrange(leg.from_m, leg.to_m), false)
    from leg
    join network_section section on section.id = leg.section_id and section.valid @> as_of
    join network_class class on class.kind = section.kind and class.code = section.class
    join network_surface surface on surface.kind = section.kind and surface.code = section.surface
    left join improved on improved.section_id = leg.section_id
    where leg.target is not null;
end;
comment on function measure.road_edge is 'Every stretch of road between two places where roads meet, and what it is like on a day.';

-- A place stands for the nearest junction of motor roads within about 500 m.
create function measure.nearest_node(place geometry, as_of date) returns table (node bigint)
    language sql stable
begin atomic
    select junction.node
    from section_junction junction
    join network_section section on section.id = junction.section_id and section.valid @> as_of
    join network_class class on class.kind = section.kind and class.code = section.class and class.motor
    where ST_DWithin(junction.place, nearest_node.place, 0.005)
      and ST_DWithin(junction.place::geography, nearest_node.place::geography, 500)
    order by junction.place <-> nearest_node.place, junction.node limit 1;
end;
comment on function measure.nearest_node is 'The junction of motor roads nearest to a place; none within 500 m is none.';

create function measure.centre_node(as_of date)
    returns table (unit_id int, node bigint)
    language sql stable
begin atomic
    select commune.unit_id, nearest.node
    from measure.commune(as_of) commune
    join unit on unit.id = commune.unit_id
    left join lateral measure.nearest_node(unit.centre, as_of) nearest on true;
end;
comment on function measure.centre_node is 'The junction nearest to the centre of each commune.';

-- Nodes joined by motor roads that are good enough all along have the same component; a node without such a road has none.
create function measure.component(as_of date, series text, quality text)
    returns table (node bigint, component bigint)
    language sql stable
begin atomic
    select found.node, found.component
    from pgr_connectedComponents(format(
        'select row_number() over () as id, source, target, 1.0::float8 as cost, 1.0::float8 as reverse_cost '
        'from measure.road_edge(%L, %L) where motor and case %L when ''paved'' then paved else hardened end', as_of, series, quality)) found;
end;
comment on function measure.component is 'What hangs together by motor roads that are hardened or paved.';

create function measure.commune_reached(as_of date, series text)
    returns table (unit_id int, value numeric, numerator numeric, denominator numeric, missing int, status text)
    language sql stable
begin atomic
    with part as materialized (
        select * from measure.component(as_of, series, 'paved')
    ), trunk as materialized (
        select distinct ending.node
        from measure.road_edge(as_of, series) edge cross join lateral (values (edge.source), (edge.target)) ending (node)
        where edge.trunk
    ), reached as materialized (
        select trunk.node from trunk
        union select part.node from part where part.component in (select other.component from part other join trunk on trunk.node = other.node)
    )
    select centre.unit_id, case when known.yes then holds.one end, holds.one, known.yes::int::numeric, (not known.yes)::int, null::text
    from measure.centre_node(as_of) centre
    cross join (select measure.network_is_known('road') as yes offset 0) known
    cross join lateral (select (centre.node is not null and centre.node in (select reached.node from reached))::int::numeric as one) holds;
end;
comment on function measure.commune_reached is 'Communes whose centre is joined to the trunk roads by asphalt or concrete all along.';

create function measure.village_reached(as_of date, series text)
    returns table (village_id int, unit_id int, node bigint, centre_node bigint, reached boolean)
    language sql stable
begin atomic
    with part as materialized (
        select * from measure.component(as_of, series, 'hardened')
    ), place as materialized (
        select village.id as village_id, village.unit_id, nearest.node, centre.node as centre_node
        from village
        join measure.centre_node(as_of) centre on centre.unit_id = village.unit_id
        left join lateral measure.nearest_node(village.centre, as_of) nearest on true
        where village.valid @> as_of
    )
    select place.village_id, place.unit_id, place.node, place.centre_node,
           coalesce(place.node = place.centre_node or own.component = centre.component, false)
    from place
    left join part own on own.node = place.node
    left join part centre on centre.node = place.centre_node;
end;
comment on function measure.village_reached is 'Villages and whether a hardened motor road leads all the way from the centre of the commune.';

create function measure.village_access(as_of date, series text)
    returns table (unit_id int, value numeric, numerator numeric, denominator numeric, missing int, status text)
    language sql stable
begin atomic
    select commune.unit_id, found.reached / nullif(found.villages, 0), coalesce(found.reached, 0), coalesce(found.villages, 0),
           (coalesce(found.villages, 0) = 0)::int, null::text
    from measure.commune(as_of) commune
    left join (select village.unit_id, count(*)::numeric as villages, count(*) filter (where village.reached)::numeric as reached
               from measure.village_reached(as_of, series) village where measure.network_is_known('road')
               group by village.unit_id) found on found.unit_id = commune.unit_id;
end;
comment on function measure.village_access is 'Share of the villages of a commune that are reached by hardened motor road.';

-- The way with the least road that is not good enough, among those the one shortest; a place that is cut off altogether has none.
-- Node 0 stands for every trunk road at once.
create function measure.best_way(as_of date, series text, quality text, source bigint, target bigint)
    returns table (step int, section_id bigint, span numrange, length_m double precision, good boolean)
    language sql stable
begin atomic
    select way.seq, edge.section_id, edge.span, edge.length_m, case quality when 'paved' then edge.paved else edge.hardened end
    from pgr_dijkstra(format(
        'select row_number() over (order by section_id, span) as id, source, target, '
        '       length_m * case when case %3$L when ''paved'' then paved else hardened end then 0.000001 else 1 end as cost '
        'from measure.road_edge(%1$L, %2$L) where motor '
        'union all select -row_number() over (), node, 0, 0 from (select source as node from measure.road_edge(%1$L, %2$L) where trunk and %4$L = ''0'' '
        '  union select target from measure.road_edge(%1$L, %2$L) where trunk and %4$L = ''0'') trunk',
        as_of, series, quality, target), source, target, false) way
    join (select row_number() over (order by road.section_id, road.span) as id, road.*
          from measure.road_edge(as_of, series) road where road.motor) edge on edge.id = way.edge;
end;
comment on function measure.best_way is 'The way between two nodes with the least unpaved or unhardened road, stretch by stretch.';
