/**
 * Cuts libphonenumber's metadata down to the 25 countries that share +1, so that the Worker carries
 * 12 KiB for telephone numbers rather than 30. Run again after each update of libphonenumber-js.
 */
import { writeFileSync } from 'node:fs';
import metadata from 'libphonenumber-js/metadata.min.json';

const members = metadata.country_calling_codes['1'] ?? [];
const trimmed = {
  version: metadata.version,
  country_calling_codes: { 1: members },
  countries: Object.fromEntries(members.map((country) => [country, metadata.countries[country]])),
};

writeFileSync(
  new URL('../src/platform/phone-metadata.json', import.meta.url),
  `${JSON.stringify(trimmed)}\n`,
);
