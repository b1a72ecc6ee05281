-- Administrative units valid in time, their boundaries, lineage and flags. A code alone is not a unit: code and validity are.

create table unit (
    id        int generated always as identity primary key,
    code      text not null check (code ~ '^[0-9]{2,5}$'),
    level     text not null check (level in ('province', 'district', 'commune', 'urban')),
    type      text not null,
    name      text not null check (name = normalize(name, NFC) and name <> ''),
    parent_id int references unit,
    valid     daterange not null check (not isempty(valid)),
    centre    geometry(Point, 4326),
    area_km2  numeric check (area_km2 > 0),
    on_border boolean not null default false,
    seat      text,
    data_set_id text not null references data_set,
    constraint unit_one_at_a_time exclude using gist (code with =, valid with &&),
    constraint unit_province_has_no_parent check ((level = 'province') = (parent_id is null))
);
create index unit_search on unit using gin (search_key(type || ' ' || name) gin_trgm_ops);
create index unit_parent on unit (parent_id);
comment on table unit is 'Province, districts, communes (xã) and urban units (phường, thị trấn), each for the time it existed.';
comment on column unit.id is 'Internal key; code and validity name the unit to people.';
comment on column unit.code is 'Code of the General Statistics Office, as text with leading zeros.';
comment on column unit.level is 'province, district, commune (the programme''s communes) or urban (townships and wards, outside the programme).';
comment on column unit.type is 'The official word before the name: Tỉnh, Huyện, Thành phố, Xã, Phường, Thị trấn.';
comment on column unit.name is 'Name without the type, NFC.';
comment on column unit.parent_id is 'District of a commune until 30 June 2025, then the province.';
comment on column unit.valid is 'From the day it existed to the day it ended, exclusive.';
comment on column unit.centre is 'A point inside the unit; for a district a point in its seat.';
comment on column unit.area_km2 is 'Area in km² as the gazetteer gives it.';
comment on column unit.on_border is 'True if the unit touches the border with China.';
comment on column unit.seat is 'Seat of a district.';
comment on column unit.data_set_id is 'Where the row comes from.';

create table unit_lineage (
    valid_from           date not null,
    predecessor_id       int references unit,
    predecessor_name     text not null,
    predecessor_district text not null,
    successor_id         int not null references unit,
    share                numeric not null check (share > 0 and share <= 1),
    data_set_id          text not null references data_set
);
create index unit_lineage_successor on unit_lineage (successor_id);
create index unit_lineage_predecessor on unit_lineage (predecessor_id);
comment on table unit_lineage is 'Which unit became which: one row a predecessor and successor.';
comment on column unit_lineage.valid_from is 'First day of the successor.';
comment on column unit_lineage.predecessor_id is 'The predecessor, where the register knows it.';
comment on column unit_lineage.predecessor_name is 'Its name with type.';
comment on column unit_lineage.predecessor_district is 'Its district as written.';
comment on column unit_lineage.successor_id is 'The unit it became or became part of.';
comment on column unit_lineage.share is 'Share of the predecessor''s area that went to this successor, 0 to 1.';
comment on column unit_lineage.data_set_id is 'Where the row comes from.';

create table boundary (
    unit_id     int not null references unit,
    valid       daterange not null check (not isempty(valid)),
    resolution  text not null check (resolution in ('full', 'map', 'overview')),
    geom        geometry(MultiPolygon, 4326) not null check (ST_IsValid(geom) and not ST_IsEmpty(geom)),
    data_set_id text not null references data_set,
    constraint boundary_one_at_a_time exclude using gist (unit_id with =, resolution with =, valid with &&)
);
create index boundary_geom on boundary using gist (geom);
comment on table boundary is 'Boundaries of units. Only base units come from a file; districts, the province and later units are unions of their parts.';
comment on column boundary.unit_id is 'The unit it bounds.';
comment on column boundary.valid is 'Days the boundary was in force.';
comment on column boundary.resolution is 'full as loaded; map and overview are simplified with shared edges kept shared.';
comment on column boundary.geom is 'The area, WGS 84, degrees.';
comment on column boundary.data_set_id is 'Where the row comes from.';

create table unit_group (
    code          text primary key,
    label_vi      text not null,
    label_en      text not null,
    rule          text not null check (rule in ('flag', 'criteria_met', 'recognised', 'merged')),
    met_low       int,
    met_high      int,
    expected_size int check (expected_size >= 0),
    ref           text not null,
    note          text,
    ordinal       int not null,
    data_set_id   text not null references data_set,
    constraint unit_group_bounds_with_rule check ((rule = 'criteria_met') = (met_low is not null and met_high is not null))
);
comment on table unit_group is 'Priority groups of communes. They overlap; flags are given, the others are computed when asked.';
comment on column unit_group.code is 'Code used in addresses, for example border.';
comment on column unit_group.label_vi is 'Label in Vietnamese.';
comment on column unit_group.label_en is 'Label in English.';
comment on column unit_group.rule is 'flag: listed; criteria_met: by the number of criteria met; recognised, merged: from those registers.';
comment on column unit_group.met_low is 'Least number of criteria met, for rule criteria_met.';
comment on column unit_group.met_high is 'Greatest number of criteria met, for rule criteria_met.';
comment on column unit_group.expected_size is 'How many communes the plan says are in the group, where it does.';
comment on column unit_group.ref is 'Section of the plan.';
comment on column unit_group.note is 'What is inferred or open.';
comment on column unit_group.ordinal is 'Order in lists.';
comment on column unit_group.data_set_id is 'Where the row comes from.';

create table unit_flag (
    unit_id     int not null references unit,
    group_code  text not null references unit_group,
    valid       daterange not null check (not isempty(valid)),
    data_set_id text not null references data_set,
    constraint unit_flag_once_at_a_time exclude using gist (unit_id with =, group_code with =, valid with &&)
);
create index unit_flag_group on unit_flag (group_code);
comment on table unit_flag is 'Which commune carries which flag, and when.';
comment on column unit_flag.unit_id is 'The commune.';
comment on column unit_flag.group_code is 'The flag.';
comment on column unit_flag.valid is 'Days the flag holds.';
comment on column unit_flag.data_set_id is 'Where the row comes from; a flag may be illustrative.';
