import { showDay } from '../../platform/days.ts';
import { Acts, Button, DateField, FileField, Form, Section, TextField } from '../../ui/index.ts';

/** What the office answered to the filed version, and the form that keeps it. */
export const Receipts = ({
  filingId,
  receipts,
  mayKeep,
}: {
  filingId: string;
  receipts: { id: string; submittedOn: string; reference: string; sha256: string | null }[];
  mayKeep: boolean;
}) => (
  <Section title="What the office answered" id="receipts">
    {receipts.length === 0 && <p class="soft">Nothing is kept of it yet.</p>}
    <ul>
      {receipts.map((one) => (
        <li>
          {`Submitted ${showDay(one.submittedOn, { year: true })}${one.reference ? `, number ${one.reference}` : ''}. `}
          {one.sha256 && <a href={`/filings/filing/${filingId}/receipts/${one.id}`}>Its file</a>}
        </li>
      ))}
    </ul>
    {mayKeep && (
      <Form action={`/filings/filing/${filingId}/receipts`} label="Keep what the office answered" files>
        <div class="pair">
          <DateField label="Submitted to the office on" name="submittedOn" />
          <TextField label="The office’s number" name="reference" />
        </div>
        <FileField label="Its confirmation" name="file" hint="PDF, JPEG or PNG, at most 8 MB." />
        <Acts>
          <Button>Keep it</Button>
        </Acts>
      </Form>
    )}
  </Section>
);
