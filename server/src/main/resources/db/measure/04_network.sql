-- Roads, canals and power lines measured by commune. Works count from the day they were accepted, in the planned series from the day they are due.

create function measure.counted_on(series text, accepted_on date, due_on date) returns date
    language sql immutable parallel safe
    return case series when 'planned' then due_on else accepted_on end;
comment on function measure.counted_on is 'The day from which a work counts.';

-- Stretches with a better surface than at first, by a day.
create function measure.improved(as_of date, series text)
    returns table (section_id bigint, hardened nummultirange, paved nummultirange)
    language sql stable
begin atomic
    select work.section_id,
           range_agg(coalesce(work.stretch, numrange(0, null))) filter (where surface.hardened),
           range_agg(coalesce(work.stretch, numrange(0, null))) filter (where surface.paved)
    from work
    join work_kind on work_kind.code = work.kind and work_kind.improves
    join network_surface surface on surface.kind = work.section_kind and surface.code = work.surface
    where measure.counted_on(improved.series, work.accepted_on, work.due_on) <= as_of
    group by work.section_id;
end;
comment on function measure.improved is 'Where accepted works have hardened or paved a section, metres along it; however often, it counts once.';

-- The length of every class in every commune of the programme on a day: in all, hardened, paved, and newly hardened since the year began.
create function measure.network_length(as_of date, series text, kind text)
    returns table (unit_id int, class text, total_m double precision, hardened_m double precision, paved_m double precision, year_m double precision)
    language sql stable
begin atomic
    with now as materialized (
        select * from measure.improved(as_of, series)
    ), before as materialized (
        select * from measure.improved((date_trunc('year', as_of) - interval '1 day')::date, series)
    )
    select part.unit_id, section.class, sum(part.length_m),
           sum(case when surface.hardened then part.length_m when now.hardened is null then 0 else metres(part.span * now.hardened) end),
           sum(case when surface.paved then part.length_m when now.paved is null then 0 else metres(part.span * now.paved) end),
           sum(case when surface.hardened or now.hardened is null then 0
                    when before.hardened is null then metres(part.span * now.hardened)
                    else metres(part.span * (now.hardened - before.hardened)) end)
    from network_section section
    join section_part part on part.section_id = section.id
    join measure.commune(as_of) commune on commune.unit_id = part.unit_id
    left join network_surface surface on surface.kind = section.kind and surface.code = section.surface
    left join now on now.section_id = section.id
    left join before on before.section_id = section.id
    where section.kind = network_length.kind and section.valid @> as_of
    group by part.unit_id, section.class;
end;
comment on function measure.network_length is 'Metres by commune and class: all, hardened or lined, paved, and newly hardened or lined within the year of the day.';

create function measure.network_is_known(kind text) returns boolean
    language sql stable
    return exists (select from network_section section where section.kind = network_is_known.kind);
comment on function measure.network_is_known is 'False while nothing of a kind is registered, so that nobody is said to have none. Behind "offset 0" it is asked once, not for every row.';

-- Newly hardened or lined in the year, km.
create function measure.hardened_in_year(as_of date, series text, kind text)
    returns table (unit_id int, value numeric, numerator numeric, denominator numeric, missing int, status text)
    language sql stable
begin atomic
    select commune.unit_id, case when known.yes then coalesce(length.km, 0) end, coalesce(length.km, 0), known.yes::int::numeric,
           (not known.yes)::int, null::text
    from measure.commune(as_of) commune
    cross join (select measure.network_is_known(kind) as yes offset 0) known
    left join (select measured.unit_id, (sum(measured.year_m) / 1000)::numeric as km
               from measure.network_length(as_of, series, kind) measured
               join network_class class on class.kind = hardened_in_year.kind and class.code = measured.class
               where class.rural or class.kind <> 'road'
               group by measured.unit_id) length on length.unit_id = commune.unit_id;
end;
comment on function measure.hardened_in_year is 'Rural road hardened, or canal lined, since the first day of the year, km; a flow.';

create function measure.hardened_share(as_of date, series text, kind text)
    returns table (unit_id int, value numeric, numerator numeric, denominator numeric, missing int, status text)
    language sql stable
begin atomic
    select commune.unit_id, length.hardened / nullif(length.total, 0), coalesce(length.hardened, 0) / 1000, coalesce(length.total, 0) / 1000,
           (coalesce(length.total, 0) = 0)::int, null::text
    from measure.commune(as_of) commune
    -- Parts are whole millimetres; what is beyond them is the order in which they were added.
    left join (select measured.unit_id, round(sum(measured.hardened_m)::numeric, 3) as hardened, round(sum(measured.total_m)::numeric, 3) as total
               from measure.network_length(as_of, series, kind) measured
               join network_class class on class.kind = hardened_share.kind and class.code = measured.class
               where class.rural or class.kind <> 'road'
               group by measured.unit_id) length on length.unit_id = commune.unit_id;
end;
comment on function measure.hardened_share is 'Share of rural road that is hardened, or of canals that are lined; numerator and denominator in km.';

