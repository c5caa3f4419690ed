-- The newsroom's tables. Every statement runs unchanged on H2 (PostgreSQL mode) and on PostgreSQL.

-- The journal: numbers come from the one row of journal_counter, locked in the writer's own transaction,
-- so that they have no gaps and stand in the order of the commits.
create table journal_counter (
  id          smallint primary key,
  last_number bigint not null
);
insert into journal_counter (id, last_number) values (1, 0);

create table journal (
  number    bigint primary key,
  at        timestamp with time zone not null,
  kind      varchar(60) not null,
  person_id bigint not null,
  payload   text not null
);

-- Followers that work once per cluster keep their place here; the row is the lease.
create table follower_cursor (
  name     varchar(60) primary key,
  position bigint not null
);

create sequence person_seq start with 50 increment by 50;
create table person (
  id            bigint primary key,
  email         varchar(254) not null unique,
  name          varchar(200) not null,
  password_hash varchar(300) not null,
  must_change   boolean not null,
  active        boolean not null,
  created       timestamp with time zone not null,
  version       bigint not null
);
-- lang '*' means every language.
create table person_grant (
  person_id bigint not null references person (id),
  role      varchar(30) not null,
  lang      varchar(12) not null,
  primary key (person_id, role, lang)
);
create table session (
  id_hash   varchar(64) primary key,
  person_id bigint not null references person (id),
  created   timestamp with time zone not null,
  last_seen timestamp with time zone not null,
  expires   timestamp with time zone not null,
  agent     varchar(300) not null
);
create index session_person on session (person_id);
create sequence token_seq start with 50 increment by 50;
create table token (
  id         bigint primary key,
  person_id  bigint not null references person (id),
  name       varchar(200) not null,
  token_hash varchar(64) not null unique,
  scopes     varchar(300) not null,
  created    timestamp with time zone not null,
  expires    timestamp with time zone,
  revoked    boolean not null
);

-- The first answer to a request that carried an Idempotency-Key, kept a day. caller_key: SHA-256 of who asked and the key.
create table first_answer (
  caller_key varchar(64) primary key,
  request    varchar(64) not null,
  status     integer not null,
  headers    text not null,
  body       text not null,
  created    timestamp with time zone not null
);
create index first_answer_created on first_answer (created);

create sequence section_seq start with 50 increment by 50;
create table section (
  id       bigint primary key,
  slug     varchar(120) not null unique,
  position integer not null
);
create table section_name (
  section_id bigint not null references section (id),
  lang       varchar(12) not null,
  name       varchar(200) not null,
  primary key (section_id, lang)
);
create sequence topic_seq start with 50 increment by 50;
create table topic (
  id   bigint primary key,
  slug varchar(120) not null unique
);
create table topic_name (
  topic_id bigint not null references topic (id),
  lang     varchar(12) not null,
  name     varchar(200) not null,
  primary key (topic_id, lang)
);

create sequence story_seq start with 50 increment by 50;
create table story (
  id         bigint primary key,
  kind       varchar(20) not null,
  section_id bigint not null references section (id),
  embargo    timestamp with time zone,
  -- The name under which an import knows the story, so that lines of one group meet across imports.
  origin     varchar(500) unique,
  created    timestamp with time zone not null,
  version    bigint not null
);
create table story_topic (
  story_id bigint not null references story (id),
  topic_id bigint not null references topic (id),
  position integer not null,
  primary key (story_id, topic_id)
);
create index story_topic_topic on story_topic (topic_id, story_id);
create index story_section on story (section_id, id);

create sequence edition_seq start with 50 increment by 50;
create table edition (
  id            bigint primary key,
  story_id      bigint not null references story (id),
  lang          varchar(12) not null,
  status        varchar(20) not null,
  headline      varchar(1000) not null,
  standfirst    varchar(4000) not null,
  body          text not null,
  slug          varchar(300) not null,
  source_url    varchar(1000) unique,
  created       timestamp with time zone not null,
  updated       timestamp with time zone not null,
  published_at  timestamp with time zone,
  scheduled_for timestamp with time zone,
  withdrawn_at  timestamp with time zone,
  withdrawn_why varchar(2000),
  revisions     integer not null,
  version       bigint not null,
  unique (story_id, lang)
);
create index edition_listing on edition (lang, published_at, id);
create index edition_due on edition (scheduled_for);
create table byline (
  edition_id bigint not null references edition (id),
  position   integer not null,
  name       varchar(200) not null,
  role       varchar(20) not null,
  primary key (edition_id, position)
);
create table correction (
  edition_id bigint not null references edition (id),
  position   integer not null,
  at         timestamp with time zone not null,
  note       varchar(4000) not null,
  primary key (edition_id, position)
);
create sequence revision_seq start with 50 increment by 50;
create table revision (
  id         bigint primary key,
  edition_id bigint not null references edition (id),
  number     integer not null,
  at         timestamp with time zone not null,
  person_id  bigint not null,
  cause      varchar(20) not null,
  headline   varchar(1000) not null,
  standfirst varchar(4000) not null,
  body       text not null,
  slug       varchar(300) not null,
  bylines    text not null,
  unique (edition_id, number)
);

create sequence flash_seq start with 50 increment by 50;
create table flash (
  id        bigint primary key,
  ticker    varchar(60) not null,
  number    integer not null,
  at        timestamp with time zone not null,
  zone      varchar(60) not null,
  urgency   varchar(20) not null,
  story_id  bigint references story (id),
  person_id bigint not null,
  edited    timestamp with time zone,
  draft     boolean not null,
  removed   boolean not null,
  version   bigint not null,
  unique (ticker, number)
);
create index flash_stream on flash (ticker, at, number);
create table flash_text (
  flash_id bigint not null references flash (id),
  lang     varchar(12) not null,
  text     varchar(2000) not null,
  primary key (flash_id, lang)
);
