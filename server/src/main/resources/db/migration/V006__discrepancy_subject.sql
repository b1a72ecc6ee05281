-- A doubt can be about several things, and a thing can be doubted in several ways.

create table discrepancy_subject (
    plan_year   smallint not null,
    discrepancy text not null,
    subject     text not null,
    primary key (plan_year, discrepancy, subject),
    foreign key (plan_year, discrepancy) references discrepancy on delete cascade
);
create index discrepancy_subject_of on discrepancy_subject (plan_year, subject);
comment on table discrepancy_subject is 'What each doubt is about.';
comment on column discrepancy_subject.plan_year is 'The plan.';
comment on column discrepancy_subject.discrepancy is 'The doubt.';
comment on column discrepancy_subject.subject is 'Id of a target, a source of money or anything else in the plan.';

insert into discrepancy_subject
select plan_year, discrepancy, id from target where discrepancy is not null
union
select plan_year, discrepancy, id from funding_source where discrepancy is not null;

alter table target drop column discrepancy;
alter table funding_source drop column discrepancy;
