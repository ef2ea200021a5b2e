-- 预约 (the guide 五（一）2（4）②). A setting says that an item may be booked at a hall; its slots say when and for how many.
create table hall.offer (
  hall_id uuid not null,
  implementation_code text collate "C" not null,
  item_name text not null,
  open boolean not null,
  counter_ids uuid[] not null,
  set_at timestamptz not null,
  set_by text not null,
  primary key (hall_id, implementation_code)
);
create index offer_item on hall.offer (implementation_code, hall_id) where open;

create table hall.slot (
  hall_id uuid not null,
  implementation_code text collate "C" not null,
  weekday integer not null check (weekday between 1 and 7),
  begins text collate "C" not null check (begins ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends text collate "C" not null check (ends ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  quota integer not null check (quota > 0),
  primary key (hall_id, implementation_code, weekday, begins),
  foreign key (hall_id, implementation_code) references hall.offer,
  check (begins < ends)
);

-- A day on which a hall is closed although people work, or open although they do not; then it follows the slots of a weekday.
create table hall.day_exception (
  hall_id uuid not null,
  day date not null,
  kind text not null check (kind in ('closed', 'extra')),
  as_weekday integer check (as_weekday between 1 and 7),
  reason text not null,
  set_at timestamptz not null,
  set_by text not null,
  primary key (hall_id, day),
  check ((kind = 'extra') = (as_weekday is not null))
);

-- How many places of one slot of one day are taken. Changed by the statement that asks whether there is one left: never oversold.
create table hall.slot_day (
  hall_id uuid not null,
  implementation_code text collate "C" not null,
  day date not null,
  begins text collate "C" not null,
  taken integer not null check (taken >= 0),
  primary key (hall_id, implementation_code, day, begins)
);

create sequence hall.appointment_sequence maxvalue 9999999 cycle cache 50;

create table hall.appointment (
  number text collate "C" primary key,
  hall_id uuid not null,
  hall_name text not null,
  body_code text collate "C" not null, -- who runs the hall
  division text collate "C" not null,
  counter_id uuid not null,
  counter text not null,
  implementation_code text collate "C" not null,
  item_name text not null,
  day date not null,
  begins text collate "C" not null,
  ends text collate "C" not null,
  begins_at timestamptz not null,
  ends_at timestamptz not null,
  account_id text, -- absent where a clerk booked for somebody
  holder_index text not null,
  holder_kind text not null check (holder_kind in ('person', 'organisation')),
  name_hidden text not null,
  number_hidden text not null,
  phone_hidden text not null,
  channel text not null,
  state text not null check (state in ('booked', 'confirmed', 'ticketed', 'served', 'missed', 'unserved', 'cancelled')),
  booked_at timestamptz not null,
  booked_by text not null,
  reminded_at timestamptz,
  ended_at timestamptz,
  ended_by text,
  cancel_reason text,
  check ((state in ('served', 'missed', 'unserved', 'cancelled')) = (ended_at is not null))
);
-- 同一事项一个身份证只能预约一次: the database decides, so that of two at once one is told.
create unique index appointment_open on hall.appointment (holder_index, implementation_code)
  where state in ('booked', 'confirmed', 'ticketed');
create index appointment_account on hall.appointment (account_id, begins_at desc, number desc);
create index appointment_hall on hall.appointment (hall_id, day, begins, number);
create index appointment_due on hall.appointment (begins_at) where reminded_at is null and state in ('booked', 'confirmed');
create index appointment_past on hall.appointment (ends_at) where state in ('booked', 'confirmed', 'ticketed');
create index appointment_missed on hall.appointment (holder_index, begins_at) where state in ('missed', 'unserved');

-- 暂停网上预约: after more missed appointments than are borne.
create table hall.suspension (
  id uuid primary key,
  holder_index text not null,
  account_id text,
  name_hidden text not null,
  division text collate "C" not null, -- of the hall where the last one was missed
  body_code text collate "C" not null,
  misses integer not null check (misses > 0),
  made_at timestamptz not null,
  ends_at timestamptz not null,
  lifted_at timestamptz,
  lifted_by text,
  lift_reason text,
  check ((lifted_at is null) = (lift_reason is null))
);
create index suspension_holder on hall.suspension (holder_index, made_at desc);
create index suspension_list on hall.suspension (made_at desc, id desc);
