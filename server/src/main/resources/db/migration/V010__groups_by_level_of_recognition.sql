-- Advanced and model communes are groups as well: each group of the rule recognised says which level it asks for.

alter table unit_group add column recognition_level text;
comment on column unit_group.recognition_level is 'Level of recognition, for rule recognised: NTM, advanced or model.';
update unit_group set recognition_level = 'commune_ntm' where rule = 'recognised';
alter table unit_group
    add constraint unit_group_level_with_rule check ((rule = 'recognised') = (recognition_level is not null)),
    add constraint unit_group_level_is_known check (recognition_level in ('commune_ntm', 'commune_advanced', 'commune_model'));
