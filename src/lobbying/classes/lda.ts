import {
  decisionsOf,
  isContact,
  isOwnVoice,
  isPreparation,
  isSolicitation,
  type Classed,
  type ToClass,
} from './facts.ts';

export const LDA_CLASSES = {
  contact: 'Lobbying contact',
  activity: 'Lobbying activity in support of contacts',
  not_counted: 'Does not count',
};
const { counted, leftOut } = decisionsOf('2023');

/** The federal Lobbying Disclosure Act: contacts with covered federal officials and work for them (2 USC 1602). */
export const lda = (activity: ToClass): Classed => {
  const { kind, personKind, level, officialCapacity, onRecord, writtenRequest } = activity;
  if (level !== 'federal')
    return leftOut(
      '2 USC 1602(8)',
      'Nothing says that this was about federal law or policy, and nothing else is reported there.',
    );
  if (officialCapacity === true || isOwnVoice(personKind))
    return leftOut(
      '2 USC 1602(8)(B)(i)',
      'What a public official says in official capacity is no lobbying contact; superintendents are such.',
    );
  if (isSolicitation(kind))
    return leftOut(
      '2 USC 1602(7)',
      'Asking others to write or call is no contact; under method A its cost stays out.',
    );
  if (kind === 'testimony' && onRecord === true)
    return leftOut(
      '2 USC 1602(8)(B)(vii)',
      'Testimony given or put on the public record is no lobbying contact.',
    );
  if (writtenRequest === true && (isContact(kind) || kind === 'technical_response'))
    return leftOut(
      '2 USC 1602(8)(B)(viii)',
      'An answer in writing to a request for specific information is no lobbying contact.',
    );
  if (isContact(kind))
    return counted('contact', '2 USC 1602(8)(A)', 'A communication to a covered official for a client.');
  if (isPreparation(kind))
    return counted(
      'activity',
      '2 USC 1602(7)',
      'Preparation, planning and research meant for contacts are lobbying activities.',
    );
  return leftOut('2 USC 1602(7)', 'Neither a contact nor work in support of one.');
};
