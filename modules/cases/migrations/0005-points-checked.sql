-- 审查要点: which points of the review manual were ticked off with the step; null where none were.
alter table cases.step add column points text[];
