-- What stands in somebody's personal space. Texts are kept as they were told, in both languages.
create table messages.message (
  id uuid primary key,
  account_id text not null,
  template text not null,
  texts jsonb not null,
  about_kind text,
  about_key text,
  sent_at timestamptz not null,
  read_at timestamptz,
  check ((about_kind is null) = (about_key is null))
);
create index message_by_account on messages.message (account_id, sent_at desc, id desc);
create index message_unread on messages.message (account_id) where read_at is null;

-- What went, or is to go, out by SMS or e-mail; `site` is the record that a message stands in the personal space (移动终端、用户空间).
create table messages.delivery (
  id uuid primary key,
  channel text not null check (channel in ('sms', 'email', 'site')),
  template text not null,
  account_id text,
  recipient_hidden text,
  recipient_index text,
  recipient_shown text not null,
  subject text,
  text_hidden text,
  about_kind text,
  about_key text,
  body_code text collate "C",
  division text collate "C",
  state text not null check (state in ('waiting', 'delivered', 'undelivered', 'failed')),
  round integer not null default 1,
  attempts integer not null default 0,
  made_at timestamptz not null,
  settled_at timestamptz,
  check ((state = 'waiting') = (settled_at is null)),
  check (channel = 'site' or (recipient_hidden is not null and recipient_index is not null)),
  check ((about_kind is null) = (about_key is null)),
  check ((body_code is null) = (division is null))
);
create index delivery_by_time on messages.delivery (made_at desc, id desc);
create index delivery_by_subject on messages.delivery (about_key, made_at desc);
create index delivery_by_recipient on messages.delivery (recipient_index, made_at desc);
create index delivery_by_body on messages.delivery (body_code, made_at desc);

create table messages.attempt (
  delivery_id uuid not null references messages.delivery,
  number integer not null,
  at timestamptz not null,
  outcome text not null check (outcome in ('delivered', 'undelivered', 'refused', 'noAnswer')),
  gateway_id text,
  primary key (delivery_id, number)
);

create table messages.preference (
  account_id text primary key,
  sms boolean not null,
  email boolean not null,
  language text not null check (language in ('zh-CN', 'en')),
  changed_at timestamptz not null
);

-- Agreement to be sent information that is not about one's own affairs (app. 4); the newest row counts, all stay.
create table messages.consent (
  id uuid primary key,
  account_id text not null,
  agreed boolean not null,
  at timestamptz not null
);
create index consent_by_account on messages.consent (account_id, at desc, id desc);
