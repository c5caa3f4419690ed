-- Files of the library: pictures, documents, sounds, films, captions. Their bytes lie in the picture store, under the key.
create sequence media_file_seq start with 50 increment by 50;
create table media_file (
  id            bigint primary key,
  form          varchar(20) not null,
  type          varchar(20) not null,
  name          varchar(300) not null,
  -- SHA-256 of what was handed in, by which the same file is known again, and of what is kept.
  handed_in     varchar(64) not null unique,
  kept          varchar(64) not null,
  bytes         bigint not null,
  width         integer not null,
  height        integer not null,
  transparent   boolean not null,
  animated      boolean not null,
  -- Changes with everything that changes a rendition: the part of an address that lets it be kept for ever.
  stamp         varchar(16) not null,
  focus_x       double precision not null,
  focus_y       double precision not null,
  decorative    boolean not null,
  lacking       boolean not null,
  taken         date,
  terms         varchar(2000) not null,
  expires       date,
  expiry_told   varchar(10) not null,
  partners      boolean not null,
  poster_id     bigint references media_file (id),
  added_at      timestamp with time zone not null,
  added_by      bigint not null,
  changed_at    timestamp with time zone not null,
  version       bigint not null
);
create index media_file_form on media_file (form, id);
create index media_file_expires on media_file (expires, id);
create index media_file_kept on media_file (kept);
create index media_file_lacking on media_file (lacking, id);
-- Of two who bring the same file at once, the second waits at this row.
create table media_claim (
  handed_in varchar(64) primary key
);
create table media_words (
  file_id    bigint not null references media_file (id),
  lang       varchar(12) not null,
  alt        varchar(2000) not null,
  caption    varchar(4000) not null,
  credit     varchar(2000) not null,
  place      varchar(500) not null,
  transcript text not null,
  primary key (file_id, lang)
);
-- Where the middle of a picture is not what matters: the part that somebody chose by hand, in fractions.
create table media_crop (
  file_id bigint not null references media_file (id),
  shape   varchar(10) not null,
  x       double precision not null,
  y       double precision not null,
  width   double precision not null,
  height  double precision not null,
  primary key (file_id, shape)
);
-- Captions of a film or a sound, by language.
create table media_captions (
  file_id     bigint not null references media_file (id),
  lang        varchar(12) not null,
  captions_id bigint not null references media_file (id),
  primary key (file_id, lang)
);
-- The text of a document, as it could be taken out of it, and what is to be doubted about it.
create table media_text (
  file_id bigint primary key references media_file (id),
  title   varchar(1000) not null,
  text    text not null,
  pages   integer not null,
  doubts  varchar(300) not null
);
-- The words by which the desk finds a file, folded, in a row small enough for a search to read every one.
create table media_catchwords (
  file_id bigint primary key references media_file (id),
  words   varchar(8000) not null
);
-- Which story shows which file, and where: in one language's body, or (lang '*') in every edition.
create table media_use (
  story_id bigint not null references story (id),
  lang     varchar(12) not null,
  file_id  bigint not null references media_file (id),
  part     varchar(12) not null,
  primary key (story_id, lang, file_id, part)
);
create index media_use_file on media_use (file_id, story_id, lang);
-- What is on its way in: the parts lie in the picture store until the file is whole.
create table media_arrival (
  id        varchar(40) primary key,
  person_id bigint not null,
  name      varchar(300) not null,
  length    bigint not null,
  received  bigint not null,
  parts     integer not null,
  begun     timestamp with time zone not null,
  touched   timestamp with time zone not null,
  version   bigint not null
);
create index media_arrival_touched on media_arrival (touched);
create index media_arrival_person on media_arrival (person_id);

-- The picture that opens a story in every language, unless an edition's own text begins with one.
alter table story add column picture_id bigint references media_file (id);
