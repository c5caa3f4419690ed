-- What the board needs to answer from indexes alone, without reading an edition's row, and the words it is searched by.

drop index edition_status;
create index edition_status on edition (status, updated desc, id desc, story_id, lang, begun_by);
drop index edition_updated;
create index edition_updated on edition (updated desc, id desc);
create index edition_story on edition (story_id, lang, status, updated, id, begun_by);
create index story_embargo on story (embargo);
create index journal_at on journal (at, number);

-- Headline and standfirst, folded: small rows, since a search reads all of them.
create table edition_catchwords (
  edition_id bigint primary key,
  story_id   bigint not null,
  lang       varchar(12) not null,
  words      varchar(6000) not null
);
insert into edition_catchwords (edition_id, story_id, lang, words)
  select id, story_id, lang,
    translate(
      regexp_replace(lower(headline || ' ' || standfirst), '[ـً-ْٰ]', '', 'g'),
      'أإآٱىةؤئ’àâäáçéèêëîïíôöóùûüúñÀÂÄÇÉÈÊËÎÏÔÖÙÛÜ',
      'اااايهوي''aaaaceeeeiiiooouuuunaaaceeeeiioouuu')
  from edition;
