-- The front page of a language as the editors arranged it: slots, numbered through all areas from 0.
create table front (
  lang    varchar(12) primary key,
  version bigint not null
);
-- What an editor put into a slot, and the rule that fills it otherwise: a section, kinds, at most so many days old (0: any age).
create table front_slot (
  lang        varchar(12) not null references front (lang),
  position    integer not null,
  story_id    bigint references story (id),
  story_until timestamp with time zone,
  section_id  bigint references section (id),
  kinds       varchar(120) not null,
  days        integer not null,
  primary key (lang, position)
);
create index front_slot_until on front_slot (story_until);

-- How often an edition was read in an hour. Nothing is known of who read it.
create table reading (
  story_id bigint not null references story (id),
  lang     varchar(12) not null,
  begun    timestamp with time zone not null,
  times    bigint not null,
  primary key (begun, lang, story_id)
);
