create sequence payments.notice_sequence cache 20;

-- 缴款单: what somebody owes for a case, fixed when it is issued.
create table payments.payment_notice (
  number text primary key,
  subject_kind text not null,
  subject_key text not null,
  body_code text not null,
  division text not null,
  payer_account text,
  payer_name text not null,
  items jsonb not null,
  amount_fen bigint not null check (amount_fen > 0),
  state text not null check (state in ('due', 'paid', 'cancelled', 'refunded')),
  issued_at timestamptz not null,
  due_on date not null,
  paid_at timestamptz,
  refunded_fen bigint not null default 0 check (refunded_fen between 0 and amount_fen)
);
create index notice_subject on payments.payment_notice (subject_kind, subject_key);
create index notice_payer on payments.payment_notice (payer_account, issued_at desc, number desc);
create index notice_body on payments.payment_notice (body_code, issued_at desc, number desc);

-- What was asked of the public payment platform. An order that was closed or expired makes room for another.
create table payments.payment_order (
  order_number text primary key,
  notice_number text not null references payments.payment_notice,
  amount_fen bigint not null check (amount_fen > 0),
  state text not null check (state in ('asked', 'open', 'paid', 'closed')),
  platform_number text,
  cashier_url text,
  channel text,
  transaction_number text,
  asked_at timestamptz not null,
  settled_at timestamptz,
  next_inquiry_at timestamptz
);
create unique index order_live on payments.payment_order (notice_number) where state in ('asked', 'open');
create index order_inquiry on payments.payment_order (next_inquiry_at) where state in ('asked', 'open');

create table payments.refund (
  refund_number text primary key,
  notice_number text not null references payments.payment_notice,
  order_number text not null references payments.payment_order,
  amount_fen bigint not null check (amount_fen > 0),
  reason text not null,
  state text not null check (state in ('asked', 'refunded')),
  asked_by text not null,
  asked_at timestamptz not null,
  refunded_at timestamptz
);
create index refund_asked on payments.refund (asked_at) where state = 'asked';

-- Double entry, append-only: of each booking the amounts add up to nothing.
create table payments.ledger_entry (
  booking uuid not null,
  position integer not null,
  account text not null check (account in ('receivable', 'platform', 'revenue', 'refunded')),
  notice_number text not null references payments.payment_notice,
  amount_fen bigint not null check (amount_fen <> 0),
  booked_at timestamptz not null,
  primary key (booking, position)
);
create index ledger_notice on payments.ledger_entry (notice_number);
create trigger ledger_append_only before update or delete or truncate on payments.ledger_entry
  for each statement execute function kernel.refuse_change();

-- Callbacks by the platform's own id: what comes again is known.
create table payments.callback (
  callback_id text primary key,
  nonce text not null unique,
  event text not null,
  order_number text not null,
  verdict text not null,
  received_at timestamptz not null
);
