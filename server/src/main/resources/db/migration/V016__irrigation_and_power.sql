-- Command areas of irrigation, cut by commune as sections are, and substations.

create table command_area (
    id          bigint generated always as identity primary key,
    code        text not null check (code ~ '^[^[:cntrl:]]{1,60}$'),
    name        text check (name = normalize(name, NFC)),
    active      boolean not null,
    reported_ha numeric check (reported_ha >= 0),
    geom        geometry(MultiPolygon, 4326) not null check (ST_IsValid(geom) and not ST_IsEmpty(geom)),
    area_ha     double precision generated always as (ST_Area(geom::geography) / 10000) stored,
    geom_3857   geometry(MultiPolygon, 3857) generated always as (ST_Transform(geom, 3857)) stored,
    valid       daterange not null default '(,)' check (not isempty(valid)),
    version     int not null default 1,
    data_set_id text not null references data_set,
    constraint command_area_one_at_a_time exclude using gist (code with =, valid with &&)
);
create index command_area_geom on command_area using gist (geom);
create index command_area_tile on command_area using gist (geom_3857);
create trigger command_area_version before update on command_area for each row execute function next_version();
comment on table command_area is 'Areas that irrigation works serve; they may overlap.';
comment on column command_area.id is 'Internal key.';
comment on column command_area.code is 'Code of the area, unique at a time.';
comment on column command_area.name is 'Name, NFC.';
comment on column command_area.active is 'True if it is actively irrigated and drained.';
comment on column command_area.reported_ha is 'Area as reported by people, ha.';
comment on column command_area.geom is 'The area, WGS 84, degrees.';
comment on column command_area.area_ha is 'Area on the ellipsoid, ha.';
comment on column command_area.geom_3857 is 'The area in web Mercator, for tiles.';
comment on column command_area.valid is 'Days on which it is so.';
comment on column command_area.version is 'Rises with every change of the row; an edit must name it.';
comment on column command_area.data_set_id is 'Where the row comes from.';

create table command_area_part (
    command_area_id bigint not null references command_area on delete cascade,
    unit_id         int not null references unit on delete cascade,
    geom            geometry(MultiPolygon, 4326) not null,
    primary key (command_area_id, unit_id)
);
create index command_area_part_unit on command_area_part (unit_id);
comment on table command_area_part is 'What of a command area lies in which commune or urban unit; kept by trigger.';
comment on column command_area_part.command_area_id is 'The command area.';
comment on column command_area_part.unit_id is 'The unit.';
comment on column command_area_part.geom is 'The part, WGS 84, degrees.';

create function refresh_command_area_parts(changed bigint[]) returns void
    language plpgsql set plan_cache_mode = force_custom_plan
as $$
begin
    delete from command_area_part where command_area_id = any(changed);
    insert into command_area_part (command_area_id, unit_id, geom)
    select area.id, unit.id, ST_Multi(cut.geom)
    from command_area area
    join boundary on boundary.resolution = 'full' and boundary.geom && area.geom and ST_Intersects(boundary.geom, area.geom)
    join unit on unit.id = boundary.unit_id and unit.level in ('commune', 'urban')
            and not isempty(unit.valid * area.valid)
    cross join lateral (select ST_CollectionExtract(ST_Intersection(area.geom, boundary.geom), 3) as geom) cut
    where area.id = any(changed) and not ST_IsEmpty(cut.geom);
end
$$;
comment on function refresh_command_area_parts is 'Cuts command areas at the boundaries anew.';

create function command_area_changed() returns trigger
    language plpgsql
as $$
begin
    perform refresh_command_area_parts(array(select id from changed_row));
    return null;
end
$$;
comment on function command_area_changed is 'Keeps parts of command areas.';
create trigger command_area_inserted after insert on command_area
    referencing new table as changed_row for each statement execute function command_area_changed();
create trigger command_area_updated after update on command_area
    referencing new table as changed_row for each statement execute function command_area_changed();

create or replace function boundary_changed() returns trigger
    language plpgsql
as $$
begin
    perform refresh_section_parts(array(
        select distinct section.id from network_section section
        join changed_row on changed_row.resolution = 'full' and section.geom && changed_row.geom
        join unit on unit.id = changed_row.unit_id and unit.level in ('commune', 'urban')));
    perform refresh_command_area_parts(array(
        select distinct area.id from command_area area
        join changed_row on changed_row.resolution = 'full' and area.geom && changed_row.geom
        join unit on unit.id = changed_row.unit_id and unit.level in ('commune', 'urban')));
    return null;
end
$$;
comment on function boundary_changed is 'Keeps parts of sections and command areas when a boundary changes.';

create table substation (
    id           bigint generated always as identity primary key,
    code         text not null check (code ~ '^[^[:cntrl:]]{1,60}$'),
    name         text check (name = normalize(name, NFC)),
    voltage_kv   numeric check (voltage_kv > 0),
    capacity_kva numeric check (capacity_kva > 0),
    geom         geometry(Point, 4326) not null check (not ST_IsEmpty(geom)),
    geom_3857    geometry(Point, 3857) generated always as (ST_Transform(geom, 3857)) stored,
    valid        daterange not null default '(,)' check (not isempty(valid)),
    version      int not null default 1,
    data_set_id  text not null references data_set,
    constraint substation_one_at_a_time exclude using gist (code with =, valid with &&)
);
create index substation_geom on substation using gist (geom);
create trigger substation_version before update on substation for each row execute function next_version();
comment on table substation is 'Substations of the power grid.';
comment on column substation.id is 'Internal key.';
comment on column substation.code is 'Code of the substation, unique at a time.';
comment on column substation.name is 'Name, NFC.';
comment on column substation.voltage_kv is 'Upper voltage, kV.';
comment on column substation.capacity_kva is 'Capacity, kVA.';
comment on column substation.geom is 'The place, WGS 84, degrees.';
comment on column substation.geom_3857 is 'The place in web Mercator, for tiles.';
comment on column substation.valid is 'Days on which it exists.';
comment on column substation.version is 'Rises with every change of the row; an edit must name it.';
comment on column substation.data_set_id is 'Where the row comes from.';
