-- 未揽收: what the courier refuses, or leaves unanswered too often, is refused for good, so that another way can be chosen.
alter table logistics.waybill
  add column attempts integer not null default 0,
  add column next_attempt_at timestamptz,
  add column refused_why text,
  drop constraint waybill_state_check,
  add constraint waybill_state_check check (state in
    ('asked', 'refused', 'accepted', 'pickedUp', 'inTransit', 'outForDelivery', 'signed', 'returned', 'lost', 'cancelled'));
