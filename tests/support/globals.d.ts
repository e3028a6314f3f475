/** What vitest's bundler puts into a module: files by pattern, absent ones left out. */
interface ImportMeta {
  glob<T = unknown>(
    patterns: string | string[],
    options?: { query?: string; import?: string; eager?: boolean },
  ): Record<string, T>;
}
