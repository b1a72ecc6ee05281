-- What the features API offers, one view a source and all of one shape: part (which collection of the source), code, valid, geom, illustrative, and the
-- properties under the names people read. On the database's side of the catalogue of collections.

create view measure.feature_unit with (security_invoker) as
    select unit.level as part, unit.code, unit.valid, boundary.geom, coalesce(data_set.illustrative, false) as illustrative,
           unit.name, unit.type, district.name as district, unit.on_border as "onBorder", unit.area_km2 as "areaKm2"
    from unit
    left join unit district on district.id = unit.parent_id and district.level = 'district'
    left join boundary on boundary.unit_id = unit.id and boundary.resolution = 'full'
    left join data_set on data_set.id = boundary.data_set_id;

create view measure.feature_section with (security_invoker) as
    select section.kind as part, section.code, section.valid, section.geom, data_set.illustrative,
           section.name, section.class, section.surface, section.road_id as "roadId", section.width_m as "widthM", section.voltage_kv as "voltageKv",
           section.owner, section.built_year as "builtYear", round(section.length_m::numeric, 1) as "lengthM",
           section.length_reported_m as "lengthReportedM"
    from network_section section
    join data_set on data_set.id = section.data_set_id;

create view measure.feature_substation with (security_invoker) as
    select '' as part, substation.code, substation.valid, substation.geom, data_set.illustrative,
           substation.name, substation.voltage_kv as "voltageKv", substation.capacity_kva as "capacityKva"
    from substation
    join data_set on data_set.id = substation.data_set_id;

create view measure.feature_command_area with (security_invoker) as
    select '' as part, area.code, area.valid, area.geom, data_set.illustrative,
           area.name, area.active, round(area.area_ha::numeric, 2) as "areaHa", area.reported_ha as "reportedHa"
    from command_area area
    join data_set on data_set.id = area.data_set_id;

create view measure.feature_village with (security_invoker) as
    select '' as part, village.code, village.valid, village.centre as geom, data_set.illustrative,
           village.name, unit.code as unit, unit.type || ' ' || unit.name as commune
    from village
    join unit on unit.id = village.unit_id
    join data_set on data_set.id = village.data_set_id;

create view measure.feature_work with (security_invoker) as
    select '' as part, work.code, coalesce(section.valid, unit.valid) as valid,
           case when section.id is null then coalesce(work.place, unit.centre) when work.stretch is null then section.geom
                else ST_Force2D(ST_LocateBetween(section.chain, lower(work.stretch)::float8, upper(work.stretch)::float8)) end as geom,
           data_set.illustrative, work.title as name, work.kind, work.state, section.code as section, section.kind as "sectionKind", unit.code as unit,
           lower(work.stretch) as "fromM", upper(work.stretch) as "toM", work.surface, work.starts_on as "startsOn", work.due_on as "dueOn",
           work.started_on as "startedOn", work.done_on as "doneOn", work.accepted_on as "acceptedOn", work.cost_million as "costMillion",
           work.funding, work.note, (select count(*) from work_photo photo where photo.work_id = work.id)::int as photos
    from work
    left join network_section section on section.id = work.section_id
    left join unit on unit.id = work.unit_id
    join data_set on data_set.id = work.data_set_id;
