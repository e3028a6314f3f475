import { startExchange, type ExchangeOptions } from '../../tests/exchange/exchange.ts';

/** The exchange in a process of its own, so that it does not share a core with what is measured. Ends with its parent. */
const exchange = await startExchange(JSON.parse(process.argv[2] ?? '{}') as ExchangeOptions);
process.on('disconnect', () => process.exit(0));
process.send?.({ url: exchange.url });
