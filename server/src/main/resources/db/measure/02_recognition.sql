-- Recognition as a measure: 1 recognised at the level on the day, 0 not; unknown for all while nothing was said up to the day.

create function measure.recognition_is_known(as_of date) returns boolean
    language sql stable
return exists (select from data_set where kind = 'recognitions' and not covers >> daterange(as_of, as_of, '[]'));
comment on function measure.recognition_is_known is 'Whether anything was said of recognitions up to a day: only those recognised are listed, so none and not known look alike.';

create function measure.recognised(as_of date, series text, level text)
    returns table (unit_id int, value numeric, numerator numeric, denominator numeric, missing int, status text)
    language sql stable
begin atomic
    select found.unit_id, case when known.yes then found.holds end, found.holds, known.yes::int::numeric, (not known.yes)::int, null::text
    from (select measure.recognition_is_known(as_of) as yes) known
    cross join (
        select commune.unit_id,
               exists (select from recognition
                       where recognition.unit_id = commune.unit_id and recognition.level = recognised.level
                         and recognition.series = recognised.series and recognition.valid @> as_of)::int::numeric as holds
        from measure.commune(as_of) commune
    ) found;
end;
comment on function measure.recognised is 'Communes recognised at a level on a day.';
