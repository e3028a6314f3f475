-- Hearings by their hour: what is ahead is looked for on every home and agenda, among all that a service of bills tells.
create index bill_event_hearing on bill_event (at) where kind = 'hearing';

-- What was confirmed of an official on a bill, in order: where they stand is its last row, however many there are.
create index contact_report_heard on contact_report (bill_id, official_id, on_date, id) where state = 'confirmed';
