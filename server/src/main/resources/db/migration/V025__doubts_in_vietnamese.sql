-- People who read the plan in Vietnamese read the doubts about it in Vietnamese.

alter table discrepancy add column vi jsonb check (vi ?& array['where', 'printed', 'reasoning', 'use']);
comment on column discrepancy.vi is 'Place, print, reason and reading in Vietnamese: where, printed, reasoning, use; null if the file has them in English only.';
