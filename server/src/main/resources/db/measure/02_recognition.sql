-- Recognition as a measure: 1 recognised at the level on the day, 0 not. Recognition is never missing.

create function measure.recognised(as_of date, series text, level text)
    returns table (unit_id int, value numeric, numerator numeric, denominator numeric, missing int, status text)
    language sql stable
begin atomic
    select found.unit_id, found.holds, found.holds, 1::numeric, 0, null::text
    from (
        select commune.unit_id,
               exists (select from recognition
                       where recognition.unit_id = commune.unit_id and recognition.level = recognised.level
                         and recognition.series = recognised.series and recognition.valid @> as_of)::int::numeric as holds
        from measure.commune(as_of) commune
    ) found;
end;
comment on function measure.recognised is 'Communes recognised at a level on a day.';
