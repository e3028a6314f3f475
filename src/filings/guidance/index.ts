import type { Guide } from './guide.ts';
import { STATE_GUIDES } from './state-guides.ts';
import { TAX_GUIDES } from './tax-guides.ts';

/** Every page of the guidance, in the order of its list. */
export const GUIDES: readonly Guide[] = [...TAX_GUIDES, ...STATE_GUIDES];
export const GUIDE_GROUPS = ['Your organization', 'Your state', 'Anywhere'] as const;
export const guideBySlug = (slug: string): Guide | undefined => GUIDES.find((one) => one.slug === slug);
