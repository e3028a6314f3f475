/**
 * A bill's number as the network writes it: "hb203", "H.B. 203" and "HB 0203" are all "HB 203".
 * @returns null where the text is no bill number
 */
export const billNumber = (text: string): string | null => {
  const parts = /^([A-Z]{1,8})0*([1-9]\d{0,5})([A-Z]?)$/.exec(
    text.toUpperCase().replaceAll(/[\s.\-_]+/g, ''),
  );
  return parts ? `${parts[1]} ${parts[2]}${parts[3]}` : null;
};
