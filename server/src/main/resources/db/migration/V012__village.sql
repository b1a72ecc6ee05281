-- Villages: the register that the share of villages reached is out of.

create table village (
    id          int generated always as identity primary key,
    code        text not null check (code ~ '^[0-9A-Za-z-]{1,20}$'),
    name        text not null check (name = normalize(name, NFC) and name <> ''),
    unit_id     int not null references unit on delete cascade,
    centre      geometry(Point, 4326) not null check (not ST_IsEmpty(centre)),
    valid       daterange not null check (not isempty(valid)),
    data_set_id text not null references data_set,
    constraint village_one_at_a_time exclude using gist (code with =, valid with &&)
);
create index village_unit on village (unit_id);
create index village_centre on village using gist (centre);
create index village_search on village using gin (search_key(name) gin_trgm_ops);
comment on table village is 'Villages (thôn, bản) with their centre, each for the time it existed.';
comment on column village.id is 'Internal key.';
comment on column village.code is 'Code of the village, unique at a time.';
comment on column village.name is 'Name, NFC.';
comment on column village.unit_id is 'The commune it is part of.';
comment on column village.centre is 'Its centre, WGS 84, degrees.';
comment on column village.valid is 'From the day it existed to the day it ended, exclusive.';
comment on column village.data_set_id is 'Where the row comes from.';
