import { irs } from './irs/irs.ts';
import { lda } from './lda/lda.ts';
import { massachusetts } from './massachusetts/massachusetts.ts';
import { mississippi } from './mississippi/mississippi.ts';
import { montana } from './montana/montana.ts';
import type { Regime } from './regime.ts';
import { wyoming } from './wyoming/wyoming.ts';

/** Every regime whose reports are prepared here. Another state is its folder and one more name in this list. */
export const REGIMES: Regime[] = [montana, mississippi, massachusetts, lda, irs, wyoming];

export const regimeById = (id: string): Regime | undefined => REGIMES.find((regime) => regime.id === id);

/** What each regime asks of the log, by its short name. */
export const asks = Object.fromEntries(REGIMES.map((regime) => [regime.id, regime.asks]));
