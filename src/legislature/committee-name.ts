/** "House Education": a committee by its chamber, where its own name does not begin with it. */
export const committeeName = (name: string, chamber: string | null): string => {
  const house = /Senate|House|Assembly/.exec(chamber ?? '')?.[0];
  return !house || name.startsWith(house) ? name : `${house} ${name}`;
};
