-- An edition that goes out as soon as it is approved.
alter table edition add column promised boolean default false not null;
