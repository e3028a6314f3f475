import { Notice } from '../../ui/index.ts';
import type { DataAge } from '../data-age.ts';

/** Above data that are old: how old, why, and where newer ones come from. Nothing where they are not. */
export const OldData = ({ age, mayImport }: { age: DataAge | null; mayImport: boolean }) =>
  age?.old ? (
    <Notice tone="warn" title={age.old.title}>
      <p>
        {age.old.why} {mayImport && <a href="/officials/imports">Bring them up to date</a>}
      </p>
    </Notice>
  ) : null;
