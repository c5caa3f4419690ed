-- That an embargo has ended is told once, on time or late.
alter table story add column embargo_over boolean default true not null;
update story set embargo_over = false where embargo > current_timestamp;
drop index story_embargo;
create index story_embargo on story (embargo_over, embargo);
create index story_embargo_end on story (embargo, id);
