-- 电子印章: one row a seal through its life; a lost or destroyed one stays, for what it sealed.
create table seals.seal (
  id uuid primary key,
  body_code text collate "C" not null,
  division text collate "C" not null,
  name text not null,
  kind text not null check (kind in ('official', 'approval', 'licence')),
  state text not null check (state in ('applied', 'approved', 'refused', 'made', 'issued', 'suspended', 'lost', 'destroyed')),
  reason text not null,
  applied_by text not null,
  applied_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  key_hidden text,
  certificate text,
  chain text,
  serial text,
  picture bytea,
  valid_from timestamptz,
  valid_to timestamptz,
  ended_reason text,
  changed_at timestamptz not null,
  check ((state in ('made', 'issued', 'suspended')) <= (key_hidden is not null and certificate is not null and picture is not null))
);
-- One body has at most one seal of a kind in use.
create unique index seal_in_use on seals.seal (body_code, kind) where state in ('applied', 'approved', 'made', 'issued', 'suspended');
create index seal_list on seals.seal (body_code, applied_at desc, id desc);

-- Every sealing: which seal, what, for whom, when.
create table seals.sealing (
  id uuid primary key,
  seal_id uuid not null references seals.seal,
  digest text not null,
  purpose text not null,
  actor_id text not null,
  sealed_at timestamptz not null
);
create index sealing_seal on seals.sealing (seal_id, sealed_at desc, id desc);
create index sealing_digest on seals.sealing (digest);
create trigger sealing_append_only before update or delete or truncate on seals.sealing
  for each statement execute function kernel.refuse_change();
