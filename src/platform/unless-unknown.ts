/**
 * What a commit answers, or 'unknown' where it names a row that is not there: the foreign key undid all of it, and
 * the caller says beside which field.
 */
export const unlessUnknown = async <Done>(commit: Promise<Done>): Promise<Done | 'unknown'> => {
  try {
    return await commit;
  } catch (error) {
    if (error instanceof Error && error.message.includes('FOREIGN KEY')) return 'unknown';
    throw error;
  }
};
