/** The tokens of base.css as light and dark colours: `#hex` pairs by name. Reads `light-dark(a, b)` lines. */
export const readTokens = (css: string): Map<string, { light: string; dark: string }> =>
  new Map(
    [...css.matchAll(/--([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{3,6}),\s*(#[0-9a-f]{3,6})\)/g)].map(
      ([, name = '', light = '', dark = '']) => [name, { light, dark }],
    ),
  );

/** The WCAG 2 contrast ratio of two `#hex` colours, 1 to 21. */
export const contrast = (one: string, other: string): number => {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
};

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = channels(hex).map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const channels = (hex: string): number[] => {
  const digits = hex.slice(1);
  const whole = digits.length === 3 ? [...digits].map((one) => one + one).join('') : digits;
  return [0, 2, 4].map((at) => Number.parseInt(whole.slice(at, at + 2), 16) / 255);
};
