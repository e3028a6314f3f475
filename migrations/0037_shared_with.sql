-- A JSON list of the organizations that talking points are shared with; null while every partner may read what is shared.
alter table talking_points add column shared_with text check (shared_with is null or json_valid(shared_with));
