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

-- Every cell of the matrix commune x criterion, by the criteria set whose assessments the day takes.
-- Bounds are compared one by one so that the index by day serves and not that of the exclusion constraint.
create function measure.cell(as_of date, series text)
    returns table (unit_id int, number smallint, status text)
    language sql stable
begin atomic
    with held as materialized (
        select assessment.unit_id, assessment.set_id, assessment.number, assessment.status
        from assessment
        where assessment.series = cell.series
          and lower(assessment.valid) <= as_of and (upper_inf(assessment.valid) or upper(assessment.valid) > as_of)
    )
    select commune.unit_id, criterion.number, coalesce(held.status, 'not_assessed')
    from measure.commune(as_of) commune
    cross join criteria_set
    join criterion on criterion.set_id = criteria_set.id
    left join held on held.unit_id = commune.unit_id and held.set_id = criterion.set_id and held.number = criterion.number
    where criteria_set.level = 'commune_ntm' and criteria_set.assessed @> as_of;
end;
comment on function measure.cell is 'Status of every criterion in every commune on a day; a cell without an assessment is not_assessed.';

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
    select counted.unit_id,
           case when counted.assessed > 0 then counted.met end,
           counted.met,
           case when counted.assessed > 0 then 1 else 0 end,
           counted.cells - counted.assessed,
           case when counted.assessed = 0 then 'not_assessed' when counted.met = counted.cells then 'met' else 'not_met' end
    from (
        select cell.unit_id,
               count(*)::int as cells,
               count(*) filter (where cell.status <> 'not_assessed')::int as assessed,
               count(*) filter (where cell.status = 'met')::int as met
        from measure.cell(as_of, series) cell
        group by cell.unit_id
    ) counted;
end;
comment on function measure.criteria_met is 'How many criteria of its set a commune meets; missing counts its cells not assessed; status met if all are met.';

create function measure.criteria_met_share(as_of date, series text)
    returns table (unit_id int, value numeric, numerator numeric, denominator numeric, missing int, status text)
    language sql stable
begin atomic
    select cell.unit_id,
           count(*) filter (where cell.status = 'met')::numeric / nullif(count(*) filter (where cell.status <> 'not_assessed'), 0),
           count(*) filter (where cell.status = 'met'),
           count(*) filter (where cell.status <> 'not_assessed'),
           count(*) filter (where cell.status = 'not_assessed')::int,
           null::text
    from measure.cell(as_of, series) cell
    group by cell.unit_id;
end;
comment on function measure.criteria_met_share is 'Share of the assessed criteria of a commune that are met, 0 to 1.';

create function measure.distance_to_all(as_of date, series text)
    returns table (unit_id int, value numeric, numerator numeric, denominator numeric, missing int, status text)
    language sql stable
begin atomic
    select cell.unit_id,
           case when count(*) filter (where cell.status <> 'not_assessed') > 0
                then count(*) filter (where cell.status <> 'met') end,
           case when count(*) filter (where cell.status <> 'not_assessed') > 0
                then count(*) filter (where cell.status <> 'met') else 0 end,
           case when count(*) filter (where cell.status <> 'not_assessed') > 0 then 1 else 0 end,
           count(*) filter (where cell.status = 'not_assessed')::int,
           null::text
    from measure.cell(as_of, series) cell
    group by cell.unit_id;
end;
comment on function measure.distance_to_all is 'How many criteria a commune still lacks; a cell not assessed is lacking.';
