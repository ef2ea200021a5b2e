-- Accounts of persons and organisations (自然人、法人). Personal columns are hidden; equality goes through blind indexes.
create table identity.account (
  id uuid primary key,
  kind text not null check (kind in ('person', 'organisation')),
  name text not null check (name <> ''),
  number_hidden text not null,
  number_index text not null unique,
  phone_hidden text not null,
  phone_index text not null,
  email_hidden text,
  address_hidden text,
  -- Of an organisation: its legal representative as the register knows it.
  representative_hidden text,
  password_hash text not null,
  -- 实名等级: 1 name and number checked, 2 three factors, 3 in person.
  level integer not null check (level between 0 and 3),
  state text not null check (state in ('active', 'closed')),
  agreement text not null,
  registered_at timestamptz not null
);
create unique index account_person_phone on identity.account (phone_index) where kind = 'person' and state = 'active';

create table identity.one_time_code (
  id uuid primary key,
  phone_index text not null,
  purpose text not null check (purpose in ('register', 'signIn', 'resetPassword', 'changePhone')),
  code_digest text not null,
  sent_at timestamptz not null,
  ends_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz
);
create index code_phone on identity.one_time_code (phone_index, sent_at desc);

-- The token itself is known to the browser alone.
create table identity.session (
  token_digest text primary key,
  kind text not null check (kind in ('user', 'staff')),
  holder_id uuid not null,
  channel text not null,
  device text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz
);
create index session_holder on identity.session (holder_id, started_at desc) where ended_at is null;

-- Failures by sign-in name, known or not, so that the answer gives nothing away.
create table identity.sign_in_failure (
  name_index text primary key,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);

create table identity.staff_login (
  staff_id uuid primary key,
  login_name text not null unique check (login_name ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  password_hash text not null,
  second_factor_hidden text,
  must_change boolean not null default true,
  enabled boolean not null default true,
  set_at timestamptz not null
);
