-- What the kernel keeps for all modules.

-- Every act that changed something: who, when, what, about whom. Append-only.
create table kernel.audit (
  position bigint generated always as identity primary key,
  act_id uuid not null,
  at timestamptz not null,
  act text not null,
  actor_kind text not null,
  actor_id text not null,
  channel text,
  subject jsonb not null default '{}',
  input_digest text,
  outcome text not null check (outcome in ('done', 'denied')),
  events text[] not null default '{}',
  -- The machine's own time, for the link job only: an act may run on an injected clock.
  written_at timestamptz not null default clock_timestamp()
);
create index audit_actor on kernel.audit (actor_id, position);
create index audit_act on kernel.audit (act, position);

-- The hash chain over the audit log (SM3), laid in batches after commit so that no act waits for another's link.
-- An entry is chained in the order in which it became visible; `link` is that order.
create table kernel.audit_link (
  link bigint primary key,
  position bigint not null unique references kernel.audit (position),
  hash text not null
);
-- Below this position every entry that will ever be visible is linked.
create table kernel.audit_horizon (
  one boolean primary key default true check (one),
  position bigint not null
);
insert into kernel.audit_horizon (position) values (0);
-- The head of each legal day, kept beside the chain.
create table kernel.audit_seal (
  day date primary key,
  link bigint not null,
  hash text not null,
  sealed_at timestamptz not null
);

-- What happened, for those who want to know. Written in the transaction of the act.
create table kernel.event (
  id uuid primary key,
  position bigint generated always as identity unique,
  name text not null,
  body jsonb not null,
  act_id uuid not null,
  actor_kind text not null,
  actor_id text not null,
  at timestamptz not null
);
create index event_name on kernel.event (name, position);

-- A reaction runs once for an event, however often it is delivered.
create table kernel.reaction_done (
  event_id uuid not null,
  reaction text not null,
  done_at timestamptz not null,
  primary key (event_id, reaction)
);

-- Same client, same key, same answer.
create table kernel.idempotency (
  actor_id text not null,
  key text not null,
  request_digest text not null,
  answer jsonb,
  at timestamptz not null,
  primary key (actor_id, key)
);
create index idempotency_at on kernel.idempotency (at);

create function kernel.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'append-only table %.%', tg_table_schema, tg_table_name;
end $$;
create trigger audit_append_only before update or delete or truncate on kernel.audit
  for each statement execute function kernel.refuse_change();
create trigger audit_link_append_only before update or delete or truncate on kernel.audit_link
  for each statement execute function kernel.refuse_change();
