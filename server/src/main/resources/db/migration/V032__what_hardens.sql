-- Hardening that leaves earth is a mistake; an upgrade may leave what was there.

alter table work_kind add hardens boolean not null default false;
update work_kind set hardens = improves and section_kind is not null;
comment on column work_kind.hardens is 'True if what it leaves must be hardened, for canals lined.';
