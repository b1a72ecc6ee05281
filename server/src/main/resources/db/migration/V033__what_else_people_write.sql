-- Files say BTXM for concrete and ĐT for a provincial road: what else people write for a class, a surface and a kind of works is data as well.

alter table network_class add column synonyms text[] not null default '{}';
alter table network_surface add column synonyms text[] not null default '{}';
alter table work_kind add column synonyms text[] not null default '{}';
comment on column network_class.synonyms is 'What else files say for it.';
comment on column network_surface.synonyms is 'What else files say for it.';
comment on column work_kind.synonyms is 'What else files say for it.';
