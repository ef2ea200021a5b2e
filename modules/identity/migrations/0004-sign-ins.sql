-- 登录记录: every sign-in and every failed one at a known account, kept six months (网络安全法 21) for its holder to read.
create table identity.sign_in (
  id uuid primary key,
  holder_id uuid not null,
  kind text not null check (kind in ('user', 'staff')),
  outcome text not null check (outcome in ('signedIn', 'failed')),
  channel text not null,
  device text not null,
  at timestamptz not null
);
create index sign_in_holder on identity.sign_in (holder_id, at desc, id desc);
create index sign_in_at on identity.sign_in (at);
