-- Groups are loaded anew with their codes unchanged while a plan names them; what counts is that every named group is there in the end.

alter table target alter constraint target_group_code_fkey deferrable initially deferred;
