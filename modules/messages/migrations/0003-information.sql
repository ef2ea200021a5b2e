-- 推送信息: what a body tells those who agreed to hear such things, and how far the telling has come.
create table messages.information (
  id uuid primary key,
  title text not null,
  text text not null,
  body_code text,
  division text,
  sent_by text not null,
  sent_at timestamptz not null,
  told_up_to text not null default '',
  reached integer not null default 0,
  done_at timestamptz
);
create index information_turn on messages.information (sent_at desc, id desc);
