import { existsSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { chromium, type Browser, type Page } from 'playwright-core';

/** As a person's browser calls itself: headless ones say what they are, and what says so is taken for a program. */
const AS_A_PERSON =
  '--user-agent=Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36';

/**
 * A real browser: the one inside an npm package on Linux x64, so that nothing must be installed; elsewhere, and
 * where BROWSER_PATH names one, the machine's own Chrome.
 * @param more what else it is started with
 */
export const openBrowser = async (...more: string[]): Promise<Browser> => {
  const own = [AS_A_PERSON, ...more];
  const named = process.env.BROWSER_PATH;
  if (named && existsSync(named)) return chromium.launch({ executablePath: named, args: own });
  if (platform() !== 'linux' || arch() !== 'x64') {
    return chromium.launch({ channel: 'chrome', args: own }).catch(() => {
      throw new Error('The journeys need a browser: install Google Chrome, or name one with BROWSER_PATH.');
    });
  }
  // Lets the package unpack the few libraries it brings, on a machine that has none of a browser's.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  const args = packed.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote');
  return chromium.launch({
    executablePath: await packed.executablePath(),
    args: [...args, '--no-sandbox', ...own],
    env: { ...process.env, FONTCONFIG_PATH: '/etc/fonts' },
  });
};

/** The page's one main text, for assertions on what a person reads. */
export const words = (page: Page): Promise<string> => page.locator('main').innerText();
