-- What is sealed before the originals were seen (原件核验) has no effect until they are; what was rescinded (撤销) has none any more.
alter table documents.paper add column effect text not null default 'inForce' check (effect in ('pending', 'inForce', 'rescinded'));
