-- 服务评价: one a case, by its owner (the guide 五（一）2（7）); the words are hidden at rest and published nowhere.
create table interaction.rating (
  case_number text collate "C" primary key,
  implementation_code text collate "C" not null,
  item_name text not null,
  body_code text collate "C" not null,
  division text collate "C" not null,
  account_id text not null,
  score integer not null check (score between 1 and 5),
  tags text[] not null,
  comment text,
  channel text,
  rated_at timestamptz not null,
  check (score > 2 or comment is not null)
);
create index rating_item on interaction.rating (implementation_code, score);
create index rating_body on interaction.rating (body_code, rated_at desc);

-- 差评办理: what a bad rating opens, until it is answered. The body that handled the case has it unless it is given to another.
create table interaction.follow_up (
  case_number text collate "C" primary key references interaction.rating,
  body_code text collate "C" not null,
  division text collate "C" not null,
  state text not null check (state in ('open', 'assigned', 'answered')),
  category text,
  due_on date not null,
  opened_at timestamptz not null,
  assigned_by text,
  assigned_at timestamptz,
  verdict text check (verdict in ('justified', 'unjustified')),
  answer text,
  called_back boolean not null default false,
  answered_by text,
  answered_at timestamptz,
  check ((state = 'answered') = (answer is not null and verdict is not null and answered_at is not null)),
  check ((state = 'open') or category is not null)
);
create index follow_up_list on interaction.follow_up (body_code, due_on, case_number);
create index follow_up_open on interaction.follow_up (due_on, case_number) where state <> 'answered';
