-- 递送单: what travels between hall and applicant. Names, phones and addresses are hidden.
create table logistics.waybill (
  number text primary key,
  subject_kind text not null,
  subject_key text not null,
  direction text not null check (direction in ('pickUp', 'delivery')),
  account_id text,
  body_code text not null,
  division text not null,
  sender_hidden text not null,
  recipient_hidden text not null,
  goods text not null,
  payer text not null check (payer in ('sender', 'recipient', 'merchant')),
  state text not null check (state in ('asked', 'accepted', 'pickedUp', 'inTransit', 'outForDelivery', 'signed', 'returned', 'lost', 'cancelled')),
  courier_number text,
  fee_fen bigint,
  signed_by_hidden text,
  ordered_at timestamptz not null,
  moved_at timestamptz not null
);
create index waybill_subject on logistics.waybill (subject_kind, subject_key);
create index waybill_account on logistics.waybill (account_id, ordered_at desc, number desc);
create index waybill_asked on logistics.waybill (ordered_at) where state = 'asked';

create table logistics.movement (
  number text not null references logistics.waybill,
  sequence integer not null,
  state text not null,
  place text not null,
  remark text not null,
  at timestamptz not null,
  primary key (number, sequence)
);

create table logistics.callback (
  callback_id text primary key,
  nonce text not null unique,
  received_at timestamptz not null
);
