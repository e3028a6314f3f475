const WRAPPED =
  /https:\/\/(?:[a-z0-9]{2,10}\.safelinks\.protection\.outlook\.com\/|linkprotect\.cudasvc\.com\/url\?|urldefense\.proofpoint\.com\/v[12]\/url\?|urldefense\.(?:com|us)\/v3\/__)[^\s<>"]{1,2000}/gi;

/**
 * Text in which links that a district's gateway rewrote read as they were written. For showing only: nothing is
 * fetched. A link that does not say where it led stays as it is.
 */
export const unwrappedLinks = (text: string): string =>
  text.replaceAll(WRAPPED, (link) => {
    const first = innerOf(link);
    if (!first || !/^https?:\/\//i.test(first)) return link;
    // Forwarded between two districts a link is wrapped twice.
    const second = innerOf(first);
    return second && /^https?:\/\//i.test(second) ? second : first;
  });

const innerOf = (link: string): string | null => {
  const [, v3] = /^https:\/\/urldefense\.(?:com|us)\/v3\/__([^\s]*?)__;/i.exec(link) ?? [];
  // An asterisk stands for a sign that is kept elsewhere in the link.
  if (v3) return v3.includes('*') ? null : v3;
  const url = URL.canParse(link) ? new URL(link) : null;
  if (!url) return null;
  const host = url.hostname;
  if (host.endsWith('.safelinks.protection.outlook.com')) return url.searchParams.get('url');
  if (host === 'linkprotect.cudasvc.com') return url.searchParams.get('a');
  if (host !== 'urldefense.proofpoint.com') return null;
  const written = url.searchParams.get('u') ?? '';
  try {
    return url.pathname.startsWith('/v2')
      ? decodeURIComponent(written.replaceAll('-', '%').replaceAll('_', '/'))
      : decodeURIComponent(written);
  } catch {
    return null;
  }
};
