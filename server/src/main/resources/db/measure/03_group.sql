-- Groups of communes: flags as given, the others computed from the registers.

create function measure.member(group_code text, as_of date, series text)
    returns table (unit_id int)
    language sql stable
begin atomic
    select flag.unit_id from unit_flag flag
    where flag.group_code = member.group_code and flag.valid @> as_of
    union all
    select counted.unit_id
    from unit_group grouping_rule
    cross join measure.criteria_met(as_of, series) counted
    where grouping_rule.code = member.group_code and grouping_rule.rule = 'criteria_met'
      and counted.value between grouping_rule.met_low and grouping_rule.met_high
    union all
    select found.unit_id
    from unit_group grouping_rule
    cross join lateral measure.recognised(as_of, series, grouping_rule.recognition_level) found
    where grouping_rule.code = member.group_code and grouping_rule.rule = 'recognised' and found.value = 1
    union all
    select merged.unit_id
    from unit_group grouping_rule
    cross join (select lineage.successor_id as unit_id from unit_lineage lineage
                group by lineage.successor_id having count(*) > 1) merged
    join measure.commune(as_of) commune on commune.unit_id = merged.unit_id
    where grouping_rule.code = member.group_code and grouping_rule.rule = 'merged';
end;
comment on function measure.member is 'Communes in a group on a day.';

-- Each commune asked about, with the area it counts in at the level asked for.
create function measure.scope(level text, group_code text, as_of date, series text)
    returns table (unit_id int, area_id int)
    language sql stable
begin atomic
    select commune.unit_id,
           case level when 'commune' then commune.unit_id
                      when 'district' then commune.district_id
                      when 'province' then commune.province_id end
    from measure.commune(as_of) commune
    where group_code is null
       or commune.unit_id in (select member.unit_id from measure.member(group_code, as_of, series) member);
end;
comment on function measure.scope is 'Communes in a group (null: all) with the unit they are counted in.';

-- False while the register that a group is made from is empty, so that nobody is said to be outside it.
create function measure.group_is_known(group_code text, as_of date, series text) returns boolean
    language sql stable
return case (select rule from unit_group where code = group_code)
    when 'flag' then exists (select from unit_flag flag where flag.group_code = group_is_known.group_code)
    when 'criteria_met' then exists (select from assessment where assessment.series = group_is_known.series)
    when 'recognised' then measure.recognition_is_known(as_of)
    else true end;
comment on function measure.group_is_known is 'Whether anything is known of who is in a group.';

create function measure.in_group(as_of date, series text, group_code text)
    returns table (unit_id int, value numeric, numerator numeric, denominator numeric, missing int, status text)
    language sql stable
begin atomic
    select found.unit_id, case when known.yes then found.holds end, found.holds, known.yes::int::numeric, (not known.yes)::int, null::text
    from (select measure.group_is_known(group_code, as_of, series) as yes) known
    cross join (
        select commune.unit_id,
               (commune.unit_id in (select member.unit_id from measure.member(group_code, as_of, series) member))::int::numeric
                   as holds
        from measure.commune(as_of) commune
    ) found;
end;
comment on function measure.in_group is 'Membership in a group as a measure: 1 in it, 0 not, unknown while its register is empty.';

create function measure.group_is_illustrative(group_code text, series text) returns boolean
    language sql stable
return exists (
    select from data_set
    where illustrative and (
        kind = (select case rule when 'criteria_met' then 'assessments-' || group_is_illustrative.series when 'recognised' then 'recognitions' end
                from unit_group where code = group_is_illustrative.group_code)
        or id in (select flag.data_set_id from unit_flag flag where flag.group_code = group_is_illustrative.group_code)));
comment on function measure.group_is_illustrative is 'Whether who is in a group rests on illustrative data.';
