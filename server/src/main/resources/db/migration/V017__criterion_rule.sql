-- What the map must show for a criterion to be met. Thresholds are data with a source; the assessment stays a person's decision.

create table criterion_rule (
    set_id      text not null,
    criterion   smallint not null,
    id          text not null check (id ~ '^[0-9a-z.]{1,20}$'),
    group_code  text references unit_group deferrable initially deferred,
    quantity    text not null check (quantity in ('road_share', 'lined_share', 'irrigated_share', 'powered_villages_share')),
    class       text,
    quality     text check (quality in ('hardened', 'paved')),
    within_m    numeric check (within_m > 0),
    max_kv      numeric check (max_kv > 0),
    threshold   numeric not null check (threshold between 0 and 1),
    label_vi    text not null,
    label_en    text not null,
    source_vi   text not null,
    source_en   text not null,
    ordinal     int not null,
    data_set_id text not null references data_set,
    foreign key (set_id, criterion) references criterion,
    constraint criterion_rule_once unique nulls not distinct (set_id, id, group_code),
    constraint criterion_rule_road_has_quality check ((quantity = 'road_share') = (quality is not null and class is not null)),
    constraint criterion_rule_power_has_distance check ((quantity = 'powered_villages_share') = (within_m is not null and max_kv is not null))
);
comment on table criterion_rule is 'Rules by which criteria are computed from the map; all rules of a criterion must hold.';
comment on column criterion_rule.set_id is 'The criteria set.';
comment on column criterion_rule.criterion is 'Number of the criterion.';
comment on column criterion_rule.id is 'Number of the rule, such as 2.1.';
comment on column criterion_rule.group_code is 'Communes it is for, before the rule of the same number for all; empty for all.';
comment on column criterion_rule.quantity is 'What is looked at: road_share, lined_share, irrigated_share or powered_villages_share.';
comment on column criterion_rule.class is 'Class of road, for road_share.';
comment on column criterion_rule.quality is 'hardened or paved, for road_share.';
comment on column criterion_rule.within_m is 'Distance that counts as supplied, metres, for powered_villages_share.';
comment on column criterion_rule.max_kv is 'Highest voltage of the lines that count, kV, for powered_villages_share.';
comment on column criterion_rule.threshold is 'Least share, 0 to 1.';
comment on column criterion_rule.label_vi is 'The rule in Vietnamese.';
comment on column criterion_rule.label_en is 'The rule in English.';
comment on column criterion_rule.source_vi is 'Where the threshold comes from, in Vietnamese.';
comment on column criterion_rule.source_en is 'Where the threshold comes from, in English.';
comment on column criterion_rule.ordinal is 'Order in lists.';
comment on column criterion_rule.data_set_id is 'Where the row comes from.';
