-- 加注件: copies for use as material, with purpose and last day printed over them and sealed; only their digest is kept.
create table licences.licence_copy (
  digest text primary key,
  licence_id uuid not null references licences.licence,
  version integer not null,
  purpose text not null,
  valid_to date not null,
  made_by text not null,
  made_at timestamptz not null
);
create index licence_copy_licence on licences.licence_copy (licence_id, made_at desc);
create trigger licence_copy_append_only before update or delete or truncate on licences.licence_copy
  for each statement execute function kernel.refuse_change();
