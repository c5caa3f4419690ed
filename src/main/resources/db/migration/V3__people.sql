-- Sign-in in two steps, and the language of a person's screens.
-- Every statement runs unchanged on H2 (PostgreSQL mode) and on PostgreSQL.

-- Empty: as the browser asks.
alter table person add column screen_language varchar(12);

-- A session that has ended stays a while: it tells whose a browser was and when a person was last here.
create index session_last_seen on session (last_seen);

-- The secret that a person's telephone shares with the house (RFC 6238), in Base32. last_step: the half-minute of the
-- newest code that was accepted, so that none is accepted twice.
create table two_step (
  person_id bigint primary key references person (id),
  secret    varchar(64) not null,
  confirmed boolean not null,
  last_step bigint not null,
  version   bigint not null
);
create table recovery_code (
  person_id bigint not null references two_step (person_id),
  code_hash varchar(64) not null,
  primary key (person_id, code_hash)
);

-- Between the password and the code.
create table first_step (
  id_hash   varchar(64) primary key,
  person_id bigint not null references person (id),
  expires   timestamp with time zone not null
);
