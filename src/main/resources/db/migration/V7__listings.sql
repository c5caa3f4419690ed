-- A list is cut from an index alone, newest first; only what is shown is read whole.
drop index edition_listing;
create index edition_listing on edition (lang, published_at desc, id desc, status, story_id);
create index edition_newest on edition (published_at desc, id desc, status, lang, story_id);
drop index edition_story;
create index edition_story on edition (story_id, lang, status, published_at, id, updated, begun_by);
create index story_kind on story (kind, id);
