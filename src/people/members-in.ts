/**
 * An active member `m`, with `:regionId` of that region. The sign keeps SQLite from making an index of its own by state,
 * for which it would read all members again for each district.
 */
export const ACTIVE_MEMBER = `+m.state = 'active' and (:regionId is null or m.region_id = :regionId)`;

/**
 * How many active members some districts have, each district counted once: the SQL of `(district_nces, members)`, for a
 * statement that adds them up by seat or by hearing.
 * @param districts SQL of a column of district ids
 */
export const MEMBERS_IN = (districts: string): string => `
  select m.district_nces, count(*) as members from member m
  where m.district_nces in (${districts}) and ${ACTIVE_MEMBER}
  group by m.district_nces`;
