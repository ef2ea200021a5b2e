-- 证照编号: what is printed large on a permit, and typed by whoever wants to know whether it is valid.
create index licence_number on licences.licence (number) where category = 'permit';
