-- Attempts made before the running round: each round has its full number of attempts.
alter table messages.delivery add column attempts_before integer not null default 0;
