import { randomBytes, randomUUID } from 'node:crypto';

/** The exchange's own time and chance; the exchange is outside the product, so they are the real ones. */
let ahead = 0;
/** Lets the exchange's clock run ahead of the machine's, as the clock of the network it serves may. In ms. */
export const runAhead = (ms: number): void => void (ahead = ms);
export const now = (): number => Date.now() + ahead;
export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** A SID of Twilio's shape, as `SM` and 32 hex digits. */
export const newSid = (prefix: string): string => prefix + randomBytes(16).toString('hex');
export const newUuid = (): string => randomUUID();
