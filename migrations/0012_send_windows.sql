-- Between which hours texts may reach people, and in which zones area codes are used. Tables of the hours of states
-- disagree with each other, and most are written for calls that sell something, which these texts do not. So each row
-- names the table it is from and is to be checked by counsel, and where two disagree the narrower is taken. A row that
-- changes ends (to_on) and a new one begins; a person's own hours are rows with set_by and reason.
insert into send_window (id, state, days, opens, closes, from_on, source) values
  ('all-weekday', '*', 'weekday', '09:00', '20:00', '2025-01-01', 'The network’s own rule: later and shorter than 47 CFR 64.1200(c)(1), which is 8 am to 9 pm and is for solicitations'),
  ('all-saturday', '*', 'saturday', '09:00', '20:00', '2025-01-01', 'The network’s own rule: later and shorter than 47 CFR 64.1200(c)(1), which is 8 am to 9 pm and is for solicitations'),
  ('all-sunday', '*', 'sunday', '12:00', '20:00', '2025-01-01', 'The network’s own rule: later and shorter than 47 CFR 64.1200(c)(1), which is 8 am to 9 pm and is for solicitations'),
  ('al-weekday', 'AL', 'weekday', '08:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, ClickPoint’s table of telemarketing hours by state, reviewed 2025-07. This is a secondary source, not the law itself: ask counsel.'),
  ('al-saturday', 'AL', 'saturday', '08:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, ClickPoint’s table of telemarketing hours by state, reviewed 2025-07. This is a secondary source, not the law itself: ask counsel.'),
  ('al-sunday', 'AL', 'sunday', null, null, '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, ClickPoint’s table of telemarketing hours by state, reviewed 2025-07. This is a secondary source, not the law itself: ask counsel.'),
  ('ca-weekday', 'CA', 'weekday', '09:00', '21:00', '2025-01-01', 'Stello’s table of text hours by state, reviewed 2026-04, tables disagree, the narrower is taken (8 am in others). This is a secondary source, not the law itself: ask counsel.'),
  ('ca-saturday', 'CA', 'saturday', '09:00', '21:00', '2025-01-01', 'Stello’s table of text hours by state, reviewed 2026-04, tables disagree, the narrower is taken (8 am in others). This is a secondary source, not the law itself: ask counsel.'),
  ('ca-sunday', 'CA', 'sunday', '09:00', '21:00', '2025-01-01', 'Stello’s table of text hours by state, reviewed 2026-04, tables disagree, the narrower is taken (8 am in others). This is a secondary source, not the law itself: ask counsel.'),
  ('ct-weekday', 'CT', 'weekday', '09:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, Stello’s table of text hours by state, reviewed 2026-04. This is a secondary source, not the law itself: ask counsel.'),
  ('ct-saturday', 'CT', 'saturday', '09:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, Stello’s table of text hours by state, reviewed 2026-04. This is a secondary source, not the law itself: ask counsel.'),
  ('ct-sunday', 'CT', 'sunday', '09:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, Stello’s table of text hours by state, reviewed 2026-04. This is a secondary source, not the law itself: ask counsel.'),
  ('fl-weekday', 'FL', 'weekday', '08:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, ClickPoint’s table of telemarketing hours by state, reviewed 2025-07. This is a secondary source, not the law itself: ask counsel.'),
  ('fl-saturday', 'FL', 'saturday', '08:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, ClickPoint’s table of telemarketing hours by state, reviewed 2025-07. This is a secondary source, not the law itself: ask counsel.'),
  ('fl-sunday', 'FL', 'sunday', '08:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, ClickPoint’s table of telemarketing hours by state, reviewed 2025-07. This is a secondary source, not the law itself: ask counsel.'),
  ('il-weekday', 'IL', 'weekday', '09:00', '21:00', '2025-01-01', 'Stello’s table of text hours by state, reviewed 2026-04, tables disagree, the narrower is taken (8 am in others). This is a secondary source, not the law itself: ask counsel.'),
  ('il-saturday', 'IL', 'saturday', '09:00', '21:00', '2025-01-01', 'Stello’s table of text hours by state, reviewed 2026-04, tables disagree, the narrower is taken (8 am in others). This is a secondary source, not the law itself: ask counsel.'),
  ('il-sunday', 'IL', 'sunday', '09:00', '21:00', '2025-01-01', 'Stello’s table of text hours by state, reviewed 2026-04, tables disagree, the narrower is taken (8 am in others). This is a secondary source, not the law itself: ask counsel.'),
  ('ky-weekday', 'KY', 'weekday', '10:00', '21:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, ClickPoint’s table of telemarketing hours by state, reviewed 2025-07. This is a secondary source, not the law itself: ask counsel.'),
  ('ky-saturday', 'KY', 'saturday', '10:00', '21:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, ClickPoint’s table of telemarketing hours by state, reviewed 2025-07. This is a secondary source, not the law itself: ask counsel.'),
  ('ky-sunday', 'KY', 'sunday', '10:00', '21:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, ClickPoint’s table of telemarketing hours by state, reviewed 2025-07. This is a secondary source, not the law itself: ask counsel.'),
  ('la-weekday', 'LA', 'weekday', '08:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, ClickPoint’s table of telemarketing hours by state, reviewed 2025-07. This is a secondary source, not the law itself: ask counsel.'),
  ('la-saturday', 'LA', 'saturday', '08:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, ClickPoint’s table of telemarketing hours by state, reviewed 2025-07. This is a secondary source, not the law itself: ask counsel.'),
  ('la-sunday', 'LA', 'sunday', null, null, '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, ClickPoint’s table of telemarketing hours by state, reviewed 2025-07. This is a secondary source, not the law itself: ask counsel.'),
  ('ma-weekday', 'MA', 'weekday', '08:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, ClickPoint’s table of telemarketing hours by state, reviewed 2025-07. This is a secondary source, not the law itself: ask counsel.'),
  ('ma-saturday', 'MA', 'saturday', '08:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, ClickPoint’s table of telemarketing hours by state, reviewed 2025-07. This is a secondary source, not the law itself: ask counsel.'),
  ('ma-sunday', 'MA', 'sunday', '08:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, ClickPoint’s table of telemarketing hours by state, reviewed 2025-07. This is a secondary source, not the law itself: ask counsel.'),
  ('md-weekday', 'MD', 'weekday', '08:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, Stello’s table of text hours by state, reviewed 2026-04. This is a secondary source, not the law itself: ask counsel.'),
  ('md-saturday', 'MD', 'saturday', '08:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, Stello’s table of text hours by state, reviewed 2026-04. This is a secondary source, not the law itself: ask counsel.'),
  ('md-sunday', 'MD', 'sunday', '08:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, Stello’s table of text hours by state, reviewed 2026-04. This is a secondary source, not the law itself: ask counsel.'),
  ('me-weekday', 'ME', 'weekday', '09:00', '17:00', '2025-01-01', 'Call Desk’s list of stricter state rules, read 2026-11, of automated solicitation, tables disagree, the narrower is taken (8 am to 9 pm in others). This is a secondary source, not the law itself: ask counsel.'),
  ('me-saturday', 'ME', 'saturday', null, null, '2025-01-01', 'Call Desk’s list of stricter state rules, read 2026-11, of automated solicitation, tables disagree, the narrower is taken (8 am to 9 pm in others). This is a secondary source, not the law itself: ask counsel.'),
  ('me-sunday', 'ME', 'sunday', null, null, '2025-01-01', 'Call Desk’s list of stricter state rules, read 2026-11, of automated solicitation, tables disagree, the narrower is taken (8 am to 9 pm in others). This is a secondary source, not the law itself: ask counsel.'),
  ('mi-weekday', 'MI', 'weekday', '09:00', '21:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, Stello’s table of text hours by state, reviewed 2026-04. This is a secondary source, not the law itself: ask counsel.'),
  ('mi-saturday', 'MI', 'saturday', '09:00', '21:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, Stello’s table of text hours by state, reviewed 2026-04. This is a secondary source, not the law itself: ask counsel.'),
  ('mi-sunday', 'MI', 'sunday', '09:00', '21:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, Stello’s table of text hours by state, reviewed 2026-04. This is a secondary source, not the law itself: ask counsel.'),
  ('mn-weekday', 'MN', 'weekday', '09:00', '21:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, Stello’s table of text hours by state, reviewed 2026-04. This is a secondary source, not the law itself: ask counsel.'),
  ('mn-saturday', 'MN', 'saturday', '09:00', '21:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, Stello’s table of text hours by state, reviewed 2026-04. This is a secondary source, not the law itself: ask counsel.'),
  ('mn-sunday', 'MN', 'sunday', '09:00', '21:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, Stello’s table of text hours by state, reviewed 2026-04. This is a secondary source, not the law itself: ask counsel.'),
  ('ms-weekday', 'MS', 'weekday', '08:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, tables disagree, the narrower is taken (Sundays open in others). This is a secondary source, not the law itself: ask counsel.'),
  ('ms-saturday', 'MS', 'saturday', '08:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, tables disagree, the narrower is taken (Sundays open in others). This is a secondary source, not the law itself: ask counsel.'),
  ('ms-sunday', 'MS', 'sunday', null, null, '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, tables disagree, the narrower is taken (Sundays open in others). This is a secondary source, not the law itself: ask counsel.'),
  ('nj-weekday', 'NJ', 'weekday', '08:00', '20:00', '2025-01-01', 'Referrizer’s table of text hours by state, read 2026-11. This is a secondary source, not the law itself: ask counsel.'),
  ('nj-saturday', 'NJ', 'saturday', '08:00', '20:00', '2025-01-01', 'Referrizer’s table of text hours by state, read 2026-11. This is a secondary source, not the law itself: ask counsel.'),
  ('nj-sunday', 'NJ', 'sunday', '08:00', '20:00', '2025-01-01', 'Referrizer’s table of text hours by state, read 2026-11. This is a secondary source, not the law itself: ask counsel.'),
  ('nm-weekday', 'NM', 'weekday', '09:00', '21:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11. This is a secondary source, not the law itself: ask counsel.'),
  ('nm-saturday', 'NM', 'saturday', '09:00', '21:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11. This is a secondary source, not the law itself: ask counsel.'),
  ('nm-sunday', 'NM', 'sunday', '09:00', '21:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11. This is a secondary source, not the law itself: ask counsel.'),
  ('nv-weekday', 'NV', 'weekday', '09:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11. This is a secondary source, not the law itself: ask counsel.'),
  ('nv-saturday', 'NV', 'saturday', '09:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11. This is a secondary source, not the law itself: ask counsel.'),
  ('nv-sunday', 'NV', 'sunday', '09:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11. This is a secondary source, not the law itself: ask counsel.'),
  ('ok-weekday', 'OK', 'weekday', '08:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, Call Desk’s list of stricter state rules, read 2026-11. This is a secondary source, not the law itself: ask counsel.'),
  ('ok-saturday', 'OK', 'saturday', '08:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, Call Desk’s list of stricter state rules, read 2026-11. This is a secondary source, not the law itself: ask counsel.'),
  ('ok-sunday', 'OK', 'sunday', '08:00', '20:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, Call Desk’s list of stricter state rules, read 2026-11. This is a secondary source, not the law itself: ask counsel.'),
  ('ri-weekday', 'RI', 'weekday', '09:00', '18:00', '2025-01-01', 'Referrizer’s table of text hours by state, read 2026-11. This is a secondary source, not the law itself: ask counsel.'),
  ('ri-saturday', 'RI', 'saturday', '10:00', '17:00', '2025-01-01', 'Referrizer’s table of text hours by state, read 2026-11. This is a secondary source, not the law itself: ask counsel.'),
  ('ri-sunday', 'RI', 'sunday', '10:00', '17:00', '2025-01-01', 'Referrizer’s table of text hours by state, read 2026-11. This is a secondary source, not the law itself: ask counsel.'),
  ('tx-weekday', 'TX', 'weekday', '09:00', '21:00', '2025-01-01', 'Referrizer’s table of text hours by state, read 2026-11, Call Desk’s list of stricter state rules, read 2026-11. This is a secondary source, not the law itself: ask counsel.'),
  ('tx-saturday', 'TX', 'saturday', '09:00', '21:00', '2025-01-01', 'Referrizer’s table of text hours by state, read 2026-11, Call Desk’s list of stricter state rules, read 2026-11. This is a secondary source, not the law itself: ask counsel.'),
  ('tx-sunday', 'TX', 'sunday', '12:00', '21:00', '2025-01-01', 'Referrizer’s table of text hours by state, read 2026-11, Call Desk’s list of stricter state rules, read 2026-11. This is a secondary source, not the law itself: ask counsel.'),
  ('wa-weekday', 'WA', 'weekday', '08:00', '20:00', '2025-01-01', 'Call Desk’s list of stricter state rules, read 2026-11. This is a secondary source, not the law itself: ask counsel.'),
  ('wa-saturday', 'WA', 'saturday', '08:00', '20:00', '2025-01-01', 'Call Desk’s list of stricter state rules, read 2026-11. This is a secondary source, not the law itself: ask counsel.'),
  ('wa-sunday', 'WA', 'sunday', '08:00', '20:00', '2025-01-01', 'Call Desk’s list of stricter state rules, read 2026-11. This is a secondary source, not the law itself: ask counsel.'),
  ('wy-weekday', 'WY', 'weekday', '08:00', '20:00', '2025-01-01', 'Call Desk’s list of stricter state rules, read 2026-11. This is a secondary source, not the law itself: ask counsel.'),
  ('wy-saturday', 'WY', 'saturday', '08:00', '20:00', '2025-01-01', 'Call Desk’s list of stricter state rules, read 2026-11. This is a secondary source, not the law itself: ask counsel.'),
  ('wy-sunday', 'WY', 'sunday', '08:00', '20:00', '2025-01-01', 'Call Desk’s list of stricter state rules, read 2026-11. This is a secondary source, not the law itself: ask counsel.'),
  ('pa-weekday', 'PA', 'weekday', '08:00', '21:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, Call Desk’s list of stricter state rules, read 2026-11, tables disagree, the narrower is taken (Saturday afternoons open in others). This is a secondary source, not the law itself: ask counsel.'),
  ('pa-saturday', 'PA', 'saturday', '08:00', '12:00', '2025-01-01', 'Drop Cowboy’s table of state calling hours, updated 2025-11, Call Desk’s list of stricter state rules, read 2026-11, tables disagree, the narrower is taken (Saturday afternoons open in others). This is a secondary source, not the law itself: ask counsel.'),
  ('pa-sunday', 'PA', 'sunday', null, null, '2026-10-18', 'Call Desk’s list of stricter state rules, read 2026-11, in force from 2026-10-18. This is a secondary source, not the law itself: ask counsel.');

