-- Every list leaves out the stories whose embargo is still to end. Those without one stood behind them in the index, and all
-- of them were walked through each time.
drop index story_embargo_end;
create index story_embargo_end on story (embargo asc nulls first, id);
