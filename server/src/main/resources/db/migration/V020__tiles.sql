-- What vector tiles lean on: from which zoom a class is shown, and web Mercator copies of what had none.

alter table network_class add column from_zoom smallint not null default 12 check (from_zoom between 0 and 22);
comment on column network_class.from_zoom is 'Zoom of web map tiles from which sections of the class are shown.';

alter table boundary add column geom_3857 geometry(MultiPolygon, 3857) generated always as (ST_Transform(geom, 3857)) stored;
create index boundary_tile on boundary using gist (geom_3857);
comment on column boundary.geom_3857 is 'The area in web Mercator, for tiles.';

alter table village add column centre_3857 geometry(Point, 3857) generated always as (ST_Transform(centre, 3857)) stored;
create index village_tile on village using gist (centre_3857);
comment on column village.centre_3857 is 'Its centre in web Mercator, for tiles.';

create index substation_tile on substation using gist (geom_3857);

-- Pages of features follow the code.
create index network_section_code on network_section (kind, code);
