-- A ticker has a row: whoever writes to it waits there, so its lines and its changes are counted in the order of commits.
create table ticker (
  name    varchar(60) primary key,
  numbers integer not null,
  changes bigint not null,
  place   bigint not null,
  head    bigint not null,
  ended   timestamp with time zone,
  quiet   integer not null
);
create table ticker_summary (
  ticker  varchar(60) not null references ticker (name),
  lang    varchar(12) not null,
  html    text not null,
  written timestamp with time zone not null,
  primary key (ticker, lang)
);

-- The order of lines is their place, which a clock that jumps can't turn round; what changed last has the highest change.
alter table flash add column place bigint default 0 not null;
alter table flash add column changed bigint default 0 not null;
alter table flash add column marked bigint default 0 not null;
alter table flash add column waiting varchar(20);
alter table flash add column pinned boolean default false not null;
alter table flash add column key_moment boolean default false not null;
update flash set place = cast(extract(epoch from at) * 1000 as bigint), changed = number, marked = number;
update flash set waiting = 'IMPORTED' where draft = true;
alter table flash drop column draft;
drop index flash_stream;
create index flash_stream on flash (ticker, place, number);
create index flash_changes on flash (ticker, changed);
create index flash_days on flash (at);
create index flash_stories on flash (story_id);
alter table flash_text add column body text default '' not null;
alter table flash_text add column changed bigint default 0 not null;
alter table flash_text add column edited timestamp with time zone;
update flash_text set edited = (select f.edited from flash f where f.id = flash_id);
create table flash_file (
  flash_id bigint not null references flash (id),
  file_id  bigint not null references media_file (id),
  primary key (flash_id, file_id)
);
create index flash_file_file on flash_file (file_id);

insert into ticker (name, numbers, changes, place, head, quiet)
  select ticker, max(number), max(number), max(place), 0, 12 from flash group by ticker;
insert into ticker (name, numbers, changes, place, head, quiet)
  select 'strip', 0, 0, 0, 0, 0 where not exists (select 1 from ticker where name = 'strip');
