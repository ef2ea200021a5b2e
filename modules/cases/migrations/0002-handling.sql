-- 环节时限: a step's own limit stands still and moves with the clock of its case. Who is named for a step, where its flow names people.
alter table cases.flow_task
  add column limit_value integer check (limit_value >= 0),
  add column limit_unit text check (limit_unit in ('workday', 'day', 'hour')),
  add column users text[] not null default '{}',
  add check ((limit_value is null) = (limit_unit is null));

-- 行政许可法 44: what was granted is handed over within ten workdays of the decision.
alter table cases.service_case add column deliver_by date;
-- The clock goes on until completion (办结), so what is decided and not completed can be late too; then the delivery is due.
alter table cases.service_case alter column next_due set expression as (coalesce(
  case state when 'submitted' then accept_by when 'correcting' then correct_by
    when 'accepted' then coalesce(committed_due, statutory_due) when 'decided' then coalesce(committed_due, statutory_due)
    when 'completed' then deliver_by end,
  date '9999-12-31'));

-- 待办: what waits for a body, the most urgent first, steps without a day last.
drop index cases.flow_task_work;
create index flow_task_work on cases.flow_task (body_code, (coalesce(due_on, date '9999-12-31')), id) where closed_at is null;
