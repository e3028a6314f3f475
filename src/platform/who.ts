/** Roles of staff, from the `role` table. */
export const ROLES = [
  'owner',
  'director',
  'coordinator',
  'staff',
  'regional_president',
  'partner',
  'board',
] as const;
export type Role = (typeof ROLES)[number];

/** Who acts. Always a verb's second argument, always in the journal. */
export type Who =
  | {
      kind: 'staff';
      id: string;
      name: string;
      role: Role;
      /** Set for a regional president: sees and changes this region only. */
      regionId?: string;
      /** Set for a partner: the organization they belong to. */
      organizationId?: string;
      /** Set when an API key acts: what it may do. `*`, `read`, or first words of verb names ('alert'). */
      scopes?: string[];
    }
  | { kind: 'member'; id: string }
  | { kind: 'provider'; id: 'twilio' | 'mail' }
  | { kind: 'clock'; id: string }
  | { kind: 'system'; id: string };

/** What a verb lists as allowed: staff roles, and the other kinds of actor by name. */
export type Allowed = Role | 'member' | 'provider' | 'clock' | 'system';

/** The region that limits what this person may see, or null where nothing does. */
export const regionOf = (who: Who): string | null =>
  who.kind === 'staff' && who.role === 'regional_president' ? (who.regionId ?? '') : null;

/** The organization of a partner, who may see what is shared with it; null for everybody else. */
export const partnerOf = (who: Who): string | null =>
  who.kind === 'staff' && who.role === 'partner' ? (who.organizationId ?? '') : null;

export const SYSTEM: Who = { kind: 'system', id: 'system' };
