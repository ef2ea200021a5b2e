-- 递送未成功: what the courier brought back, lost or gave up, once for each waybill; the result then waits at the counter.
create table cases.delivery_failure (
  waybill text primary key,
  case_number text not null references cases.service_case,
  why text not null check (why in ('returned', 'lost', 'cancelled')),
  failed_at timestamptz not null
);
create index delivery_failure_case on cases.delivery_failure (case_number, failed_at);
