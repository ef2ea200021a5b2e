-- Codes sort byte by byte, so that the ranges of a data scope are served by their indexes in every database.

create table organisation.division (
  code text collate "C" primary key check (code ~ '^(\d{6}|\d{9}|\d{12})$'),
  name text not null,
  level text not null check (level in ('nation', 'province', 'city', 'county', 'township', 'village')),
  parent text collate "C" references organisation.division,
  check ((level = 'nation') = (parent is null))
);
create index division_by_parent on organisation.division (parent, code);

create table organisation.body (
  code text collate "C" primary key check (length(code) = 18),
  name text not null,
  short_name text,
  kind text not null check (kind in ('government', 'department', 'departmentAgency', 'authorised', 'party', 'publicService')),
  division text collate "C" not null references organisation.division,
  parent text collate "C" references organisation.body check (parent <> code),
  duties text[] not null default '{}' check (duties <@ array['administration', 'establishment', 'legal', 'supervision']),
  build_mode text not null default 'merged' check (build_mode in ('merged', 'separate')),
  address text,
  phone text,
  complaint_phone text,
  state text not null default 'active' check (state in ('active', 'retired')),
  successor text collate "C" references organisation.body check (successor <> code),
  registered_at timestamptz not null,
  retired_at timestamptz,
  check ((state = 'retired') = (retired_at is not null)),
  check (successor is null or state = 'retired')
);
create index body_by_division on organisation.body (division, code);

create table organisation.department (
  id uuid primary key,
  body_code text collate "C" not null references organisation.body,
  name text not null,
  parent uuid references organisation.department,
  unique (body_code, name)
);

create table organisation.post (
  body_code text collate "C" not null references organisation.body,
  code text not null check (code ~ '^[a-z][A-Za-z0-9-]{1,39}$'),
  name text not null,
  duty text not null,
  primary key (body_code, code)
);

create table organisation.hall (
  id uuid primary key,
  name text not null,
  kind text not null check (kind in ('hall', 'convenience', 'agency')),
  division text collate "C" not null references organisation.division,
  body_code text collate "C" not null references organisation.body,
  address text not null,
  phone text,
  opening_hours text not null,
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  state text not null default 'open' check (state in ('open', 'closed')),
  check ((longitude is null) = (latitude is null)),
  unique (division, name)
);
create index hall_by_division on organisation.hall (division, id);

create table organisation.counter (
  id uuid primary key,
  hall_id uuid not null references organisation.hall,
  number text not null,
  name text not null,
  kind text not null check (kind in ('oneStop', 'body', 'registration', 'pickUp')),
  body_code text collate "C" references organisation.body,
  state text not null default 'open' check (state in ('open', 'closed')),
  unique (hall_id, number),
  check (kind <> 'body' or body_code is not null)
);

create table organisation.staff (
  id uuid primary key,
  staff_number text not null unique,
  name text not null,
  body_code text collate "C" not null references organisation.body,
  department_id uuid references organisation.department,
  posts text[] not null default '{}',
  qualifications text[] not null default '{}',
  enabled boolean not null default true,
  enrolled_at timestamptz not null,
  disabled_at timestamptz,
  disabled_reason text,
  check (enabled = (disabled_at is null) and enabled = (disabled_reason is null))
);
create index staff_by_body on organisation.staff (body_code, staff_number);

create table organisation.role (
  code text primary key check (code ~ '^[a-z][A-Za-z0-9-]{1,39}$'),
  name text not null unique,
  permissions text[] not null,
  administers text check (administers in ('system', 'security', 'audit'))
);

create table organisation.staff_role (
  staff_id uuid not null references organisation.staff,
  role_code text not null references organisation.role,
  bodies text[] check (cardinality(bodies) > 0),
  divisions text[] check (cardinality(divisions) > 0),
  items text[] check (cardinality(items) > 0),
  granted_by text not null,
  granted_at timestamptz not null,
  primary key (staff_id, role_code)
);
create index staff_role_by_role on organisation.staff_role (role_code);

-- A later notice of the State Council may move days of a year already published: a new version, never a change.
create table organisation.calendar_year (
  year integer not null check (year between 2000 and 2200),
  version integer not null check (version > 0),
  days jsonb not null,
  published_at timestamptz not null,
  published_by text not null,
  primary key (year, version)
);
