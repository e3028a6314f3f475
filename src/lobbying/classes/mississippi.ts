import {
  decisionsOf,
  isContact,
  isLobbyist,
  isOwnVoice,
  isPreparation,
  isSolicitation,
  type Classed,
  type ToClass,
} from './facts.ts';

export const MISSISSIPPI_CLASSES = {
  a: 'a. Pay to the lobbyist',
  b: 'b. Share of office, supplies and support staff',
  c: 'c. Support of the lobbyist’s work',
  d: 'd. Employees’ time for direct communication',
  e: 'e. Soliciting others to communicate',
  f: 'f. Food, travel, lodging, entertainment',
  g: 'g. Anything else of value',
  not_counted: 'Does not count',
};
const { counted, leftOut } = decisionsOf('2022');

/** Mississippi: legislative and executive action of the state or of a local body; asking others is lobbying itself. */
export const mississippi = (activity: ToClass): Classed => {
  const { kind, personKind, directedBy, level, officialCapacity, onRecord } = activity;
  if (level === 'federal')
    return leftOut(
      'Miss. Code 5-8-3',
      'Mississippi’s rules are about action of the state and of local bodies.',
    );
  if (isSolicitation(kind))
    return counted(
      'e',
      'Miss. Code 5-8-9(e)',
      'Soliciting others to communicate with officials is lobbying in Mississippi, and its cost has a category of its own.',
    );
  if (officialCapacity === true)
    return leftOut(
      'Miss. Code 5-8-7',
      'A public official or employee who acts in official capacity does not lobby.',
    );
  if (isOwnVoice(personKind))
    return leftOut(
      'Miss. Code 5-8-7',
      'A member of the association for whom lobbying is not a regular function is left out while gifts stay under the limit of the year. Staff may decide otherwise.',
    );
  if (isContact(kind)) {
    const paid = isLobbyist(personKind);
    if (!paid && kind === 'testimony' && onRecord === true)
      return leftOut(
        'Miss. Code 5-8-7',
        'A person limited to formal testimony on the record does not lobby by it.',
      );
    if (!paid && directedBy === 'independent')
      return leftOut(
        'Miss. Code 5-8-9, AG opinions',
        'An employee who acts wholly on their own is no expense of the client; gifts may make it the employee’s own duty.',
      );
    const employee = personKind === 'staff_support' && directedBy === 'client';
    const letter = employee ? 'd' : 'a';
    return counted(
      letter,
      `Miss. Code 5-8-9(${letter})`,
      'Direct communication with officials for the client.',
    );
  }
  if (isPreparation(kind)) return counted('c', 'Miss. Code 5-8-9(c)', 'Support of the lobbyist’s work.');
  return leftOut(
    'Miss. Code 5-8-3',
    'Neither contact with an official, nor asking others, nor support of either.',
  );
};
