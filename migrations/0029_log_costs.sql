-- The costs of a line of the log are found from the line.
create index expense_activity on expense (activity_id) where activity_id is not null;
