-- Wyoming's rules: registration of lobbyists and their yearly activity report. Evidence as in 0010.
insert into regime (id, name) values ('wy', 'Wyoming');
insert into rule (id, regime, key, value, operator, unit, from_on, to_on, source, evidence, state) values
  ('wy.period_from.2021', 'wy', 'period_from', '05-01', null, 'date', '2021-07-01', null, 'W.S. 28-7-201(c), current through the 2024 budget session', 'V', 'in_force'),
  ('wy.period_to.2021', 'wy', 'period_to', '04-30', null, 'date', '2021-07-01', null, 'W.S. 28-7-201(c), current through the 2024 budget session', 'V', 'in_force'),
  ('wy.due_activity.2021', 'wy', 'due_activity', '06-30', null, 'date', '2021-07-01', null, 'W.S. 28-7-201(c): no later than June 30 for the year before', 'V', 'in_force'),
  ('wy.due_shift.2021', 'wy', 'due_shift', 'none', null, 'text', '2021-07-01', null, 'The chapter names no later day for weekends and holidays; a careful reading', 'GL', 'in_force'),
  ('wy.gift_floor.2021', 'wy', 'gift_floor', '5000', 'more_than', 'cents', '2021-07-01', null, 'W.S. 28-7-201(d): each loan, gift, gratuity, special discount or hospitality', 'V', 'in_force'),
  ('wy.report_floor.2021', 'wy', 'report_floor', '50000', 'at_least', 'cents', '2021-07-01', null, 'sos.wyo.gov, Lobbyist Information: a report is required if reportable expenses are $500 or more', 'V', 'in_force'),
  ('wy.registration_pay.2021', 'wy', 'registration_pay', '50000', 'more_than', 'cents', '2021-07-01', null, 'W.S. 28-7-101(b): pay and expenses received or expected in the period', 'V', 'in_force'),
  ('wy.registration_days.2021', 'wy', 'registration_days', '2', 'at_most', 'days', '2021-07-01', null, 'W.S. 28-7-101(b): before, or within 48 hours of, commencing lobbying', 'V', 'in_force'),
  ('wy.registration_fee.2021', 'wy', 'registration_fee', '7500', 'equals', 'cents', '2021-07-01', null, 'W.S. 28-7-101(b), as amended by Laws 2021, ch. 51', 'V', 'in_force'),
  ('wy.registration_fee_small.2021', 'wy', 'registration_fee_small', '1000', 'equals', 'cents', '2021-07-01', null, 'W.S. 28-7-101(b), as amended by Laws 2021, ch. 51: where no more than travel and per diem, or no more than the amount, is expected', 'V', 'in_force');
