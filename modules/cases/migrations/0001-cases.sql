-- Case numbers come from a sequence cached per session: ranges reserved per process, nobody waits for a locked row.
-- Counted round within seven digits: ten million numbers a day and division are never used up.
create sequence cases.case_sequence maxvalue 9999999 cycle cache 50;

create table cases.draft (
  id uuid primary key,
  account_id text not null,
  implementation_code text not null,
  revision_id uuid not null,
  item_name text not null,
  answers jsonb not null default '{}',
  form jsonb not null default '{}',
  materials jsonb not null default '[]',
  delivery jsonb,
  saved_at timestamptz not null,
  -- Kept for a while after it was handed in, so that a second click learns of the case of the first.
  case_number text
);
create index draft_account on cases.draft (account_id, saved_at desc, id desc) where case_number is null;
create index draft_used on cases.draft (saved_at) where case_number is not null;

create table cases.service_case (
  case_number text primary key,
  revision_id uuid not null, -- the item version is pinned at submission
  implementation_code text not null,
  item_name text not null,
  body_code text not null,
  body_name text not null,
  division text not null,
  handling text not null check (handling in ('instant', 'committed')),
  online_mode text not null check (online_mode in ('preview', 'verify', 'full')),
  channel text not null,
  state text not null check (state in ('submitted', 'correcting', 'preAccepted', 'accepted', 'suspended', 'decided', 'completed',
    'delivered', 'archived', 'refused', 'withdrawn', 'lapsed', 'aborted')),
  decision text check (decision in ('approved', 'denied', 'forwarded')),
  decision_reasons text,
  decided_by text,
  account_id text,
  applicant_kind text not null check (applicant_kind in ('person', 'organisation')),
  applicant_name text not null,
  applicant_number text not null, -- sealed
  applicant_index text not null, -- blind index, to find what a person has at the counter
  applicant_phone text, -- sealed
  legal_representative text, -- of an organisation (appendix 3-1)
  -- Who to talk to: the agent (代理人) where there is one, otherwise the applicant.
  contact_name text not null,
  contact_number text not null, -- sealed
  contact_phone text, -- sealed
  has_agent boolean not null default false,
  answers jsonb not null,
  form jsonb not null,
  delivery jsonb not null,
  licence_identifier text,
  submitted_at timestamptz not null,
  received_at timestamptz not null, -- submission, or the last answer to a correction: from here acceptance is due
  since timestamptz not null, -- when it came into the state it is in
  -- 行政许可法 32: with neither acceptance, refusal nor correction after this day it is deemed accepted as of receipt.
  accept_by date,
  correct_by date,
  accepted_at timestamptz,
  decided_at timestamptz,
  completed_at timestamptz,
  delivered_at timestamptz,
  -- Derived from the clock ledger by one function, in the same transaction; null while the clock stands or beyond the calendar.
  statutory_due date,
  committed_due date,
  -- The limits as the pinned item has them.
  statutory_value integer check (statutory_value >= 0),
  statutory_unit text check (statutory_unit in ('workday', 'calendarDay')),
  committed_value integer check (committed_value >= 0),
  committed_unit text check (committed_unit in ('workday', 'calendarDay')),
  -- How often the applicant had to come to the hall (五（一）2（4）: at most 2, 1, 0).
  visits smallint not null default 0,
  -- The day by which the next thing must be done, for work lists; far away where nothing is due.
  next_due date not null generated always as (coalesce(
    case state when 'submitted' then accept_by when 'correcting' then correct_by when 'accepted' then coalesce(committed_due, statutory_due) end,
    date '9999-12-31')) stored,
  version integer not null default 1,
  check ((statutory_value is null) = (statutory_unit is null)),
  check ((committed_value is null) = (committed_unit is null)),
  check ((state in ('decided', 'completed', 'delivered')) <= (decision is not null))
);
-- Work lists: what a body (or a division) has in a state, most urgent first; and all of it, newest first.
create index case_work on cases.service_case (body_code, state, next_due, case_number);
create index case_division on cases.service_case (division, state, next_due, case_number);
create index case_body_since on cases.service_case (body_code, submitted_at desc, case_number desc);
create index case_open on cases.service_case (next_due, case_number)
  where state in ('submitted', 'correcting', 'preAccepted', 'accepted', 'suspended', 'decided', 'completed');
create index case_open_body on cases.service_case (body_code, next_due, case_number)
  where state in ('submitted', 'correcting', 'preAccepted', 'accepted', 'suspended', 'decided', 'completed');
create index case_account on cases.service_case (account_id, submitted_at desc, case_number desc);
create index case_applicant on cases.service_case (applicant_index, submitted_at desc, case_number desc);
-- Sweeps touch only what is due.
create index case_accept_by on cases.service_case (accept_by, case_number) where state = 'submitted';
create index case_correct_by on cases.service_case (correct_by, case_number) where state = 'correcting';
create index case_late on cases.service_case (committed_due) where state = 'accepted';
-- The holiday calendar did not reach so far when the day was to be counted: counted again when it does.
create index case_undated on cases.service_case (case_number)
  where (state = 'submitted' and accept_by is null) or (state = 'correcting' and correct_by is null)
    or (state = 'accepted' and (committed_value is not null and committed_due is null or statutory_value is not null and statutory_due is null));
