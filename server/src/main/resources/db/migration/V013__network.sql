-- Roads, canals and power lines as sections. What a class or a surface means is data: rows of the first two tables.

create table network_class (
    kind     text not null check (kind in ('road', 'canal', 'power_line')),
    code     text not null check (code ~ '^[a-z0-9_]{1,40}$'),
    label_vi text not null,
    label_en text not null,
    rural    boolean not null,
    motor    boolean not null,
    trunk    boolean not null,
    ordinal  int not null,
    data_set_id text not null references data_set,
    primary key (kind, code)
);
comment on table network_class is 'Classes of roads, canals and power lines.';
comment on column network_class.kind is 'road, canal or power_line.';
comment on column network_class.code is 'Code used in files and addresses.';
comment on column network_class.label_vi is 'Label in Vietnamese.';
comment on column network_class.label_en is 'Label in English.';
comment on column network_class.rural is 'True if its length counts as rural road.';
comment on column network_class.motor is 'True if a car can pass.';
comment on column network_class.trunk is 'True for the roads that communes are to be joined to.';
comment on column network_class.ordinal is 'Order in lists.';
comment on column network_class.data_set_id is 'Where the row comes from.';

create table network_surface (
    kind     text not null check (kind in ('road', 'canal')),
    code     text not null check (code ~ '^[a-z0-9_]{1,40}$'),
    label_vi text not null,
    label_en text not null,
    hardened boolean not null,
    paved    boolean not null,
    ordinal  int not null,
    data_set_id text not null references data_set,
    primary key (kind, code),
    constraint network_surface_paved_is_hardened check (hardened or not paved)
);
comment on table network_surface is 'Surfaces of roads and linings of canals.';
comment on column network_surface.kind is 'road or canal.';
comment on column network_surface.code is 'Code used in files and addresses.';
comment on column network_surface.label_vi is 'Label in Vietnamese.';
comment on column network_surface.label_en is 'Label in English.';
comment on column network_surface.hardened is 'True if it counts as hardened, for canals as lined.';
comment on column network_surface.paved is 'True for asphalt and concrete, which the way to a commune centre asks for.';
comment on column network_surface.ordinal is 'Order in lists.';
comment on column network_surface.data_set_id is 'Where the row comes from.';

-- Metres from the first vertex stand at every vertex, so that a stretch can be cut out by metres.
create function chained(line geometry) returns geometry
    language sql immutable parallel safe strict
    return (select ST_SetSRID(ST_MakeLine(ST_MakePointM(ST_X(step.place), ST_Y(step.place), step.metres) order by step.position), 4326)
            from (select leg.place, leg.position, sum(leg.metres) over (order by leg.position) as metres
                  from (select vertex.geom as place, vertex.path[1] as position,
                               coalesce(ST_Distance(lag(vertex.geom) over (order by vertex.path[1])::geography, vertex.geom::geography), 0)
                                   as metres
                        from ST_DumpPoints(line) vertex) leg) step);
comment on function chained is 'A line with the metres along it, on the ellipsoid, as its measure.';

create table network_section (
    id           bigint generated always as identity primary key,
    kind         text not null,
    code         text not null check (code ~ '^[^[:cntrl:]]{1,60}$'),
    class        text not null,
    surface      text,
    road_id      text constraint network_section_road_id_rule check (road_id ~ '^[0-9]{3}([A-ZĐ]{2}|00)[0-9]{5}$'),
    name         text check (name = normalize(name, NFC)),
    width_m      numeric check (width_m > 0),
    voltage_kv   numeric check (voltage_kv > 0),
    owner        text,
    built_year   smallint check (built_year between 1800 and 2199),
    length_reported_m numeric check (length_reported_m >= 0),
    geom         geometry(LineString, 4326) not null check (ST_IsValid(geom) and not ST_IsEmpty(geom)),
    length_m     double precision generated always as (ST_Length(geom::geography)) stored,
    chain        geometry(LineStringM, 4326) generated always as (chained(geom)) stored,
    geom_3857    geometry(LineString, 3857) generated always as (ST_Transform(geom, 3857)) stored,
    valid        daterange not null default '(,)' check (not isempty(valid)),
    version      int not null default 1,
    data_set_id  text not null references data_set,
    foreign key (kind, class) references network_class,
    foreign key (kind, surface) references network_surface,
    constraint network_section_one_at_a_time exclude using gist (code with =, kind with =, valid with &&),
    constraint network_section_surface_with_kind check ((surface is null) = (kind = 'power_line'))
);
create index network_section_geom on network_section using gist (geom);
create index network_section_tile on network_section using gist (geom_3857);
create index network_section_class on network_section (kind, class);
comment on table network_section is 'Sections of roads, canals and power lines. What happens to a section later is a work.';
comment on column network_section.id is 'Internal key.';
comment on column network_section.kind is 'road, canal or power_line.';
comment on column network_section.code is 'Code of the section, unique in its kind at a time.';
comment on column network_section.class is 'Its class.';
comment on column network_section.surface is 'Its surface before any work in the register; none for power lines.';
comment on column network_section.road_id is 'Official road id (VPRoMMS), where there is one.';
comment on column network_section.name is 'Name of the road, canal or line, NFC.';
comment on column network_section.width_m is 'Width, metres.';
comment on column network_section.voltage_kv is 'Voltage, kV.';
comment on column network_section.owner is 'Who owns or manages it.';
comment on column network_section.built_year is 'Year it was built.';
comment on column network_section.length_reported_m is 'Length as reported by people, metres.';
comment on column network_section.geom is 'The line, WGS 84, degrees.';
comment on column network_section.length_m is 'Length on the ellipsoid, metres, from the line.';
comment on column network_section.chain is 'The line with the metres from its first vertex as measure.';
comment on column network_section.geom_3857 is 'The line in web Mercator, for tiles.';
comment on column network_section.valid is 'Days on which the section exists.';
comment on column network_section.version is 'Rises with every change of the row; an edit must name it.';
comment on column network_section.data_set_id is 'Where the row comes from.';
