-- Codes sort byte by byte, so that the ranges of a data scope are served by their indexes in every database.
create extension if not exists pg_trgm;

-- The directory (目录清单). What is said of an entry stands in its versions; this is the newest of them.
create table catalogue.directory_entry (
  base_code text collate "C" primary key check (base_code ~ '^[A-Z]{2}\d{5}\d{3}$'),
  version integer not null check (version > 0),
  state text not null check (state in ('active', 'suspended', 'cancelled')),
  division text collate "C" not null check (division ~ '^\d{6}$'),
  main_item text collate "C" references catalogue.directory_entry check (main_item <> base_code),
  origins text[] not null default '{}',
  name text not null check (name <> ''),
  item_type text not null check (item_type = substr(base_code, 1, 2)),
  legal_basis jsonb not null check (jsonb_array_length(legal_basis) > 0),
  levels text[] not null check (cardinality(levels) > 0),
  department text,
  effective_on date not null,
  search_words tsvector not null
);
create index directory_entry_by_division on catalogue.directory_entry (division, base_code);
create index directory_entry_by_type on catalogue.directory_entry (item_type, base_code);
create index directory_entry_by_main_item on catalogue.directory_entry (main_item, base_code) where main_item is not null;
create index directory_entry_words on catalogue.directory_entry using gin (search_words);

create table catalogue.directory_version (
  base_code text collate "C" not null references catalogue.directory_entry,
  version integer not null check (version > 0),
  kind text not null check (kind in ('add', 'change', 'suspend', 'resume', 'cancel', 'split', 'merge')),
  content jsonb not null,
  reason text not null,
  made_by text not null,
  reviewed_by text check (reviewed_by <> made_by),
  at timestamptz not null,
  primary key (base_code, version)
);

-- A change on its way: nothing of it counts before it is approved.
create table catalogue.directory_proposal (
  id uuid primary key,
  kind text not null check (kind in ('add', 'change', 'suspend', 'resume', 'cancel', 'split', 'merge')),
  division text collate "C" not null,
  replaces text[] not null,
  entries jsonb not null,
  main_item text collate "C",
  reason text not null,
  state text not null check (state in ('submitted', 'approved', 'returned')),
  proposed_by text not null,
  proposed_at timestamptz not null,
  reviewed_by text check (reviewed_by <> proposed_by),
  reviewed_at timestamptz,
  opinion text,
  made text[] not null default '{}',
  check ((state = 'submitted') = (reviewed_by is null))
);
create index directory_proposal_open on catalogue.directory_proposal (division, id) where state = 'submitted';

-- An implementation (实施清单): one item of one body. The key is base code and implementing code together.
create table catalogue.implementation (
  implementation_code text collate "C" primary key check (length(implementation_code) = 34),
  base_code text collate "C" not null references catalogue.directory_entry check (base_code = substr(implementation_code, 1, 10)),
  body_code text collate "C" not null check (length(body_code) = 18),
  division text collate "C" not null check (division ~ '^(\d{6}|\d{9}|\d{12})$'),
  state text not null check (state in ('preparing', 'inForce', 'suspended', 'withdrawn')),
  current_revision uuid,
  last_version integer not null default 0 check (last_version >= 0),
  state_reason text,
  directory_version integer not null,
  check ((state = 'preparing') = (current_revision is null))
);
create index implementation_by_body on catalogue.implementation (body_code, implementation_code);
create index implementation_by_division on catalogue.implementation (division, implementation_code);
create index implementation_by_base_code on catalogue.implementation (base_code, implementation_code);

create table catalogue.implementation_revision (
  id uuid primary key,
  implementation_code text collate "C" not null references catalogue.implementation,
  state text not null check (state in ('draft', 'submitted', 'approved', 'published', 'superseded')),
  version integer check (version > 0),
  update_kind text not null check (update_kind in ('add', 'change', 'cancel')),
  elements jsonb not null,
  -- Denormalised at publication, so that a guide of long ago still names who it was.
  body_name text,
  division_name text,
  reason text,
  effective_on date,
  drafted_by text not null,
  drafted_at timestamptz not null,
  -- Everybody who filled in something: none of them may approve it.
  filled_by text[] not null,
  submitted_at timestamptz,
  reviewed_by text,
  reviewed_at timestamptz,
  opinion text,
  review jsonb,
  published_by text,
  published_at timestamptz,
  unique (implementation_code, version),
  check (reviewed_by is null or not reviewed_by = any (filled_by)),
  check ((state in ('published', 'superseded')) = (version is not null)),
  check (version is null or (effective_on is not null and published_at is not null and body_name is not null))
);
-- One revision on its way at a time, and one that waits for its day.
create unique index implementation_revision_open on catalogue.implementation_revision (implementation_code) where state in ('draft', 'submitted', 'approved');
create index implementation_revision_by_state on catalogue.implementation_revision (state, id) where state in ('draft', 'submitted', 'approved');
create index implementation_revision_waiting on catalogue.implementation_revision (effective_on) where state = 'published';
alter table catalogue.implementation add foreign key (current_revision) references catalogue.implementation_revision;

