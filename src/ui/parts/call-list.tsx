import type { Child } from 'hono/jsx';

export type Callable = {
  name: string;
  /** "HD 78" */
  seat: string;
  note?: Child;
  /** E.164, for the link. */
  phone?: string | null;
  email?: string | null;
};

/** A member's own officials, each one tap from a call. */
export const CallList = ({ officials }: { officials: Callable[] }) => (
  <ul class="call-list">
    {officials.map(({ name, seat, note, phone, email }) => (
      <li>
        <div>
          <strong>{name}</strong> <span class="soft nowrap">{seat}</span>
          {note && <div class="small soft">{note}</div>}
        </div>
        {phone ? (
          <a class="button" href={`tel:${phone}`} aria-label={`Call ${name}`}>
            Call
          </a>
        ) : (
          email && (
            <a class="button" href={`mailto:${email}`} aria-label={`Email ${name}`}>
              Email
            </a>
          )
        )}
      </li>
    ))}
  </ul>
);
