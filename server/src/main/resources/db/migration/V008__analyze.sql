-- A plan made before the first statistics are there is slow, and the application owns no table it could take them of.

create function analyze_registers() returns void
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    register regclass;
begin
    for register in select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relowner = current_user::regrole loop
        execute 'analyze ' || register;
    end loop;
end
$$;
comment on function analyze_registers is 'Takes statistics of every table, after much has been loaded.';
