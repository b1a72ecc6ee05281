-- Versioned criteria sets, assessments of communes by criterion, and recognition.

create table criteria_set (
    id          text primary key,
    level       text not null,
    decision    text,
    issued_on   date,
    assessed    daterange not null,
    note        text,
    data_set_id text not null references data_set,
    constraint criteria_set_one_at_a_time exclude using gist (level with =, assessed with &&)
);
comment on table criteria_set is 'A set of criteria in force for a level and a period; results of two sets are never mixed.';
comment on column criteria_set.id is 'Its period, for example 2016-2020.';
comment on column criteria_set.level is 'Which standard it measures: commune_ntm …';
comment on column criteria_set.decision is 'Number of the decision that issued it.';
comment on column criteria_set.issued_on is 'Date of that decision.';
comment on column criteria_set.assessed is 'Days whose assessments are made by this set.';
comment on column criteria_set.note is 'What is inferred.';
comment on column criteria_set.data_set_id is 'Where the row comes from.';

create table criterion (
    set_id   text not null references criteria_set,
    number   smallint not null check (number > 0),
    name_vi  text not null,
    name_en  text not null,
    theme    text not null,
    primary key (set_id, number)
);
comment on table criterion is 'The criteria of each set, with the names they carry there.';
comment on column criterion.set_id is 'The set.';
comment on column criterion.number is 'Number within the set.';
comment on column criterion.name_vi is 'Name in Vietnamese.';
comment on column criterion.name_en is 'Name in English.';
comment on column criterion.theme is 'Group of criteria: planning, infrastructure, economy, society, governance.';

create table assessment_status (
    code     text primary key,
    label_vi text not null,
    label_en text not null,
    ordinal  int not null
);
comment on table assessment_status is 'The states a cell can be in; only met counts.';
comment on column assessment_status.code is 'met, not_met, in_progress, lapsed or not_assessed.';
comment on column assessment_status.label_vi is 'Label in Vietnamese.';
comment on column assessment_status.label_en is 'Label in English.';
comment on column assessment_status.ordinal is 'Order in legends.';

create table assessment (
    unit_id     int not null references unit,
    set_id      text not null,
    number      smallint not null,
    series      text not null check (series in ('actual', 'planned')),
    status      text not null references assessment_status,
    valid       daterange not null check (not isempty(valid)),
    data_set_id text not null references data_set,
    foreign key (set_id, number) references criterion,
    constraint assessment_one_at_a_time exclude using gist
        (series with =, number with =, unit_id with =, set_id with =, valid with &&)
);
create index assessment_valid on assessment (series, number);
comment on table assessment is 'Status of one criterion in one commune from a day until the next assessment. No row means not assessed.';
comment on column assessment.unit_id is 'The commune.';
comment on column assessment.set_id is 'The criteria set it was assessed by.';
comment on column assessment.number is 'The criterion.';
comment on column assessment.series is 'actual, or planned (the path the plan sets).';
comment on column assessment.status is 'The state.';
comment on column assessment.valid is 'Days the state lasted.';
comment on column assessment.data_set_id is 'Where the row comes from.';

create table recognition (
    unit_id     int not null references unit,
    level       text not null check (level in ('commune_ntm', 'commune_advanced', 'commune_model')),
    series      text not null check (series in ('actual', 'planned')),
    decision    text,
    valid       daterange not null check (not isempty(valid)),
    data_set_id text not null references data_set,
    constraint recognition_once_at_a_time exclude using gist (unit_id with =, level with =, series with =, valid with &&)
);
comment on table recognition is 'Communes recognised at a level. A criterion that lapses later does not withdraw it.';
comment on column recognition.unit_id is 'The commune.';
comment on column recognition.level is 'NTM, advanced or model.';
comment on column recognition.series is 'actual or planned.';
comment on column recognition.decision is 'Number of the decision.';
comment on column recognition.valid is 'From the decision until withdrawn.';
comment on column recognition.data_set_id is 'Where the row comes from.';
