interface Person {
  id: string;
  district: string;
  phone?: string;
}
/** A file of officials of the Montana House. */
export const houseFile = (snapshot: string, people: Person[]): string =>
  JSON.stringify({
    source: 'a test',
    state: 'MT',
    snapshot,
    people: people.map(({ id, ...one }) => ({
      id,
      name: `Given ${id}`,
      given: 'Given',
      family: id,
      chamber: 'lower',
      ...one,
    })),
  });

/** A file of reach into seats of the house. */
export const houseReach = (...rows: [nces: string, seat: string, share: number][]): string =>
  `district_nces,chamber,seat,share\n${rows.map(([nces, seat, share]) => `${nces},lower,${seat},${share}\n`).join('')}`;
