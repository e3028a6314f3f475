import {
  Acts,
  Button,
  ConsoleLayout,
  DateField,
  Empty,
  ErrorSummary,
  FileField,
  Form,
  LinkButton,
  PageHead,
  Section,
  Table,
  TextField,
  type Frame,
} from '../../ui/index.ts';
import { UPLOAD_MEGABYTES } from '../upload.ts';

type FiguresPageProps = {
  frame: Frame;
  figures: { key: string; districts: number; homes: number; days: string }[];
  /** How many districts have active members. */
  homes: number;
  values: Partial<Record<string, string>>;
  errors: Record<string, string>;
  mayWrite: boolean;
};

const FIELDS = { source: 'Source', asOf: 'As of', file: 'File' };

/** Which figures are known of how many districts, which lack them, and the file that fills them in. */
export const FiguresPage = ({ frame, figures, homes, values, errors, mayWrite }: FiguresPageProps) => (
  <ConsoleLayout
    {...frame}
    title="Figures of districts"
    current="members"
    back={{ href: '/members/districts', label: 'Districts' }}
  >
    <PageHead
      title="Figures of districts"
      sub="Enrollment, dollars at stake and the like: talking points read them out for each member’s own district."
    />
    <Section title="What is known" id="known">
      <Table
        caption="Figures, and of how many districts with members each is known"
        quietCaption
        columns={[
          { key: 'name', label: 'Figure' },
          { key: 'known', label: 'Districts with members' },
          { key: 'lack', label: 'Lack it' },
          { key: 'all', label: 'All districts', align: 'end' },
          { key: 'days', label: 'As of' },
        ]}
        rows={figures.map((one) => ({
          name: one.key,
          known: `${one.homes} of ${homes}`,
          lack:
            one.homes < homes ? (
              <a
                href={`/members/districts?${new URLSearchParams({ lacks: one.key, members: 'some' }).toString()}`}
              >
                {homes - one.homes}
              </a>
            ) : (
              'none'
            ),
          all: one.districts,
          days: one.days,
        }))}
        empty={
          <Empty
            title="No figures yet"
            text={
              mayWrite
                ? 'Download the file with every district below, name a column for each figure, and send it back.'
                : 'The office puts them in from a file or on the page of a district.'
            }
          />
        }
      />
    </Section>
    {mayWrite && (
      <Section title="Put in figures from a file" id="file">
        <ErrorSummary
          problems={Object.entries(FIELDS).flatMap(([name, label]) =>
            errors[name] ? [{ name, label, message: errors[name] }] : [],
          )}
          title="The file was not taken."
        />
        <p>
          A row for each district, a column for each figure, named by what it counts. Empty cells leave what
          is there. You see every change before it is written.
        </p>
        <Acts>
          <LinkButton href="/members/districts/figures.csv">Download a file with every district</LinkButton>
        </Acts>
        <Form action="/members/districts/figures" files label="Put in figures from a file">
          <TextField
            label={FIELDS.source}
            name="source"
            value={values['source']}
            error={errors['source']}
            required={false}
            maxlength={200}
            hint="Where the figures are from, such as the fall enrollment report. Or give it row by row in a column source."
          />
          <DateField
            label={FIELDS.asOf}
            name="asOf"
            value={values['asOf']}
            error={errors['asOf']}
            required={false}
            hint="The day the figures are of. Or a column as_of."
          />
          <FileField
            label={FIELDS.file}
            name="file"
            accept=".csv,.txt,text/csv"
            error={errors['file']}
            hint={`In Excel: Save as, CSV UTF-8. Up to ${UPLOAD_MEGABYTES} MB.`}
          />
          <Acts>
            <Button kind="main">Look at the file</Button>
          </Acts>
        </Form>
      </Section>
    )}
  </ConsoleLayout>
);
