-- The front page of a language as the editors arranged it. Its slots are read and changed together: a line a slot.
create table front (
  lang    varchar(12) primary key,
  slots   text not null,
  version bigint not null
);

-- How often an edition was read in an hour. Nothing is known of who read it.
create table reading (
  story_id bigint not null references story (id),
  lang     varchar(12) not null,
  begun    timestamp with time zone not null,
  times    bigint not null,
  primary key (begun, lang, story_id)
);
