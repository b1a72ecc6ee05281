-- Statuses on a day are read by series, criterion and first day; the exclusion constraint's index is far slower for that.

drop index assessment_valid;
create index assessment_by_day on assessment (series, number, lower(valid));
