-- 证照目录: a type by its 21-character code, in immutable versions; licences keep the version they began with.
create table licences.licence_type (
  code text collate "C" not null check (code ~ '^[0-9A-Z]{18}[0-9]{3}$'),
  version integer not null check (version > 0),
  name text not null,
  category text not null check (category in ('certificate', 'permit', 'approval')),
  holder_kinds text[] not null check (cardinality(holder_kinds) > 0),
  definition jsonb not null,
  state text not null check (state in ('draft', 'published', 'replaced', 'retired')),
  kept_by text collate "C" not null,
  drafted_by text not null,
  drafted_at timestamptz not null,
  published_at timestamptz,
  primary key (code, version),
  check ((state = 'draft') = (published_at is null))
);
create unique index licence_type_published on licences.licence_type (code) where state = 'published';
create unique index licence_type_draft on licences.licence_type (code) where state = 'draft';

create sequence licences.licence_sequence cache 20;

-- One row a licence: what never changes of it, and which of its versions is the present one.
create table licences.licence (
  id uuid primary key,
  type_code text collate "C" not null,
  type_name text not null,
  category text not null,
  issuer_code text collate "C" not null,
  issuer_name text not null,
  division text collate "C" not null,
  serial text not null,
  number text not null,
  holder_kind text not null check (holder_kind in ('person', 'organisation')),
  holder_index text not null,
  holder_number text not null,
  holder_account text,
  origin text not null check (origin in ('decision', 'entry')),
  issued_at timestamptz not null,
  -- The present version, kept here for lists; the versions themselves are the record.
  sequence integer not null check (sequence > 0),
  state text not null check (state in ('valid', 'suspended', 'rescinded', 'cancelled', 'revoked', 'transferred', 'lost')),
  valid_from date not null,
  valid_to date,
  awaits_file boolean not null,
  check (valid_to >= valid_from),
  unique (type_code, issuer_code, serial),
  unique (type_code, number)
);
create index licence_holder on licences.licence (holder_index, issued_at desc, id desc);
create index licence_list on licences.licence (issuer_code, issued_at desc, id desc);
create index licence_list_by_division on licences.licence (division, issued_at desc, id desc);
create index licence_expiring on licences.licence (valid_to) where state = 'valid';
create index licence_to_make on licences.licence (id) where awaits_file;

-- 版本管理: nothing is overwritten; every change of content or state is a further row. Content changes raise `version`, the one in the
-- identifier (电子证照标识); a change of state alone keeps identifier and file.
create table licences.licence_version (
  licence_id uuid not null references licences.licence,
  sequence integer not null check (sequence > 0),
  version integer not null check (version between 1 and 999),
  identifier text collate "C" not null,
  change text not null,
  reason text,
  type_version integer not null,
  holder_name text not null,
  face text not null,
  state text not null,
  valid_from date not null,
  valid_to date,
  issued_on date not null,
  -- A decision makes one version, however often it is carried out.
  subject_kind text,
  subject_key text,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (licence_id, sequence),
  check ((subject_kind is null) = (subject_key is null)),
  unique (subject_kind, subject_key)
);
create index licence_version_identifier on licences.licence_version (identifier, sequence);
create trigger licence_version_append_only before update or delete or truncate on licences.licence_version
  for each statement execute function kernel.refuse_change();

-- The sealed file of a version, made once.
create table licences.licence_file (
  licence_id uuid not null references licences.licence,
  version integer not null,
  file_id uuid not null,
  digest text not null,
  made_at timestamptz not null,
  primary key (licence_id, version)
);
create index licence_file_digest on licences.licence_file (digest);
create trigger licence_file_append_only before update or delete or truncate on licences.licence_file
  for each statement execute function kernel.refuse_change();

-- 年检: one entry a year, beside the licence and not in it.
create table licences.annual_check (
  licence_id uuid not null references licences.licence,
  year integer not null check (year between 1949 and 2199),
  result text not null check (result in ('passed', 'failed')),
  note text,
  checked_by text not null,
  checked_at timestamptz not null,
  primary key (licence_id, year)
);

-- Who of the administration looked up whose licences, and why; append-only.
create table licences.look_up (
  id uuid primary key,
  holder_index text not null,
  purpose text not null,
  case_number text,
  body_code text,
  actor_id text not null,
  found integer not null,
  looked_up_at timestamptz not null
);
create index look_up_holder on licences.look_up (holder_index, looked_up_at desc, id desc);
create trigger look_up_append_only before update or delete or truncate on licences.look_up
  for each statement execute function kernel.refuse_change();

-- A holder is reminded of each end of validity once.
create table licences.reminder (
  licence_id uuid not null references licences.licence,
  valid_to date not null,
  reminded_at timestamptz not null,
  primary key (licence_id, valid_to)
);