-- Running cases read the revision they began with: what is published is never written again.
create function catalogue.keep_published() returns trigger language plpgsql as $$
begin
  if old.version is not null and (tg_op = 'DELETE' or new.elements <> old.elements or new.version <> old.version or new.effective_on <> old.effective_on) then
    raise exception 'a published revision is immutable';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger keep_published before update or delete on catalogue.implementation_revision for each row execute function catalogue.keep_published();

-- Every change of an element on the way: who, what it was, what it became (变化追踪).
create table catalogue.element_change (
  id uuid primary key,
  revision_id uuid not null references catalogue.implementation_revision,
  field text not null,
  before jsonb,
  after jsonb,
  changed_by text not null,
  changed_at timestamptz not null
);
create index element_change_by_revision on catalogue.element_change (revision_id, id);

-- Form and flow: immutable revisions.
create table catalogue.form (
  key text not null check (key ~ '^[a-z][A-Za-z0-9-]{0,59}$'),
  version integer not null check (version > 0),
  name text not null,
  schema jsonb not null,
  published_by text not null,
  published_at timestamptz not null,
  primary key (key, version)
);
create table catalogue.flow (
  key text not null check (key ~ '^[a-z][A-Za-z0-9-]{0,59}$'),
  version integer not null check (version > 0),
  name text not null,
  bpmn text not null,
  definition jsonb not null,
  diagram jsonb,
  state text not null check (state in ('proposed', 'approved', 'returned')),
  body_code text collate "C" not null,
  division text collate "C" not null,
  deployed_by text not null,
  deployed_at timestamptz not null,
  reviewed_by text check (reviewed_by <> deployed_by),
  reviewed_at timestamptz,
  opinion text,
  primary key (key, version)
);
create index flow_proposed on catalogue.flow (division, key) where state = 'proposed';

-- The review manual (审查工作细则): the inside counterpart of the guide.
create table catalogue.review_manual (
  implementation_code text collate "C" not null references catalogue.implementation,
  version integer not null check (version > 0),
  content jsonb not null,
  based_on uuid not null references catalogue.implementation_revision,
  published_by text not null,
  published_at timestamptz not null,
  primary key (implementation_code, version)
);

-- The search row of an item in force.
create table catalogue.listing (
  implementation_code text collate "C" primary key references catalogue.implementation,
  revision_id uuid not null,
  base_code text collate "C" not null,
  name text not null,
  summary text not null,
  body_code text collate "C" not null,
  body_name text not null,
  division text collate "C" not null,
  division_name text not null,
  item_type text not null,
  audiences text[] not null,
  themes text[] not null,
  case_kind text not null,
  mode text not null,
  charged boolean not null,
  visits integer not null,
  committed_limit jsonb,
  -- Minus the applications of the last 30 days: the most used come first in an ascending order.
  rank integer not null default 0 check (rank <= 0),
  -- What a piece of is shown where the name does not show why it was found.
  prose text not null,
  -- Everything one may filter by, as `kind:value`; one index serves words and filters together, so that common words cost no more than rare ones.
  traits text[] not null,
  -- The index knows no weights: what stands in the name is asked for by a column of its own.
  name_words tsvector not null,
  search_words tsvector not null,
  search_pinyin text not null
);
create index listing_order on catalogue.listing (rank, implementation_code);
create index listing_by_division on catalogue.listing (division, rank, implementation_code);
create index listing_by_body on catalogue.listing (body_code, rank, implementation_code);
create index listing_search on catalogue.listing using gin (name_words, search_words, traits);
create index listing_pinyin on catalogue.listing using gin (search_pinyin gin_trgm_ops);

-- Real use: applications by day, from which the list of hot items is made.
create table catalogue.use_day (
  implementation_code text collate "C" not null,
  day date not null,
  uses integer not null check (uses > 0),
  primary key (day, implementation_code)
);

-- Attempts to change an element that somebody does not maintain (越权修改): refused, and noted.
create table catalogue.refused_change (
  id uuid primary key,
  implementation_code text collate "C" not null references catalogue.implementation,
  fields text[] not null check (cardinality(fields) > 0),
  actor_id text not null,
  at timestamptz not null
);
create index refused_change_by_item on catalogue.refused_change (implementation_code, id);
