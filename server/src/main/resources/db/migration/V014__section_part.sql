-- Each metre once: the parts of a section by commune. They follow from lines and boundaries and are kept by trigger.
-- Statements are planned when they are run, with what the tables then hold: a load may have begun with empty ones.

create table section_part (
    section_id bigint not null references network_section on delete cascade,
    unit_id    int not null references unit on delete cascade,
    span       nummultirange not null check (not isempty(span)),
    length_m   double precision not null check (length_m > 0),
    primary key (section_id, unit_id)
);
create table section_twice (
    section_id bigint not null references network_section on delete cascade,
    other_id   bigint not null references network_section on delete cascade,
    span       nummultirange not null check (not isempty(span)),
    primary key (section_id, other_id)
);
create index section_twice_other on section_twice (other_id);
comment on table section_twice is 'Stretches of road or canal that were drawn before; they are counted with the section drawn first. Kept by trigger.';
comment on column section_twice.section_id is 'The section drawn later.';
comment on column section_twice.other_id is 'The section drawn first.';
comment on column section_twice.span is 'Metres along the later one that lie on the first.';

create index boundary_full on boundary using gist (geom) where resolution = 'full';
create index section_part_unit on section_part (unit_id);
comment on table section_part is 'What of a section lies in which commune or urban unit; kept by trigger.';
comment on column section_part.section_id is 'The section.';
comment on column section_part.unit_id is 'The unit.';
comment on column section_part.span is 'Metres along the section, from its first vertex.';
comment on column section_part.length_m is 'Length of the part, metres.';

create function metres(nummultirange) returns double precision
    language sql immutable parallel safe
    return (select coalesce(sum(upper(stretch) - lower(stretch)), 0)::double precision from unnest($1) stretch);
comment on function metres is 'Length of stretches given in metres along a section.';

-- Overlay knows heights but no measures, so the metres ride along as heights.
create function span_within(chain geometry, area geometry) returns nummultirange
    language sql immutable parallel safe strict
    return (
        select range_agg(numrange(round(least(ends.a, ends.b)::numeric, 3), round(greatest(ends.a, ends.b)::numeric, 3)))
        from (select ST_MakeLine(ST_SetSRID(ST_MakePoint(ST_X(vertex.geom), ST_Y(vertex.geom), ST_M(vertex.geom)), 4326) order by vertex.path[1]) as line
              from ST_DumpPoints(chain) vertex) raised
        cross join ST_Dump(ST_CollectionExtract(ST_Intersection(raised.line, area), 2)) piece
        cross join lateral (select ST_Z(ST_StartPoint(piece.geom)) as a, ST_Z(ST_EndPoint(piece.geom)) as b) ends
        where round(ends.a::numeric, 3) <> round(ends.b::numeric, 3));
comment on function span_within is 'The metres along a line with measures that lie within an area.';

-- A line that runs along a boundary lies in both units: the one registered first has it. Days are compared so that no index over the days of
-- units is tempting: units are few and found by their key.
create function refresh_section_parts(changed bigint[]) returns void
    language plpgsql set plan_cache_mode = force_custom_plan
as $$
begin
    delete from section_part using unnest(changed) one (id) where section_part.section_id = one.id;
    insert into section_part (section_id, unit_id, span, length_m)
    with found as materialized (
        select section.id as section_id, unit.id as unit_id, unit.valid,
               case when ST_CoveredBy(section.geom, boundary.geom) then nummultirange(numrange(0, round(section.length_m::numeric, 3)))
                    else span_within(section.chain, boundary.geom) end as span
        from unnest(changed) one (id)
        join network_section section on section.id = one.id
        join boundary on boundary.resolution = 'full' and boundary.geom && section.geom and ST_Intersects(boundary.geom, section.geom)
        join unit on unit.id = boundary.unit_id and unit.level in ('commune', 'urban')
            and not isempty(unit.valid * section.valid)
    ), once as (
        select found.section_id, found.unit_id,
               found.span - coalesce(range_agg(found.span) over (partition by found.section_id, upper(found.valid) order by found.unit_id
                                                                 rows between unbounded preceding and 1 preceding), '{}') as span
        from found where found.span is not null
    )
    select counted.section_id, counted.unit_id, counted.span, metres(counted.span)
    from (select once.section_id, once.unit_id,
                 once.span - coalesce((select range_agg(twice.span) from section_twice twice where twice.section_id = once.section_id), '{}') as span
          from once) counted
    where not isempty(counted.span);
end
$$;
comment on function refresh_section_parts is 'Cuts sections at the boundaries anew.';

create function section_changed() returns trigger
    language plpgsql
as $$
begin
    perform refresh_section_parts(array(select id from changed_row));
    return null;
end
$$;
comment on function section_changed is 'Keeps parts of sections.';
create trigger network_section_inserted after insert on network_section
    referencing new table as changed_row for each statement execute function section_changed();
create trigger network_section_updated after update on network_section
    referencing new table as changed_row for each statement execute function section_changed();

create function boundary_changed() returns trigger
    language plpgsql
as $$
begin
    perform refresh_section_parts(array(
        select distinct section.id from network_section section
        join changed_row on changed_row.resolution = 'full' and section.geom && changed_row.geom
        join unit on unit.id = changed_row.unit_id and unit.level in ('commune', 'urban')));
    return null;
end
$$;
comment on function boundary_changed is 'Keeps parts of sections when a boundary changes.';
create trigger boundary_inserted after insert on boundary
    referencing new table as changed_row for each statement execute function boundary_changed();
create trigger boundary_moved_from after update on boundary
    referencing old table as changed_row for each statement execute function boundary_changed();
create trigger boundary_moved_to after update on boundary
    referencing new table as changed_row for each statement execute function boundary_changed();
create trigger boundary_deleted after delete on boundary
    referencing old table as changed_row for each statement execute function boundary_changed();