-- The zones of area codes of the United States and its territories. Source: Google libphonenumber,
-- resources/timezones/map_data.txt (Apache-2.0), read 2026-11, all zones of a code together; codes opened since as their
-- overlaid neighbours by the North American Numbering Plan; its 689 corrected (Orlando). A code that is not here
-- leaves the zone in doubt, and then all zones must be open.
insert into area_code (code, zone) select cast(value as text), 'America/New_York' from json_each('[
  201, 202, 203, 207, 212, 215, 216, 219, 223, 227, 229, 231, 234, 239, 240, 248, 252, 260, 267, 269, 270, 272, 276, 283,
  301, 302, 304, 305, 313, 315, 317, 321, 324, 326, 329, 330, 332, 336, 339, 347, 351, 352, 363, 364, 380, 386, 401, 404,
  407, 410, 412, 413, 419, 423, 434, 436, 440, 443, 445, 448, 463, 470, 472, 475, 478, 484, 502, 508, 513, 516, 517, 518,
  540, 551, 561, 567, 570, 571, 574, 582, 585, 586, 603, 606, 607, 609, 610, 614, 616, 617, 631, 640, 645, 646, 656, 667,
  678, 679, 680, 681, 686, 689, 703, 704, 706, 716, 717, 718, 724, 727, 728, 732, 734, 740, 743, 754, 757, 762, 765, 770,
  771, 772, 774, 781, 786, 802, 803, 804, 810, 812, 813, 814, 826, 828, 835, 838, 839, 843, 845, 848, 850, 854, 856, 857,
  859, 860, 862, 863, 864, 865, 878, 904, 906, 908, 910, 912, 914, 917, 919, 929, 930, 934, 937, 941, 943, 947, 948, 954,
  959, 973, 978, 980, 984, 989]');
