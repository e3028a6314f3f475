/** The number of a bill without case, blanks and marks: "HB203" and "HB 203" are one bill. */
export const plainNumber = (number: string): string => number.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
