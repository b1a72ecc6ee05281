-- Works: what is planned, under way, done and accepted, on a section of the network, a stretch of it, or elsewhere in a commune.

create table work_kind (
    code         text primary key check (code ~ '^[a-z0-9_]{1,40}$'),
    section_kind text check (section_kind in ('road', 'canal', 'power_line')),
    label_vi     text not null,
    label_en     text not null,
    improves     boolean not null,
    ordinal      int not null,
    data_set_id  text not null references data_set
);
comment on table work_kind is 'Kinds of works.';
comment on column work_kind.code is 'Code used in files and addresses.';
comment on column work_kind.section_kind is 'What it can be done to; anything if empty.';
comment on column work_kind.label_vi is 'Label in Vietnamese.';
comment on column work_kind.label_en is 'Label in English.';
comment on column work_kind.improves is 'True if its stretch has another surface once it is accepted.';
comment on column work_kind.ordinal is 'Order in lists.';
comment on column work_kind.data_set_id is 'Where the row comes from.';

create table work (
    id           bigint generated always as identity primary key,
    code         text not null constraint work_code_once unique check (code ~ '^[^[:cntrl:]]{1,60}$'),
    kind         text not null references work_kind,
    title        text check (title = normalize(title, NFC)),
    section_kind text,
    section_id   bigint references network_section,
    stretch      numrange check (lower(stretch) >= 0 and not upper_inf(stretch) and not isempty(stretch)),
    unit_id      int references unit,
    place        geometry(Point, 4326),
    surface      text,
    state        text not null check (state in ('planned', 'under_way', 'done', 'accepted')),
    starts_on    date,
    due_on       date,
    started_on   date,
    done_on      date,
    accepted_on  date,
    cost_million numeric check (cost_million >= 0),
    funding      text,
    note         text,
    version      int not null default 1,
    data_set_id  text not null references data_set,
    foreign key (section_kind, surface) references network_surface (kind, code),
    constraint work_is_somewhere check (section_id is not null or unit_id is not null),
    constraint work_section_with_kind check ((section_id is null) = (section_kind is null)),
    constraint work_stretch_of_a_section check (stretch is null or section_id is not null),
    constraint work_accepted_has_its_day check ((state = 'accepted') = (accepted_on is not null)),
    constraint work_done_has_its_day check (state not in ('done', 'accepted') or done_on is not null),
    constraint work_started_has_its_day check (state = 'planned' or started_on is not null),
    constraint work_days_in_order check (started_on <= done_on and done_on <= accepted_on and starts_on <= due_on)
);
create index work_section on work (section_id);
create index work_unit on work (unit_id);
create index work_accepted on work (accepted_on);
comment on table work is 'Works; once accepted, the stretch has the surface of the work from that day.';
comment on column work.id is 'Internal key.';
comment on column work.code is 'Code of the work.';
comment on column work.kind is 'What is done.';
comment on column work.title is 'What people call it.';
comment on column work.section_kind is 'Kind of the section it is done to.';
comment on column work.section_id is 'The section it is done to.';
comment on column work.stretch is 'Metres from the first vertex of the section; the whole section if empty.';
comment on column work.unit_id is 'The commune, for a work that is not on a section.';
comment on column work.place is 'Its place, for a work that is not on a section.';
comment on column work.surface is 'Surface of the stretch once accepted.';
comment on column work.state is 'planned, under_way, done or accepted.';
comment on column work.starts_on is 'Planned first day.';
comment on column work.due_on is 'Day it is planned to be accepted.';
comment on column work.started_on is 'Day it began.';
comment on column work.done_on is 'Day it was finished.';
comment on column work.accepted_on is 'Day it was accepted.';
comment on column work.cost_million is 'Cost, million VND.';
comment on column work.funding is 'Source of money in the plan: F-1 to F-5.';
comment on column work.note is 'Anything else.';
comment on column work.version is 'Rises with every change of the row; an edit must name it.';
comment on column work.data_set_id is 'Where the row comes from.';

create table work_photo (
    work_id  bigint not null references work on delete cascade,
    sha256   text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    type     text not null check (type in ('image/jpeg', 'image/png', 'image/webp')),
    content  bytea not null check (octet_length(content) <= 8388608),
    caption  text,
    taken_on date,
    primary key (work_id, sha256)
);
comment on table work_photo is 'Photographs of works.';
comment on column work_photo.work_id is 'The work.';
comment on column work_photo.sha256 is 'Checksum of the picture, its name in addresses.';
comment on column work_photo.type is 'Media type.';
comment on column work_photo.content is 'The picture, up to 8 MB.';
comment on column work_photo.caption is 'What it shows.';
comment on column work_photo.taken_on is 'Day it was taken.';

create function next_version() returns trigger
    language plpgsql
as $$
begin
    new.version := old.version + 1;
    return new;
end
$$;
comment on function next_version is 'Counts the changes of a row.';
create trigger work_version before update on work for each row execute function next_version();
create trigger network_section_version before update on network_section for each row execute function next_version();
