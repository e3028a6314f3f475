-- Hearings by their hour: what is ahead is looked for on every home and agenda, among all that a service of bills tells.
create index bill_event_hearing on bill_event (at) where kind = 'hearing';
