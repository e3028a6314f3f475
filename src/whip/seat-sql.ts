import * as z from 'zod';
import { OFFICIAL_STANCES } from '../legislature/index.ts';

export const stance = z.enum(OFFICIAL_STANCES);

/** Columns of an official `o` in the seat `s` of the chamber `c`. */
export const SEAT = `o.name, o.family, o.party, c.official_title as title, c.id as chamberId, c.seat_label as seatLabel, s.state, s.district`;
export const seatShape = {
  party: z.string().nullable(),
  title: z.string().nullable(),
  chamberId: z.string().nullable(),
  seatLabel: z.string().nullable(),
  state: z.string().nullable(),
  district: z.string().nullable(),
};

/** Columns of whoever reported the contact report `r`: a member, else somebody of the office. */
export const REPORTER = `r.member_id as memberId, m.first_name || ' ' || m.last_name as memberName, d.name as memberDistrict,
          iif(r.member_id is null, coalesce(l.name, f.name), null) as staffName`;
/** Joins for `REPORTER`. A member of another region than `:regionId` is not named. */
export const JOIN_REPORTER = `left join member m on m.id = r.member_id and (:regionId is null or m.region_id = :regionId)
        left join district d on d.nces = m.district_nces
        left join lobbyist l on l.id = r.lobbyist_id
        left join staff f on f.id = r.created_by`;
export const reporterShape = {
  memberId: z.string().nullable(),
  memberName: z.string().nullable(),
  memberDistrict: z.string().nullable(),
  staffName: z.string().nullable(),
};

/** Where the association stands on the bill `b`. */
export const POSITION = `(select p.position from position p join organization g on g.id = p.organization_id
             where p.bill_id = b.id and p.to_on is null and g.kind = 'association' limit 1) as position`;
export const position = z.enum(['support', 'oppose', 'amend', 'monitor', 'neutral']).nullable();