create index case_to_archive on cases.service_case (since) where state in ('delivered', 'refused', 'withdrawn', 'lapsed', 'aborted');

create table cases.material (
  id uuid primary key,
  case_number text not null references cases.service_case,
  code text not null,
  name text not null,
  source text not null check (source in ('licence', 'upload', 'paper', 'register', 'deferred')),
  trust_level text not null check (trust_level in ('A', 'B', 'C', 'D')),
  file_id uuid,
  licence_identifier text,
  original_checked_at timestamptz,
  original_checked_by text,
  objection text,
  replaced_at timestamptz, -- a later one took its place; kept, for what was decided on
  given_at timestamptz not null
);
create unique index material_current on cases.material (case_number, code) where replaced_at is null;

-- The clock is a ledger; the due days on the case are derived from it.
create table cases.clock_entry (
  case_number text not null references cases.service_case,
  position integer not null,
  kind text not null check (kind in ('start', 'pause', 'resume', 'extend', 'stop')),
  day date not null,
  days integer, -- of an extension, in the unit of the limit
  ground text not null,
  actor_id text not null,
  calendar_version text not null,
  at timestamptz not null,
  primary key (case_number, position)
);

create table cases.flow (
  case_number text primary key references cases.service_case,
  flow_key text not null,
  flow_version integer not null,
  state jsonb not null,
  passed text[] not null default '{}', -- the elements gone through, in order, for the picture
  ended_at timestamptz
);

create table cases.flow_task (
  id uuid primary key,
  case_number text not null references cases.service_case,
  task_id text not null, -- in the flow's own state
  element_id text not null,
  name text not null,
  roles text[] not null,
  not_done_by text[] not null default '{}', -- elements whose doers may not do this one
  body_code text not null,
  division text not null,
  opened_at timestamptz not null,
  due_on date,
  claimed_by text,
  claimed_at timestamptz,
  closed_at timestamptz,
  closed_as text,
  closed_by text
);
create unique index flow_task_open on cases.flow_task (case_number, task_id) where closed_at is null;
create index flow_task_work on cases.flow_task (body_code, due_on, id) where closed_at is null;
create index flow_task_mine on cases.flow_task (claimed_by, due_on, id) where closed_at is null;
create index flow_task_case on cases.flow_task (case_number);

create table cases.flow_timer (
  case_number text not null references cases.service_case,
  timer_id text not null,
  fires_at timestamptz not null,
  primary key (case_number, timer_id)
);
create index flow_timer_due on cases.flow_timer (fires_at);

-- 办理环节 (appendix 3-4): what was done, by whom, with which opinion.
create table cases.step (
  id uuid primary key,
  case_number text not null references cases.service_case,
  name text not null,
  act text not null,
  actor_id text not null,
  actor_name text not null,
  actor_number text,
  opinion text,
  outcome text,
  started_at timestamptz not null,
  ended_at timestamptz not null
);
create index step_case on cases.step (case_number, id);

-- 特别程序 (appendix 3-5): kind A extends the limit, kind B stops the clock.
create table cases.special_procedure (
  id uuid primary key,
  case_number text not null references cases.service_case,
  kind text not null check (kind in ('A', 'B')),
  name text not null,
  reason text not null,
  planned_days integer,
  started_on date not null,
  started_by text not null,
  ended_on date,
  ended_by text,
  result text
);
create unique index special_open on cases.special_procedure (case_number) where ended_on is null and kind = 'B';
create index special_case on cases.special_procedure (case_number, id);

create table cases.correction (
  case_number text not null references cases.service_case,
  position integer not null,
  items jsonb not null,
  note text,
  asked_by text not null,
  asked_at timestamptz not null,
  due_on date not null,
  answered_at timestamptz,
  primary key (case_number, position)
);

-- What needs the head's word: extension (延时) and abort (中止).
create table cases.approval_request (
  id uuid primary key,
  case_number text not null references cases.service_case,
  kind text not null check (kind in ('extension', 'abort')),
  workdays integer,
  reason text not null,
  asked_by text not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  granted boolean,
  note text
);
create unique index approval_open on cases.approval_request (case_number, kind) where decided_at is null;

-- 送达: who got the result, how, when.
create table cases.delivery (
  case_number text primary key references cases.service_case,
  method text not null,
  signed_by text,
  waybill text,
  delivered_at timestamptz not null,
  handed_by text not null
);

-- The archive package: what belongs to the case, with hashes.
create table cases.archive_package (
  case_number text primary key references cases.service_case,
  manifest jsonb not null,
  digest text not null,
  archived_at timestamptz not null
);
