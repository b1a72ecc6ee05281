-- Photographs are kept upright, bounded in size and without what cameras write into them; beside each its small picture.

alter table work_photo
    drop constraint work_photo_type_check,
    add check (type = 'image/jpeg'),
    alter column type set default 'image/jpeg',
    add column thumbnail bytea not null check (octet_length(thumbnail) <= 131072),
    add column width int not null check (width between 1 and 2048),
    add column height int not null check (height between 1 and 2048),
    add column sent_at timestamptz not null default now();
comment on table work_photo is 'Photographs of works, as JPEG: upright, at most 2048 pixels a side, without metadata and so without the place of whoever took them.';
comment on column work_photo.thumbnail is 'The same, at most 320 pixels a side.';
comment on column work_photo.width is 'Pixels across.';
comment on column work_photo.height is 'Pixels down.';
comment on column work_photo.sent_at is 'When it was sent.';
