-- Who answers from memory holds a lock for a moment, so that versions read once hold for many; every change of a version waits for it to go.

create function await_version_readers() returns trigger
    language plpgsql as $$
begin
    perform pg_advisory_xact_lock('register_version'::regclass::oid::bigint);
    return null;
end
$$;
comment on function await_version_readers() is 'Waits until nobody holds the versions of the registers, and keeps them from being held until the change is committed.';

create trigger await_readers before insert or update or delete on register_version
    for each statement execute function await_version_readers();
