-- What a section is like on a day, metre by metre, and how far a work has come: what maps and lists of sections show.

-- As in the sums, a metre once hardened stays so: the best surface counts, and the latest of equal ones. A section without accepted works has none.
create function measure.stretch(section_id bigint, as_of date, series text)
    returns table (surface text, span nummultirange)
    language sql stable
begin atomic
    with layer as (
        select work.surface, surface.paved, surface.hardened, measure.counted_on(stretch.series, work.accepted_on, work.due_on) as day, work.id,
               coalesce(work.stretch, numrange(0, null)) as span
        from work
        join work_kind on work_kind.code = work.kind and work_kind.improves
        join network_surface surface on surface.kind = work.section_kind and surface.code = work.surface
        where work.section_id = stretch.section_id and measure.counted_on(stretch.series, work.accepted_on, work.due_on) <= stretch.as_of
    ), all_layers as (
        select * from layer
        union all
        select section.surface, surface.paved, surface.hardened, '-infinity', 0, numrange(0, null)
        from network_section section
        join network_surface surface on surface.kind = section.kind and surface.code = section.surface
        where section.id = stretch.section_id and exists (select from layer)
    ), seen as (
        select one.surface, nummultirange(one.span) - coalesce(range_agg(one.span) over (
                   order by one.paved desc, one.hardened desc, one.day desc, one.id desc rows between unbounded preceding and 1 preceding), '{}') as span
        from all_layers one
    )
    select seen.surface, range_agg(seen.span) from seen where not isempty(seen.span) group by seen.surface;
end;
comment on function measure.stretch is 'Which stretches of a section have which surface on a day, in metres from its first vertex; the last is open at its end. None without accepted works.';

create function measure.work_state(work work, as_of date, series text) returns text
    language sql immutable parallel safe
    return case when measure.counted_on(series, work.accepted_on, work.due_on) <= as_of then 'accepted'
                when series = 'planned' then case when work.starts_on <= as_of then 'under_way' else 'planned' end
                when work.done_on <= as_of then 'done'
                when work.started_on <= as_of then 'under_way'
                else 'planned' end;
comment on function measure.work_state is 'How far a work has come on a day; in the planned series by the days it is planned for.';

-- Nobody writes down when a work was first planned. It stands in the plan of the year in which it is to begin, which is there when that year begins.
create function measure.work_since(work work) returns date
    language sql immutable parallel safe
    return coalesce(date_trunc('year', least(work.starts_on, work.due_on, work.started_on))::date - 1, '-infinity');
comment on function measure.work_since is 'The day from which a work is known: the eve of the year in which it began or is to begin; always without any day.';

create function measure.work_funding(work work, as_of date) returns table (label_vi text, label_en text)
    language sql stable
begin atomic
    select source.label_vi, source.label_en from funding_source source
    where source.id = work.funding order by abs(source.plan_year - date_part('year', as_of)), source.plan_year limit 1;
end;
comment on function measure.work_funding is 'What the plan of the year, or the nearest there is, calls the source of money of a work; nothing where it names none.';
