-- Map files on their way in: kept, checked into staging rows and issues, looked at, applied or rejected, and undone.

create table import (
    id          bigint generated always as identity primary key,
    file_name   text not null check (file_name ~ '^[^[:cntrl:]]{1,200}$'),
    sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    layer       text not null,
    choices     jsonb not null default '{}',
    found       jsonb,
    state       text not null default 'uploaded' check (state in ('uploaded', 'checked', 'applied', 'rejected', 'undone', 'failed')),
    attempt     int not null default 0,
    rows_done   bigint not null default 0,
    rows_total  bigint,
    new_count       bigint,
    changed_count   bigint,
    unchanged_count bigint,
    missing_count   bigint,
    faulty_count    bigint,
    errors      int,
    register_version bigint,
    made_by     text not null,
    made_at     timestamptz not null default now(),
    checked_at  timestamptz,
    decided_by  text,
    decided_at  timestamptz,
    undone_by   text,
    undone_at   timestamptz
);
create index import_layer on import (layer, id);
comment on table import is 'Map files that were sent, what was decided about each and what became of it.';
comment on column import.id is 'Number of the import.';
comment on column import.file_name is 'Name of the file as its owner calls it.';
comment on column import.sha256 is 'Checksum of the file.';
comment on column import.layer is 'The layer it is for.';
comment on column import.choices is 'What a person decided: layer in the file, coordinate system, encoding, repair, field mapping, what to do with missing ones.';
comment on column import.found is 'What is in the file: layers, fields, coordinate systems; how the fields were mapped; how many issues of a kind.';
comment on column import.state is 'uploaded (being checked), checked, applied, rejected, undone, or failed if the file cannot be read.';
comment on column import.attempt is 'Rises with every check that begins; an older one that still runs stops.';
comment on column import.rows_done is 'Features checked so far.';
comment on column import.rows_total is 'Features there are, where the file says it.';
comment on column import.new_count is 'Features the layer does not have yet.';
comment on column import.changed_count is 'Features the layer has otherwise.';
comment on column import.unchanged_count is 'Features the layer has like this.';
comment on column import.missing_count is 'What the layer has and the file has not.';
comment on column import.faulty_count is 'Features that cannot be stored.';
comment on column import.errors is 'Issues that forbid applying.';
comment on column import.register_version is 'Version of the register it was compared with; applied only while that stands.';
comment on column import.made_by is 'Who sent it.';
comment on column import.made_at is 'When it was sent.';
comment on column import.checked_at is 'When the last check ended.';
comment on column import.decided_by is 'Who applied or rejected it.';
comment on column import.decided_at is 'When it was applied or rejected.';
comment on column import.undone_by is 'Who undid it.';
comment on column import.undone_at is 'When it was undone.';

create table import_part (
    import_id bigint not null references import on delete cascade,
    number    int not null,
    bytes     bytea not null,
    primary key (import_id, number)
);
comment on table import_part is 'The files that are not decided about yet, in parts, so that a check can begin anew anywhere.';
comment on column import_part.import_id is 'The import.';
comment on column import_part.number is 'Number of the part.';
comment on column import_part.bytes is 'Its bytes.';

create table import_feature (
    import_id  bigint not null references import on delete cascade,
    number     bigint not null,
    code       text,
    state      text check (state in ('new', 'changed', 'unchanged', 'missing', 'faulty')),
    target_id  bigint,
    attributes jsonb not null default '{}',
    geom       geometry(Geometry, 4326),
    primary key (import_id, number)
);
create index import_feature_code on import_feature (import_id, code);
comment on table import_feature is 'Staging rows: the features of a file as they would be stored, and how they compare with what is stored.';
comment on column import_feature.import_id is 'The import.';
comment on column import_feature.number is 'Number in the file; missing ones follow after those of the file.';
comment on column import_feature.code is 'Code by which it is compared.';
comment on column import_feature.state is 'new, changed, unchanged, missing or faulty; null until all are compared.';
comment on column import_feature.target_id is 'The stored row it speaks of.';
comment on column import_feature.attributes is 'Values by field of the layer, only of fields that are mapped.';
comment on column import_feature.geom is 'Geometry, WGS 84, degrees.';

create table import_issue (
    import_id bigint not null references import on delete cascade,
    ordinal   int not null,
    code      text not null,
    severity  text not null check (severity in ('note', 'warning', 'error')),
    place     text not null,
    field     text not null,
    at        geometry(Point, 4326),
    detail_vi text not null,
    remedy_vi text not null,
    detail_en text not null,
    remedy_en text not null,
    primary key (import_id, ordinal)
);
comment on table import_issue is 'What is wrong with a file, the first hundred of a kind.';
comment on column import_issue.import_id is 'The import.';
comment on column import_issue.ordinal is 'Order.';
comment on column import_issue.code is 'Kind of issue.';
comment on column import_issue.severity is 'note, warning or error.';
comment on column import_issue.place is 'Layer or feature in the file.';
comment on column import_issue.field is 'Field, or a dash.';
comment on column import_issue.at is 'Where on the map, null if nowhere.';
comment on column import_issue.detail_vi is 'What is wrong, in Vietnamese.';
comment on column import_issue.remedy_vi is 'How to do it right, in Vietnamese.';
comment on column import_issue.detail_en is 'What is wrong, in English.';
comment on column import_issue.remedy_en is 'How to do it right, in English.';

create table import_mapping (
    layer   text not null,
    fields  text[] not null,
    mapping jsonb not null,
    primary key (layer, fields)
);
comment on table import_mapping is 'How fields were mapped the last time a file with these fields was applied.';
comment on column import_mapping.layer is 'The layer.';
comment on column import_mapping.fields is 'Names of the fields of the file, in order.';
comment on column import_mapping.mapping is 'Field of the file by field of the layer.';

create table import_before (
    import_id bigint not null references import on delete cascade,
    target_id bigint not null,
    sort      text not null,
    content   jsonb,
    made      jsonb,
    primary key (import_id, sort, target_id)
);
comment on table import_before is 'What an applied import found, so that it can be undone.';
comment on column import_before.import_id is 'The import.';
comment on column import_before.target_id is 'The row.';
comment on column import_before.sort is 'What the row is of.';
comment on column import_before.content is 'Its columns as text, null if the import made the row.';
comment on column import_before.made is 'Its columns as the import left them; undone only while they are so.';
