-- A file by whom it was kept and for whom; its content lies in the file store under its digest.
create table documents.file (
  id uuid primary key,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  sm3 text not null,
  size bigint not null check (size > 0),
  media_type text not null,
  name text not null,
  -- 可信等级: A issued by the administration, B checked with the original, C uploaded scan, D self-made.
  trust_level text not null check (trust_level in ('A', 'B', 'C', 'D')),
  origin text not null check (origin in ('upload', 'paper', 'licence', 'picture')),
  owner_account text,
  in_library boolean not null default false,
  kept_by text not null,
  kept_at timestamptz not null
);
create index file_library on documents.file (owner_account, kept_at desc, id desc) where in_library;
create index file_digest on documents.file (digest);

create sequence documents.paper_sequence cache 20;

-- An official paper (电子文书). The row is the act; the PDF is made from it when first wanted, or within a minute.
create table documents.paper (
  id uuid primary key,
  kind text not null,
  number text not null unique,
  audit_code text not null unique,
  body_code text not null,
  body_name text not null,
  subject_kind text not null,
  subject_key text not null,
  owner_account text,
  data jsonb not null,
  sealed boolean not null,
  issued_at timestamptz not null,
  file_id uuid references documents.file,
  made_at timestamptz,
  check ((file_id is null) = (made_at is null))
);
create index paper_subject on documents.paper (subject_kind, subject_key, issued_at);
create index paper_owner on documents.paper (owner_account, issued_at desc, id desc);
create index paper_to_make on documents.paper (issued_at) where made_at is null;
