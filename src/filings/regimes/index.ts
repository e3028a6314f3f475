import { irs } from './irs/irs.ts';
import { mississippi } from './mississippi/mississippi.ts';
import { montana } from './montana/montana.ts';
import type { Regime } from './regime.ts';

/** Every regime whose reports are prepared here. Another state is its folder and one more name in this list. */
export const REGIMES: Regime[] = [montana, mississippi, irs];

export const regimeById = (id: string): Regime | undefined => REGIMES.find((regime) => regime.id === id);
