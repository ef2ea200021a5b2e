-- The half minute of the last code that signed in: no code of it or of an earlier one signs in again (RFC 6238, 5.2).
alter table identity.staff_login add column second_factor_step bigint;
