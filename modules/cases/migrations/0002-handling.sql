-- 环节时限: a step's own limit stands still and moves with the clock of its case. Who is named for a step, where its flow names people.
alter table cases.flow_task
  add column limit_value integer check (limit_value >= 0),
  add column limit_unit text check (limit_unit in ('workday', 'day', 'hour')),
  add column users text[] not null default '{}',
  add check ((limit_value is null) = (limit_unit is null));

-- 行政许可法 44: what was granted is handed over within ten workdays of the decision.
alter table cases.service_case add column deliver_by date;
-- The clock goes on until completion (办结), so what is decided and not completed can be late too; then the delivery is due.
-- Made anew with its indexes, since PostgreSQL 15 and 16 cannot change the expression of a generated column.
alter table cases.service_case drop column next_due;
alter table cases.service_case add column next_due date not null generated always as (coalesce(
  case state when 'submitted' then accept_by when 'correcting' then correct_by
    when 'accepted' then coalesce(committed_due, statutory_due) when 'decided' then coalesce(committed_due, statutory_due)
    when 'completed' then deliver_by end,
  date '9999-12-31')) stored;
create index case_work on cases.service_case (body_code, state, next_due, case_number);
create index case_division on cases.service_case (division, state, next_due, case_number);
create index case_open on cases.service_case (next_due, case_number)
  where state in ('submitted', 'correcting', 'preAccepted', 'accepted', 'suspended', 'decided', 'completed');
create index case_open_body on cases.service_case (body_code, next_due, case_number)
  where state in ('submitted', 'correcting', 'preAccepted', 'accepted', 'suspended', 'decided', 'completed');

-- 待办: what waits for a body, the most urgent first, steps without a day last.
drop index cases.flow_task_work;
create index flow_task_work on cases.flow_task (body_code, (coalesce(due_on, date '9999-12-31')), id) where closed_at is null;
