-- 资金差错: a refund the platform refuses, and what it says that does not fit, is written down until somebody has mended it.
alter table payments.refund
  add column surplus boolean not null default false,
  add column refused_why text,
  add column carried_at timestamptz,
  drop constraint refund_state_check,
  add constraint refund_state_check check (state in ('asked', 'refunded', 'refused', 'otherwise'));

-- What is paid out past the platform leaves the account of the collecting body (执收单位账户).
alter table payments.ledger_entry
  drop constraint ledger_entry_account_check,
  add constraint ledger_entry_account_check check (account in ('receivable', 'platform', 'revenue', 'refunded', 'treasury'));

create table payments.discrepancy (
  id uuid primary key,
  kind text not null check (kind in ('refundRefused', 'refundUnanswered', 'refundContradicted', 'orderContradicted', 'orderUnknown')),
  -- the order or the refund it is about, as the platform knows it
  about text not null,
  notice_number text references payments.payment_notice,
  refund_number text references payments.refund,
  body_code text,
  division text,
  why text not null,
  raised_at timestamptz not null,
  told_at timestamptz not null,
  times integer not null default 1,
  state text not null default 'open' check (state in ('open', 'mended')),
  mended_at timestamptz,
  mended_by text,
  mended_how text check (mended_how in ('platform', 'otherwise')),
  reason text,
  reference text,
  check ((state = 'open') = (mended_at is null))
);
-- The same thing told again is the same discrepancy.
create unique index discrepancy_open on payments.discrepancy (about, kind) where state = 'open';
create index discrepancy_turn on payments.discrepancy (state, raised_at desc, id desc);
create index discrepancy_notice on payments.discrepancy (notice_number);