insert into area_code (code, zone) select cast(value as text), 'America/Chicago' from json_each('[
  205, 210, 214, 217, 218, 219, 224, 225, 228, 235, 251, 254, 256, 262, 270, 274, 281, 308, 309, 312, 314, 316, 318, 319,
  320, 325, 327, 331, 334, 337, 346, 353, 361, 364, 402, 405, 409, 414, 417, 423, 430, 432, 447, 448, 464, 469, 471, 479,
  483, 501, 504, 507, 512, 515, 531, 534, 539, 557, 563, 572, 573, 574, 580, 601, 605, 606, 608, 612, 615, 618, 620, 629,
  630, 636, 641, 651, 659, 660, 662, 682, 701, 708, 712, 713, 715, 726, 730, 731, 737, 763, 769, 773, 779, 785, 806, 812,
  815, 816, 817, 830, 832, 847, 850, 870, 872, 901, 903, 906, 913, 918, 920, 930, 931, 936, 938, 940, 945, 952, 956, 972,
  975, 979, 985]');
insert into area_code (code, zone) select cast(value as text), 'America/Denver' from json_each('[
  303, 307, 308, 385, 406, 435, 458, 480, 505, 520, 541, 575, 602, 605, 620, 701, 719, 720, 748, 775, 785, 801, 915, 928,
  970, 983]');
