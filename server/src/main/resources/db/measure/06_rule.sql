-- Criteria computed from the map by the rules that are loaded. The official assessment stays a person's decision.

-- The rules that a commune is judged by on a day: the one for its group before the one for all.
create function measure.rule_of(as_of date, series text)
    returns table (unit_id int, set_id text, rule_id text, group_code text)
    language sql stable
begin atomic
    with in_force as materialized (
        select rule.* from criterion_rule rule
        join criteria_set on criteria_set.id = rule.set_id and criteria_set.assessed @> as_of
    ), member as materialized (
        select named.group_code, found.unit_id
        from (select distinct in_force.group_code from in_force where in_force.group_code is not null) named
        cross join lateral measure.member(named.group_code, as_of, series) found
    )
    select distinct on (commune.unit_id, in_force.set_id, in_force.id) commune.unit_id, in_force.set_id, in_force.id, in_force.group_code
    from measure.commune(as_of) commune
    cross join in_force
    left join member on member.unit_id = commune.unit_id and member.group_code = in_force.group_code
    where in_force.group_code is null or member.unit_id is not null
    order by commune.unit_id, in_force.set_id, in_force.id, in_force.group_code nulls last;
end;
comment on function measure.rule_of is 'Which rules apply to which commune.';

-- Villages with a line or a substation near enough, for every distance and voltage that a rule names.
create function measure.powered_village(as_of date)
    returns table (village_id int, unit_id int, within_m numeric, max_kv numeric, powered boolean)
    language sql stable
begin atomic
    select village.id, village.unit_id, asked.within_m, asked.max_kv,
           exists (select from network_section line
                   where line.kind = 'power_line' and line.valid @> as_of and line.voltage_kv <= asked.max_kv
                     and line.geom && ST_Expand(village.centre, asked.within_m::float8 / 90000)
                     and ST_DWithin(line.geom::geography, village.centre::geography, asked.within_m::float8))
           or exists (select from substation
                      where substation.valid @> as_of and substation.geom && ST_Expand(village.centre, asked.within_m::float8 / 90000)
                        and ST_DWithin(substation.geom::geography, village.centre::geography, asked.within_m::float8))
    from (select distinct rule.within_m, rule.max_kv from criterion_rule rule where rule.quantity = 'powered_villages_share') asked
    cross join village
    where village.valid @> as_of;
end;
comment on function measure.powered_village is 'Whether a village is near a line or a substation; a degree is more than 90 km along either axis here.';

-- Nothing is measured that no rule of the criterion asks for.
create function measure.rule_asks(criterion int, quantity text) returns boolean
    language sql stable
    return exists (select from criterion_rule rule where rule.criterion = rule_asks.criterion and rule.quantity = rule_asks.quantity);
comment on function measure.rule_asks is 'Whether a rule of a criterion looks at a quantity.';

-- Every rule of a criterion in every commune it applies to: what was measured, out of how much, and whether it holds. Without anything to measure
-- nothing is said.
create function measure.rule_result(as_of date, series text, criterion int)
    returns table (unit_id int, criterion smallint, rule_id text, group_code text, ordinal int,
                   numerator numeric, denominator numeric, threshold numeric, holds boolean)
    language sql stable
begin atomic
    with road as materialized (
        select * from measure.network_length(as_of, series, 'road') where measure.rule_asks(rule_result.criterion, 'road_share')
    ), canal as materialized (
        select length.unit_id, sum(length.hardened_m)::numeric as lined, sum(length.total_m)::numeric as total
        from measure.network_length(as_of, series, 'canal') length where measure.rule_asks(rule_result.criterion, 'lined_share') group by length.unit_id
    ), area as materialized (
        select * from measure.command_area_by_commune(as_of) where measure.rule_asks(rule_result.criterion, 'irrigated_share')
    ), power as materialized (
        select village.unit_id, village.within_m, village.max_kv, count(*) filter (where village.powered)::numeric as powered,
               count(*)::numeric as villages
        from measure.powered_village(as_of) village where measure.rule_asks(rule_result.criterion, 'powered_villages_share') group by village.unit_id, village.within_m, village.max_kv
    ), measured as (
        select applies.unit_id, rule.criterion, rule.id, rule.group_code, rule.ordinal, rule.threshold,
               case rule.quantity
                   when 'road_share' then (case rule.quality when 'paved' then road.paved_m else road.hardened_m end)::numeric
                   when 'lined_share' then canal.lined when 'irrigated_share' then area.active_ha else power.powered end as numerator,
               case rule.quantity when 'road_share' then road.total_m::numeric when 'lined_share' then canal.total
                                  when 'irrigated_share' then area.total_ha else power.villages end as denominator
        from measure.rule_of(as_of, series) applies
        join criterion_rule rule on rule.set_id = applies.set_id and rule.id = applies.rule_id
                                and rule.group_code is not distinct from applies.group_code and rule.criterion = rule_result.criterion
        left join road on road.unit_id = applies.unit_id and road.class = rule.class and rule.quantity = 'road_share'
        left join canal on canal.unit_id = applies.unit_id and rule.quantity = 'lined_share'
        left join area on area.unit_id = applies.unit_id and rule.quantity = 'irrigated_share'
        left join power on power.unit_id = applies.unit_id and power.within_m = rule.within_m and power.max_kv = rule.max_kv
                       and rule.quantity = 'powered_villages_share'
    )
    select measured.unit_id, measured.criterion, measured.id, measured.group_code, measured.ordinal, measured.numerator, measured.denominator,
           measured.threshold,
           case when measured.denominator > 0 then round(measured.numerator, 3) >= measured.threshold * round(measured.denominator, 3) end
    from measured;
end;
comment on function measure.rule_result is 'Rules by commune: numerator and denominator in metres, ha or villages; compared to the millimetre, before any other rounding.';

create function measure.criterion_computed(as_of date, series text, criterion int)
    returns table (unit_id int, value numeric, numerator numeric, denominator numeric, missing int, status text)
    language sql stable
begin atomic
    select commune.unit_id,
           case when judged.holds is not null then judged.holds::int end, coalesce(judged.holds::int, 0),
           (judged.holds is not null)::int, (judged.holds is null)::int,
           case when judged.holds is null then 'not_assessed' when judged.holds then 'met' else 'not_met' end
    from measure.commune(as_of) commune
    left join (select result.unit_id, bool_and(result.holds) as holds
               from measure.rule_result(as_of, series, criterion) result
               group by result.unit_id) judged on judged.unit_id = commune.unit_id;
end;
comment on function measure.criterion_computed is 'What the map says of a criterion: met if all its rules hold that something can be said of.';

-- Where map and assessment say different things; communes that either says nothing of are not counted.
create function measure.contradiction(as_of date, series text, criterion int)
    returns table (unit_id int, value numeric, numerator numeric, denominator numeric, missing int, status text)
    language sql stable
begin atomic
    select computed.unit_id, case when said.both_known then said.differs end, case when said.both_known then said.differs else 0 end,
           said.both_known::int::numeric, (not said.both_known)::int, null::text
    from measure.criterion_computed(as_of, series, criterion) computed
    join measure.criterion(as_of, series, criterion) official on official.unit_id = computed.unit_id
    cross join lateral (select computed.value is not null and official.value is not null as both_known,
                               (computed.value is distinct from official.value)::int::numeric as differs) said;
end;
comment on function measure.contradiction is 'Communes where the map and the official assessment of a criterion differ.';
