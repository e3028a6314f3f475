export type FlashMessage = { kind: 'done' | 'warn' | 'problem'; text: string };

/** What the last act did, said once at the top of the next page. */
export const Flash = ({ kind, text }: FlashMessage) => (
  <p class={kind === 'done' ? 'flash' : `flash ${kind}`} role={kind === 'problem' ? 'alert' : 'status'}>
    {text}
  </p>
);
