-- A parcel the courier would not take at all fails like one that came back.
alter table cases.delivery_failure
  drop constraint delivery_failure_why_check,
  add constraint delivery_failure_why_check check (why in ('refused', 'returned', 'lost', 'cancelled'));
