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

export const MONTANA_CLASSES = {
  lobbying: 'Lobbying',
  support: 'Support of lobbying',
  not_counted: 'Does not count',
};
const { counted } = decisionsOf('2024');
const faq = decisionsOf('2025');

/** Montana: legislation of the state only; paid contact, and what supports it (MCA 5-7, ARM 44.12). */
export const montana = (activity: ToClass): Classed => {
  const { kind, personKind, level, branch, officialCapacity } = activity;
  if (level === 'federal' || level === 'local')
    return faq.leftOut('MT-09', 'Montana’s rules are about legislation of the state (ARM 44.12.101A).');
  if (isElsewhere(activity, 'MT')) return faq.leftOut('MT-09', 'It was about a bill of another legislature.');
  if (branch === 'executive')
    return faq.leftOut(
      'MT-09',
      'Montana’s rules are about legislation, not about agencies (ARM 44.12.102(7)).',
    );
  if (officialCapacity === true)
    return faq.leftOut('MT-08', 'Acts of a public official in official capacity are not lobbying.');
  if (isOwnVoice(personKind))
    return faq.leftOut(
      'MT-07',
      'The member is not paid by the association to lobby, or acts for their own district. Staff may decide otherwise.',
    );
  if (isContact(kind))
    return isLobbyist(personKind)
      ? counted(
          'lobbying',
          'ARM 44.12.102',
          'Direct communication with a public official by a paid lobbyist.',
        )
      : faq.leftOut(
          'MT-07',
          'Contact by a person who is not named as a lobbyist. Whoever is paid to lobby is to be named under Who files; staff may decide otherwise.',
        );
  if (isPreparation(kind))
    return counted(
      'support',
      'ARM 44.12.102(3)',
      'Preparation and planning after the decision to support or oppose count with the lobbying they serve.',
    );
  if (isSolicitation(kind))
    return counted(
      'support',
      'ARM 44.12.102(4)',
      'Support and assistance to lobbying; the cost is reported in the category that staff choose for it.',
    );
  return faq.leftOut('MT-09', 'Neither contact with an official nor support of it.');
};
