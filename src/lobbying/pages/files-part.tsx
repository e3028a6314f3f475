import { Acts, Button, Fieldset, FileField, Form, Notice, Section, Select } from '../../ui/index.ts';
import { ATTACHMENT_KINDS } from '../attachments.ts';
import { amendsWhat } from '../filed.ts';
import type { Attachment } from '../money-queries.ts';
import type { FiledIn } from '../ports.ts';
import { choicesOf } from './words.ts';

const showSize = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** The files beside a row of the log, and the form that adds one: on a phone it opens the camera. */
export const Files = ({
  kind,
  id,
  files,
  mayChange,
  locked,
}: {
  kind: 'activity' | 'expense' | 'compensation' | 'dues';
  id: string;
  files: Attachment[];
  mayChange: boolean;
  locked: boolean;
}) => (
  <Section title="Proof" id="files" aside={locked ? 'Kept, since a filed report has this' : undefined}>
    {files.length === 0 ? (
      <p class="soft">No receipt or letter yet. A photo taken now saves a search later.</p>
    ) : (
      <ul class="plain">
        {files.map((one) => (
          <li>
            <a href={`/log/attachments/${one.id}`}>{one.name}</a>{' '}
            <span class="soft">
              {ATTACHMENT_KINDS[one.kind as keyof typeof ATTACHMENT_KINDS] ?? one.kind}, {showSize(one.size)}
            </span>
            {mayChange && !locked && (
              <Form action={`/log/attachments/${one.id}/removal`} label={`Remove ${one.name}`}>
                <Acts>
                  <Button>Remove {one.name}</Button>
                </Acts>
              </Form>
            )}
          </li>
        ))}
      </ul>
    )}
    {mayChange && (
      <Form action="/log/attachments" files>
        <input type="hidden" name="subjectKind" value={kind} />
        <input type="hidden" name="subjectId" value={id} />
        <FileField
          label="Photo or PDF"
          name="file"
          required={false}
          accept="image/*,application/pdf"
          hint="At most 8 MB. On a phone, take a photo of the receipt."
        />
        <Select label="What it is" name="kind" value="receipt" options={choicesOf(ATTACHMENT_KINDS)} />
        <Acts>
          <Button>Keep the file</Button>
        </Acts>
      </Form>
    )}
  </Section>
);

/** Says that a row is in a filed report, and what a change would do, before anything is saved. */
export const Locked = ({ filed }: { filed: FiledIn[] }) =>
  filed.length === 0 ? null : (
    <Notice tone="warn" title="In a filed report">
      <p>{amendsWhat(filed)}</p>
      <p>
        {filed.map((one) => (
          <a href={`/filings/${one.filingId}`}>{one.name}</a>
        ))}
      </p>
    </Notice>
  );

/** The tick that says that an amendment is meant; shown only where a filed report has the row. */
export const AmendsTick = ({ filed }: { filed: FiledIn[] }) =>
  filed.length === 0 ? null : (
    <Fieldset legend="This makes an amendment">
      <label class="choice">
        <input type="checkbox" name="amends" value="1" />
        <span>Change it, and prepare an amendment of what was filed</span>
      </label>
    </Fieldset>
  );
