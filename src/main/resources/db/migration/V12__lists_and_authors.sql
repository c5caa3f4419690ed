-- A list is cut from one index of editions: an edition knows its story's section and kind.
alter table edition add column section_id bigint references section (id);
alter table edition add column kind varchar(20);
update edition set
  section_id = (select story.section_id from story where story.id = edition.story_id),
  kind = (select story.kind from story where story.id = edition.story_id);
alter table edition alter column section_id set not null;
alter table edition alter column kind set not null;
drop index edition_listing;
create index edition_listing on edition (lang, published_at desc, id desc, status, kind, story_id);
create index edition_section on edition (lang, section_id, published_at desc, id desc, status, kind, story_id);
create index edition_kind on edition (lang, kind, published_at desc, id desc, status, section_id, story_id);

-- Who signed an edition, by the slug of the name. It follows the bylines, and makes an author's list quick to find.
create table edition_author (
  edition_id bigint not null references edition (id),
  slug       varchar(120) not null,
  primary key (edition_id, slug)
);
create index edition_author_slug on edition_author (slug, edition_id);
