const KINDS: Record<string, string> = {
  '10dlc-75': '10DLC, trust score 75 to 100',
  '10dlc-50': '10DLC, trust score 50 to 74',
  '10dlc-25': '10DLC, trust score 25 to 49',
  '10dlc-1': '10DLC, trust score 1 to 24',
  '10dlc-low': '10DLC, low volume brand',
  'toll-free': 'Toll-free number, verified',
  'short-code': 'Short code',
  'long-code': 'Long code, not registered',
  'mail-provider': 'Mail provider, on a plan for sending',
  'mail-default': 'Mail provider, before a higher rate is granted',
};

/** A kind of sender in words; one that nobody has named stays as it is. */
export const kindInWords = (profile: string): string => KINDS[profile] ?? profile;
export const isMailKind = (profile: string): boolean => profile.startsWith('mail-');
