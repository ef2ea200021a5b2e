-- 账号禁用与解禁: who did it, why, and who agreed. Append-only but for the answer to a request.
alter table identity.account drop constraint account_state_check;
alter table identity.account add constraint account_state_check check (state in ('active', 'disabled', 'closed'));

create table identity.account_change (
  id uuid primary key,
  account_id uuid not null references identity.account,
  kind text not null check (kind in ('disable', 'enable')),
  reason text not null check (reason <> ''),
  asked_by text not null,
  asked_at timestamptz not null,
  -- Empty while a request to enable waits for the head.
  outcome text check (outcome in ('done', 'granted', 'refused')),
  decided_by text,
  decided_at timestamptz,
  note text
);
create index account_change_account on identity.account_change (account_id, asked_at desc, id desc);
create unique index account_change_open on identity.account_change (account_id) where outcome is null;
