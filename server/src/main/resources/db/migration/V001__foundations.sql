-- What every register leans on: searching without accents, versions of the registers, where data come from.

create extension if not exists postgis;
create extension if not exists btree_gist;
create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- unaccent is only stable because its dictionary could be replaced; ours never is, and indexes need an immutable function.
create function search_key(text) returns text
    language sql immutable parallel safe strict
    return lower(unaccent('unaccent'::regdictionary, normalize($1, NFC)));
comment on function search_key(text) is 'Text as it is searched: lower case, without accents, đ as d.';

create table register_version (
    register text primary key,
    version  bigint not null check (version > 0)
);
comment on table register_version is 'One row a register; the version rises with every committed change, so answers can be cached under it.';
comment on column register_version.register is 'Name of the register, for example unit or assessment.';
comment on column register_version.version is 'How many changes have been committed.';

create table data_set (
    id           text primary key,
    kind         text not null,
    title_vi     text not null,
    title_en     text not null,
    origin_vi    text not null,
    origin_en    text not null,
    licence      text not null,
    illustrative boolean not null,
    covers       daterange not null default '(,)',
    sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    loaded_at    timestamptz not null default now(),
    ordinal      int generated always as identity
);
comment on table data_set is 'Where rows come from. Illustrative is a property of a data set, and of every row that came with it.';
comment on column data_set.id is 'Short name, also used to take the set out again.';
comment on column data_set.kind is 'Which register it fills: units, boundaries, flags, plan, assessments, recognitions …';
comment on column data_set.title_vi is 'Title in Vietnamese.';
comment on column data_set.title_en is 'Title in English.';
comment on column data_set.origin_vi is 'Where it comes from, in Vietnamese.';
comment on column data_set.origin_en is 'Where it comes from, in English.';
comment on column data_set.licence is 'Under which terms it may be passed on.';
comment on column data_set.illustrative is 'True if the data are made up to show the software; they must be marked wherever they are seen.';
comment on column data_set.covers is 'The days it speaks of. The last day of the bounded ones is the day shown when none is asked for.';
comment on column data_set.sha256 is 'Checksum of the files as loaded.';
comment on column data_set.loaded_at is 'When it was loaded.';
comment on column data_set.ordinal is 'In which order the sets were loaded.';
