import {
  decisionsOf,
  isContact,
  isElsewhere,
  isLobbyist,
  isOwnVoice,
  isPreparation,
  isSolicitation,
  type Classed,
  type ToClass,
} from './facts.ts';

export const MASSACHUSETTS_CLASSES = {
  legislative: 'Legislative lobbying',
  executive: 'Executive lobbying',
  support: 'Planning and research with a communication',
  solicitation: 'Asking others, an expense of the employer',
  not_counted: 'Does not count',
};
const { counted, leftOut } = decisionsOf('2024');
const exempt = decisionsOf('2017');

/** Massachusetts: legislative and executive lobbying of the state; public employees acting as such are outside (G.L. c.3 ss.39-50). */
export const massachusetts = (activity: ToClass): Classed => {
  const { kind, personKind, level, branch, officialCapacity, writtenRequest } = activity;
  if (level === 'federal')
    return leftOut('G.L. c.3 s.39', 'Massachusetts asks for lobbying of the Commonwealth, not of Congress.');
  if (isElsewhere(activity, 'MA'))
    return leftOut('G.L. c.3 s.39', 'It was about a bill of another legislature.');
  if (isSolicitation(kind))
    return counted(
      'solicitation',
      'G.L. c.3 s.47',
      'What an employer spends to have others speak is among its lobbying expenditures.',
    );
  if (officialCapacity === true || isOwnVoice(personKind))
    return exempt.leftOut(
      'G.L. c.3 s.50',
      'Employees of a city, town or school district acting as such are outside the law. Staff may decide otherwise.',
    );
  if (writtenRequest === true && !isLobbyist(personKind) && kind === 'testimony')
    return exempt.leftOut(
      'G.L. c.3 s.50',
      'Whoever appears because a committee asked, and does nothing else, is outside the law.',
    );
  if (writtenRequest === true && kind !== 'testimony' && (isContact(kind) || kind === 'technical_response'))
    return leftOut('G.L. c.3 s.39', 'A written reply to a written request for facts is not lobbying.');
  if (isContact(kind))
    return branch === 'executive'
      ? counted(
          'executive',
          'G.L. c.3 s.39',
          'Communication about standards, rates, rules, policy or procurement.',
        )
      : counted('legislative', 'G.L. c.3 s.39', 'Communication to promote, oppose or influence legislation.');
  if (isPreparation(kind))
    return counted(
      'support',
      'G.L. c.3 s.39',
      'Strategy, planning and research count where they go with an actual communication.',
    );
  return leftOut('G.L. c.3 s.39', 'Neither a communication with government nor work for one.');
};
