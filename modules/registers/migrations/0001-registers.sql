-- Every question to a base register: who asked, about whom, for what purpose (七（二）: 用户查询自身信息被使用的情况).
create table registers.question (
  id uuid primary key,
  register text not null check (register in ('population', 'organisations', 'socialSecurityCards', 'bankCards')),
  kind text not null check (kind in ('verify', 'query')),
  purpose text not null check (purpose <> ''),
  -- About whom: to be found by the person concerned and by nobody who does not know the number.
  subject_index text not null,
  subject_masked text not null,
  asker_kind text not null,
  asker_id text not null,
  asker_body text,
  outcome text not null check (outcome in ('matches', 'differs', 'found', 'notFound')),
  asked_at timestamptz not null
);
create index question_subject on registers.question (subject_index, asked_at desc, id desc);
create index question_time on registers.question (asked_at desc, id desc);
create index question_body on registers.question (asker_body, asked_at desc, id desc);
