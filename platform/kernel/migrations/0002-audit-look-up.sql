-- For those who read the audit log: by what an act was about, what was denied, and what the last walk along the chain found.
create index audit_subject on kernel.audit using gin (subject);
create index audit_denied on kernel.audit (position) where outcome = 'denied';
create table kernel.audit_verdict (
  checked_at timestamptz primary key,
  whole boolean not null,
  links bigint not null,
  head text not null,
  waiting bigint not null,
  first_bad jsonb
);
