import type { Child } from 'hono/jsx';
import { kept } from './kept.tsx';

type NoticeProps = {
  tone?: 'note' | 'done' | 'warn' | 'problem';
  title: string;
  children?: Child;
};

/** Something the reader must know before going on. A problem says what happened and what to do. */
export const Notice = ({ tone = 'note', title, children }: NoticeProps) => (
  <div
    class={tone === 'warn' || tone === 'problem' ? `notice ${tone}` : 'notice'}
    role={tone === 'problem' ? 'alert' : undefined}
  >
    <p class="notice-title">{kept(title)}</p>
    {children && <div>{children}</div>}
  </div>
);