-- Length of one class, km.
create function measure.class_length(as_of date, series text, class text)
    returns table (unit_id int, value numeric, numerator numeric, denominator numeric, missing int, status text)
    language sql stable
begin atomic
    with named as (
        select network_class.kind, network_class.code from network_class
        where network_class.code = class_length.class or network_class.kind = class_length.class
    )
    select commune.unit_id, case when known.yes then coalesce(length.km, 0) end, coalesce(length.km, 0), known.yes::int::numeric,
           (not known.yes)::int, null::text
    from measure.commune(as_of) commune
    cross join (select coalesce(bool_or(measure.network_is_known(named.kind)), false) as yes from named) known
    left join (select part.unit_id, (sum(part.length_m) / 1000)::numeric as km
               from network_section section
               join named on named.kind = section.kind and named.code = section.class
               join section_part part on part.section_id = section.id
               where section.valid @> as_of
               group by part.unit_id) length on length.unit_id = commune.unit_id;
end;
comment on function measure.class_length is 'Length of the sections of a class, or of all classes of a kind, km.';

-- Command areas that overlap count once.
create function measure.command_area_by_commune(as_of date)
    returns table (unit_id int, active_ha numeric, total_ha numeric)
    language sql stable
begin atomic
    select part.unit_id,
           coalesce(ST_Area(ST_Union(part.geom) filter (where area.active)::geography), 0)::numeric / 10000,
           ST_Area(ST_Union(part.geom)::geography)::numeric / 10000
    from command_area area
    join command_area_part part on part.command_area_id = area.id
    where area.valid @> as_of
    group by part.unit_id;
end;
comment on function measure.command_area_by_commune is 'Area served by irrigation works, ha: actively, and in all.';

create function measure.irrigated_area(as_of date, series text)
    returns table (unit_id int, value numeric, numerator numeric, denominator numeric, missing int, status text)
    language sql stable
begin atomic
    select commune.unit_id, case when known.yes then coalesce(served.active_ha, 0) end, coalesce(served.active_ha, 0), known.yes::int::numeric,
           (not known.yes)::int, null::text
    from measure.commune(as_of) commune
    cross join (select exists (select from command_area) as yes) known
    left join measure.command_area_by_commune(as_of) served on served.unit_id = commune.unit_id;
end;
comment on function measure.irrigated_area is 'Area actively irrigated and drained, ha.';

-- The same flow month by month, for the sections that works are on; cumulative, so that what is accepted twice counts once.
create function measure.hardened_by_month(as_of date, series text, kind text)
    returns table (unit_id int, class text, month date, metres double precision)
    language sql stable
begin atomic
    with ending as materialized (
        select (first + interval '1 month - 1 day')::date as day
        from generate_series(date_trunc('year', as_of), date_trunc('year', as_of) + interval '11 months', '1 month') first
    ), counted as materialized (
        select work.section_id, measure.counted_on(hardened_by_month.series, work.accepted_on, work.due_on) as day,
               coalesce(work.stretch, numrange(0, null)) as stretch
        from work
        join work_kind on work_kind.code = work.kind and work_kind.improves
        join network_surface surface on surface.kind = work.section_kind and surface.code = work.surface and surface.hardened
        where work.section_kind = hardened_by_month.kind
    ), before as materialized (
        select counted.section_id, range_agg(counted.stretch) as hardened
        from counted where counted.day < date_trunc('year', as_of) group by counted.section_id
    ), now as materialized (
        select ending.day, counted.section_id, range_agg(counted.stretch) as hardened
        from ending join counted on counted.day <= ending.day
        where ending.day <= as_of or hardened_by_month.series = 'planned'
        group by ending.day, counted.section_id
    )
    select part.unit_id, section.class, now.day, sum(metres(part.span * (now.hardened - coalesce(before.hardened, '{}'))))
    from now
    join network_section section on section.id = now.section_id and section.valid @> as_of
    join network_class class on class.kind = section.kind and class.code = section.class and (class.rural or class.kind <> 'road')
    join network_surface surface on surface.kind = section.kind and surface.code = section.surface and not surface.hardened
    join section_part part on part.section_id = section.id
    join measure.commune(as_of) commune on commune.unit_id = part.unit_id
    left join before on before.section_id = now.section_id
    group by part.unit_id, section.class, now.day;
end;
comment on function measure.hardened_by_month is 'Metres newly hardened or lined from the first day of the year to the end of each month, by commune and class.';

-- A work as it stood on a day.
create function measure.work_on(as_of date)
    returns table (id bigint, state text, late_days int)
    language sql stable
begin atomic
    select work.id, stood.state, case when work.due_on < as_of and stood.state <> 'accepted' then as_of - work.due_on end
    from work
    cross join lateral (select case when work.accepted_on <= as_of then 'accepted' when work.done_on <= as_of then 'done'
                                    when work.started_on <= as_of then 'under_way' else 'planned' end as state) stood;
end;
comment on function measure.work_on is 'State of every work on a day, and how many days it is late.';
