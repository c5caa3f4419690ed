-- A place is a topic that lies somewhere.
alter table topic add column kind varchar(20) default 'SUBJECT' not null;
