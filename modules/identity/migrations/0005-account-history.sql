-- 操作审计 (the guide 五（一）2（2）②): everything done with an account, by whom, with what it was before and after; masked, and never rewritten.
alter table identity.account_change drop constraint account_change_kind_check;
alter table identity.account_change add constraint account_change_kind_check
  check (kind in ('open', 'disable', 'enable', 'close', 'password', 'phone', 'level', 'profile'));
alter table identity.account_change alter column reason drop not null;
alter table identity.account_change add column before jsonb not null default '{}';
alter table identity.account_change add column after jsonb not null default '{}';

create function identity.keep_account_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.outcome is null
    and (new.id, new.account_id, new.kind, new.reason, new.asked_by, new.asked_at, new.before, new.after)
      is not distinct from (old.id, old.account_id, old.kind, old.reason, old.asked_by, old.asked_at, old.before, old.after) then
    return new;
  end if;
  raise exception 'append-only table identity.account_change';
end $$;
create trigger account_change_kept before update or delete on identity.account_change
  for each row execute function identity.keep_account_change();
create trigger account_change_not_emptied before truncate on identity.account_change
  for each statement execute function kernel.refuse_change();

-- 定期修改密码: since when the password is what it is.
alter table identity.account add column password_set_at timestamptz;
update identity.account set password_set_at = registered_at;
alter table identity.account alter column password_set_at set not null;

-- A closed account (注销) never opens again; who comes back registers anew, under the same number.
alter table identity.account drop constraint account_number_index_key;
create unique index account_number on identity.account (number_index) where state <> 'closed';
create index account_number_ever on identity.account (number_index, registered_at desc);

alter table identity.one_time_code drop constraint one_time_code_purpose_check;
alter table identity.one_time_code add constraint one_time_code_purpose_check
  check (purpose in ('register', 'signIn', 'resetPassword', 'changePhone', 'changeProfile', 'closeAccount'));
