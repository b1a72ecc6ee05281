-- What a geometry was before it was repaired, to be looked at beside it.

alter table import_feature add column geom_before geometry(Geometry, 4326);
comment on column import_feature.geom_before is 'Geometry as the file has it, where it was repaired.';
