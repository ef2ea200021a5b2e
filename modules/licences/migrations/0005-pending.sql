-- 原件核验: what is made before the originals were seen is not in force until they are.
alter table licences.licence drop constraint licence_state_check;
alter table licences.licence add check (
  state in ('pending', 'valid', 'suspended', 'rescinded', 'cancelled', 'revoked', 'transferred', 'lost')
);
