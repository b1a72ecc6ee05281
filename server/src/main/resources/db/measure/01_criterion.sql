-- Common shape of every measure at commune level:
-- (unit_id, value, numerator, denominator, missing, status); above it, areas add numerators and denominators.

-- The communes of the programme on a day, with the areas they are counted in.
create function measure.commune(as_of date)
    returns table (unit_id int, district_id int, province_id int)
    language sql stable
begin atomic
    select unit.id,
           case when parent.level = 'district' then parent.id end,
           case when parent.level = 'district' then parent.parent_id else parent.id end
    from unit
    join unit parent on parent.id = unit.parent_id
    where unit.level = 'commune' and unit.valid @> as_of;
end;
comment on function measure.commune is 'Communes on a day with district and province.';

-- Bounds are compared one by one so that the index by day serves and not that of the exclusion constraint; the counting comes before the join
-- with communes, whose size the planner knows.
create function measure.tally(as_of date, series text)
    returns table (unit_id int, cells int, assessed int, met int)
    language sql stable
begin atomic
    with asked as (
        select criteria_set.id, count(*)::int as cells
        from criteria_set
        join criterion on criterion.set_id = criteria_set.id
        where criteria_set.level = 'commune_ntm' and criteria_set.assessed @> as_of
        group by criteria_set.id
    ), held as materialized (
        select assessment.unit_id,
               count(*) filter (where assessment.status <> 'not_assessed')::int as assessed,
               count(*) filter (where assessment.status = 'met')::int as met
        from assessment
        where assessment.series = tally.series
          and lower(assessment.valid) <= as_of and (upper_inf(assessment.valid) or upper(assessment.valid) > as_of)
          and assessment.set_id in (select asked.id from asked)
        group by assessment.unit_id
    )
    select commune.unit_id, expected.cells, coalesce(held.assessed, 0), coalesce(held.met, 0)
    from measure.commune(as_of) commune
    cross join (select sum(asked.cells)::int as cells from asked having count(*) > 0) expected
    left join held on held.unit_id = commune.unit_id;
end;
comment on function measure.tally is 'How many criteria each commune has by the criteria set the day takes, how many were assessed and how many are met.';

create function measure.criterion(as_of date, series text, criterion int)
    returns table (unit_id int, value numeric, numerator numeric, denominator numeric, missing int, status text)
    language sql stable
begin atomic
    with held as materialized (
        select assessment.unit_id, assessment.status
        from assessment
        join criteria_set on criteria_set.id = assessment.set_id
        where assessment.series = criterion.series and assessment.number = criterion.criterion
          and lower(assessment.valid) <= as_of and (upper_inf(assessment.valid) or upper(assessment.valid) > as_of)
          and criteria_set.level = 'commune_ntm' and criteria_set.assessed @> as_of
    )
    select commune.unit_id,
           case when held.status is null or held.status = 'not_assessed' then null when held.status = 'met' then 1 else 0 end,
           case when held.status = 'met' then 1 else 0 end,
           case when held.status is null or held.status = 'not_assessed' then 0 else 1 end,
           case when held.status is null or held.status = 'not_assessed' then 1 else 0 end,
           coalesce(held.status, 'not_assessed')
    from measure.commune(as_of) commune
    left join held on held.unit_id = commune.unit_id;
end;
comment on function measure.criterion is 'One criterion: 1 met, 0 not met, null not assessed.';

create function measure.criteria_met(as_of date, series text)
    returns table (unit_id int, value numeric, numerator numeric, denominator numeric, missing int, status text)
    language sql stable
begin atomic
    select tally.unit_id,
           case when tally.assessed > 0 then tally.met end,
           tally.met,
           case when tally.assessed > 0 then 1 else 0 end,
           tally.cells - tally.assessed,
           case when tally.assessed = 0 then 'not_assessed' when tally.met = tally.cells then 'met' else 'not_met' end
    from measure.tally(as_of, series) tally;
end;
comment on function measure.criteria_met is 'How many criteria of its set a commune meets; missing counts its cells not assessed; status met if all are met.';

create function measure.criteria_met_share(as_of date, series text)
    returns table (unit_id int, value numeric, numerator numeric, denominator numeric, missing int, status text)
    language sql stable
begin atomic
    select tally.unit_id,
           tally.met::numeric / nullif(tally.assessed, 0),
           tally.met,
           tally.assessed,
           tally.cells - tally.assessed,
           null::text
    from measure.tally(as_of, series) tally;
end;
comment on function measure.criteria_met_share is 'Share of the assessed criteria of a commune that are met, 0 to 1.';

create function measure.distance_to_all(as_of date, series text)
    returns table (unit_id int, value numeric, numerator numeric, denominator numeric, missing int, status text)
    language sql stable
begin atomic
    select tally.unit_id,
           case when tally.assessed > 0 then tally.cells - tally.met end,
           case when tally.assessed > 0 then tally.cells - tally.met else 0 end,
           case when tally.assessed > 0 then 1 else 0 end,
           tally.cells - tally.assessed,
           null::text
    from measure.tally(as_of, series) tally;
end;
comment on function measure.distance_to_all is 'How many criteria a commune still lacks; a cell not assessed is lacking.';
