-- What the desk needs: words for search engines and networks, who began an edition, what it was translated from,
-- the drafts that are not saved yet, and who is writing where.

alter table edition add column search_title varchar(300) default '' not null;
alter table edition add column search_text varchar(600) default '' not null;
alter table edition add column social_text varchar(1200) default '' not null;
alter table edition add column begun_by bigint default 0 not null;
-- The edition that this one was made from, and the number of that edition's revision it was last brought level with.
alter table edition add column source_id bigint;
alter table edition add column source_revision integer default 0 not null;
-- The newest revision that said something new; later ones only mended commas, and translators need not look.
alter table edition add column substance integer default 0 not null;
update edition set substance = revisions;
create index edition_status on edition (status, updated);
create index edition_updated on edition (updated);

alter table revision add column search_title varchar(300) default '' not null;
alter table revision add column search_text varchar(600) default '' not null;
alter table revision add column social_text varchar(1200) default '' not null;
alter table revision add column minor boolean default false not null;

-- What somebody typed and has not saved: only ever added to.
create sequence draft_seq start with 50 increment by 50;
create table draft (
  id           bigint primary key,
  edition_id   bigint not null references edition (id),
  person_id    bigint not null,
  at           timestamp with time zone not null,
  revision     integer not null,
  headline     varchar(1000) not null,
  standfirst   varchar(4000) not null,
  body         text not null,
  slug         varchar(300) not null,
  bylines      text not null,
  search_title varchar(300) not null,
  search_text  varchar(600) not null,
  social_text  varchar(1200) not null
);
create index draft_edition on draft (edition_id, person_id, id);

-- Who is writing an edition, for a minute at a time.
create table edition_lock (
  edition_id  bigint primary key references edition (id),
  person_id   bigint not null,
  person_name varchar(200) not null,
  holder      varchar(80) not null,
  since       timestamp with time zone not null,
  until       timestamp with time zone not null
);
