import { randomBytes, randomUUID } from 'node:crypto';

/** The exchange's own time and chance; the exchange is outside the product, so they are the real ones. */
export const now = (): number => Date.now();
export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** A SID of Twilio's shape, as `SM` and 32 hex digits. */
export const newSid = (prefix: string): string => prefix + randomBytes(16).toString('hex');
export const newUuid = (): string => randomUUID();
