-- 撤销: the originals did not agree with what was decided on, so the decision was taken back before its result was handed over.
alter table cases.service_case drop constraint service_case_state_check;
alter table cases.service_case add check (
  state in ('submitted', 'correcting', 'preAccepted', 'accepted', 'suspended', 'decided', 'completed', 'delivered', 'archived', 'refused',
    'withdrawn', 'lapsed', 'aborted', 'rescinded')
);
drop index cases.case_to_archive;
create index case_to_archive on cases.service_case (since)
  where state in ('delivered', 'refused', 'withdrawn', 'lapsed', 'aborted', 'rescinded');