insert into area_code (code, zone) select cast(value as text), 'America/Boise' from json_each('[
  208, 986]');
insert into area_code (code, zone) select cast(value as text), 'America/Phoenix' from json_each('[
  480, 520, 602, 623, 928]');
insert into area_code (code, zone) select cast(value as text), 'America/Los_Angeles' from json_each('[
  206, 208, 209, 213, 253, 279, 310, 323, 341, 350, 357, 360, 369, 408, 415, 424, 425, 442, 458, 503, 509, 510, 530, 541,
  559, 562, 564, 619, 626, 628, 650, 657, 661, 669, 702, 707, 714, 725, 747, 760, 775, 805, 818, 820, 831, 840, 858, 909,
  916, 925, 949, 951, 971, 986]');
insert into area_code (code, zone) select cast(value as text), 'America/Anchorage' from json_each('[
  907]');
insert into area_code (code, zone) select cast(value as text), 'America/Adak' from json_each('[
  907]');
insert into area_code (code, zone) select cast(value as text), 'Pacific/Honolulu' from json_each('[
  808]');
insert into area_code (code, zone) select cast(value as text), 'America/Puerto_Rico' from json_each('[
  787, 939]');
insert into area_code (code, zone) select cast(value as text), 'America/St_Thomas' from json_each('[
  340]');
insert into area_code (code, zone) select cast(value as text), 'Pacific/Guam' from json_each('[
  671]');
insert into area_code (code, zone) select cast(value as text), 'Pacific/Saipan' from json_each('[
  670]');
insert into area_code (code, zone) select cast(value as text), 'Pacific/Pago_Pago' from json_each('[
  684]');
