/** A figure's name as it is kept and compared: "Title I_dollars" and "title i dollars" are one. */
export const figureName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim();
