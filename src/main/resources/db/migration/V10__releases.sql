-- Press releases: who issues one, whom to ask, what comes with it, for whom it is.
create table press_release (
  story_id  bigint primary key references story (id),
  issuer_id bigint references topic (id),
  place_id  bigint references topic (id),
  dated     date,
  version   bigint not null
);
create table release_contact (
  story_id bigint not null references press_release (story_id),
  position integer not null,
  name     varchar(200) not null,
  duty     varchar(200) not null,
  phone    varchar(60) not null,
  email    varchar(254) not null,
  open     boolean not null,
  primary key (story_id, position)
);
-- lang '*': for every edition.
create table release_attachment (
  story_id bigint not null references press_release (story_id),
  position integer not null,
  file_id  bigint not null references media_file (id),
  lang     varchar(12) not null,
  primary key (story_id, position)
);
create table release_target (
  story_id bigint not null references press_release (story_id),
  position integer not null,
  name     varchar(120) not null,
  primary key (story_id, position)
);
