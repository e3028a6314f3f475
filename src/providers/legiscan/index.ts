/**
 * LegiScan: the only folder that speaks to it. Optional: without its key nothing is asked and nothing leaves. Its data
 * are licensed CC BY 4.0, so pages that show them name LegiScan LLC.
 */
export { legiScanBills } from './bills.ts';
