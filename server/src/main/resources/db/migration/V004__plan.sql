-- The plan of a year: what it prints, what follows from it, and the doubts about it. Results are never stored here.

create table plan (
    year           smallint primary key check (year between 1900 and 2199),
    title_vi       text not null,
    title_en       text not null,
    communes_total int,
    near_share     numeric not null check (near_share >= 0 and near_share < 1),
    funding_unit   text,
    funding_total  numeric,
    funding_ref    text,
    funding_note   text,
    data_set_id    text not null references data_set
);
comment on table plan is 'A plan of one year.';
comment on column plan.year is 'The year.';
comment on column plan.title_vi is 'Title in Vietnamese.';
comment on column plan.title_en is 'Title in English.';
comment on column plan.communes_total is 'How many communes the plan speaks of.';
comment on column plan.near_share is 'Shortfall, as a share of an approximate target, that counts as near.';
comment on column plan.funding_unit is 'Unit of money.';
comment on column plan.funding_total is 'Total need as printed.';
comment on column plan.funding_ref is 'Section of the plan.';
comment on column plan.funding_note is 'What the sums of the sources show.';
comment on column plan.data_set_id is 'Where the row comes from.';

create table target (
    plan_year         smallint not null references plan on delete cascade,
    id                text not null,
    kind              text not null check (kind in ('goal', 'criterion', 'indicator')),
    ordinal           int not null,
    parent            text,
    label_vi          text not null,
    label_en          text not null,
    unit              text,
    scope             text,
    comparator        text not null check (comparator in ('>', '>=', '=', 'range', 'maintain')),
    approx            boolean not null,
    nature            text not null check (nature in ('flow', 'stock', 'change', 'rate', 'mean')),
    low               numeric,
    high              numeric,
    out_of            int,
    increment         int,
    printed_percent   numeric,
    baseline          numeric,
    baseline_derived  boolean not null,
    measure_from      text,
    ref               text not null,
    note              text,
    measure           text,
    group_code        text references unit_group,
    each_level        text check (each_level in ('district')),
    discrepancy       text,
    primary key (plan_year, id),
    constraint target_band_rises check (high is null or high >= low)
);
comment on table target is 'General goals, criteria (communes that meet them) and indicators of a plan.';
comment on column target.plan_year is 'The plan.';
comment on column target.id is 'Id within the plan: G-01, C02, C02-I01.';
comment on column target.kind is 'goal, criterion or indicator.';
comment on column target.ordinal is 'Order within the plan.';
comment on column target.parent is 'The target it is part of.';
comment on column target.label_vi is 'Label in Vietnamese.';
comment on column target.label_en is 'Label in English.';
comment on column target.unit is 'Unit of the figures.';
comment on column target.scope is 'Whom it is set for.';
comment on column target.comparator is 'How the figure is compared: >, >=, =, range (low is the threshold), maintain.';
comment on column target.approx is 'True where the plan says about.';
comment on column target.nature is 'flow (within the year), stock (at its end), change, rate or mean.';
comment on column target.low is 'Threshold; null if the plan sets none.';
comment on column target.high is 'Upper end of a band.';
comment on column target.out_of is 'Out of how many.';
comment on column target.increment is 'How many more within the year, as printed.';
comment on column target.printed_percent is 'Percentage as printed.';
comment on column target.baseline is 'State before the year.';
comment on column target.baseline_derived is 'True if the baseline was derived and not printed.';
comment on column target.measure_from is 'geometry, feature_count, hybrid, reported or derived.';
comment on column target.ref is 'Section of the plan.';
comment on column target.note is 'What is inferred or open.';
comment on column target.measure is 'Measure that answers for it; null if there are no data yet.';
comment on column target.group_code is 'Group of communes it is measured for.';
comment on column target.each_level is 'Set if each unit of that level must meet it.';
comment on column target.discrepancy is 'Doubt that concerns it.';

create table funding_source (
    plan_year       smallint not null references plan on delete cascade,
    id              text not null,
    label_vi        text not null,
    label_en        text not null,
    amount_printed  numeric not null,
    amount          numeric not null,
    percent_printed numeric,
    discrepancy     text,
    primary key (plan_year, id)
);
comment on table funding_source is 'Sources of the money a plan needs.';
comment on column funding_source.plan_year is 'The plan.';
comment on column funding_source.id is 'Id within the plan.';
comment on column funding_source.label_vi is 'Label in Vietnamese.';
comment on column funding_source.label_en is 'Label in English.';
comment on column funding_source.amount_printed is 'Amount as printed.';
comment on column funding_source.amount is 'Amount to use.';
comment on column funding_source.percent_printed is 'Share of the total as printed.';
comment on column funding_source.discrepancy is 'Doubt that concerns it.';

create table discrepancy (
    plan_year smallint not null references plan on delete cascade,
    id        text not null,
    kind      text not null,
    severity  text not null,
    place     text not null,
    printed   text not null,
    reasoning text not null,
    reading   text not null,
    primary key (plan_year, id)
);
comment on table discrepancy is 'Doubts about what a plan prints, each with the reading to use.';
comment on column discrepancy.plan_year is 'The plan.';
comment on column discrepancy.id is 'Id within the plan: X-01.';
comment on column discrepancy.kind is 'sum, percent, count, reference, ocr and so on.';
comment on column discrepancy.severity is 'high, medium, low or info.';
comment on column discrepancy.place is 'Section of the plan.';
comment on column discrepancy.printed is 'What is printed.';
comment on column discrepancy.reasoning is 'Why it is doubted.';
comment on column discrepancy.reading is 'The reading to use.';

create table plan_section (
    plan_year smallint not null references plan on delete cascade,
    name      text not null,
    body      jsonb not null,
    primary key (plan_year, name)
);
comment on table plan_section is 'Everything a plan says, section by section, as it was loaded; nothing is left out.';
comment on column plan_section.plan_year is 'The plan.';
comment on column plan_section.name is 'Name of the section: actors, legal_references, workflow and so on.';
comment on column plan_section.body is 'The section.';
