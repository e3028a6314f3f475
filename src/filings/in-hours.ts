const MINUTES_IN_HOUR = 60;

/** "25 h", "24 h 30 min". */
export const inHours = (minutes: number): string =>
  `${Math.floor(minutes / MINUTES_IN_HOUR)} h${minutes % MINUTES_IN_HOUR ? ` ${minutes % MINUTES_IN_HOUR} min` : ''}`;
