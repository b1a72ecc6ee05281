-- A section is some millimetres longer or shorter than any length that is shown of it. Who enters a work up to the length he read means the end.

create function worked_stretch(section_id bigint, from_m numeric, to_m numeric, within_m numeric default 0.5) returns numrange
    language sql stable
    return (select case when near.from_m > 0 or near.to_m <> near.end_m then numrange(near.from_m, near.to_m) end
            from (select case when worked_stretch.from_m >= within_m then worked_stretch.from_m else 0 end as from_m,
                         case when abs(worked_stretch.to_m - whole.end_m) <= within_m then whole.end_m else worked_stretch.to_m end as to_m, whole.end_m
                  from (select round(section.length_m::numeric, 3) as end_m from network_section section
                        where section.id = worked_stretch.section_id and worked_stretch.to_m is not null) whole) near);
comment on function worked_stretch is 'The stretch of a work from metre to metre; an end nearer to one of the section than lengths are shown is that end. Null is the whole section.';

update work set stretch = worked_stretch(section_id, lower(stretch), upper(stretch))
where stretch is not null and stretch is distinct from worked_stretch(section_id, lower(stretch), upper(stretch));
