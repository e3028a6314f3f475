import {
  Acts,
  Button,
  ConsoleLayout,
  DateField,
  Empty,
  ErrorSummary,
  Form,
  LinkButton,
  PageHead,
  Section,
  Table,
  TextField,
  When,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import type { District, DistrictFact } from '../district.ts';
import { showClass } from '../kinds.ts';
import { PeopleTabs } from './people-tabs.tsx';

type DistrictPageProps = {
  frame: Frame;
  flash: FlashMessage | null;
  district: District;
  figures: (DistrictFact & { unit: string; day: string })[];
  past: (DistrictFact & {
    id: number;
    day: string;
    until: { iso: string; text: string };
    untilBy: string | null;
  })[];
  /** Figures that other districts have and this one has not. */
  lacking: string[];
  /** Names to choose from while typing. */
  names: string[];
  /** The figure that stands in the form, where one is being corrected. */
  correcting: string | null;
  values: Partial<Record<string, string>>;
  errors: Record<string, string>;
  mayWrite: boolean;
  few: boolean;
};

const FIELDS = { key: 'Figure', value: 'Value', source: 'Source', asOf: 'As of' };

/** One school district with its figures, each with its source and day, and those that were there before. */
export const DistrictPage = (props: DistrictPageProps) => {
  const { frame, district, figures, past, lacking, mayWrite, few } = props;
  const here = `/members/districts/${district.nces}`;
  return (
    <ConsoleLayout
      {...frame}
      title={district.name}
      current="members"
      flash={props.flash}
      back={{ href: '/members/districts', label: 'Districts' }}
    >
      <PageHead
        title={district.name}
        sub={[
          `NCES id ${district.nces}`,
          district.class && showClass(district.class),
          district.county,
          district.state,
        ]
          .filter(Boolean)
          .join(', ')}
        actions={<LinkButton href={`/members?district=${district.nces}`}>Its members</LinkButton>}
      />
      <PeopleTabs at="districts" few={few} />
      <Section title="Figures" id="figures">
        <p class="soft">
          Talking points put these into their words for this district’s members, and name source and day
          below.
        </p>
        <Table
          caption="Figures of this district"
          quietCaption
          columns={[
            { key: 'name', label: 'Figure' },
            { key: 'value', label: 'Value', align: 'end' },
            { key: 'unit', label: 'Unit' },
            { key: 'source', label: 'Source' },
            { key: 'day', label: 'As of', nowrap: true },
            ...(mayWrite ? [{ key: 'acts', label: 'Change' }] : []),
          ]}
          rows={figures.map(({ key, value, unit, source, day }) => ({
            name: key,
            value,
            unit,
            source,
            day,
            acts: (
              <Form action={`${here}/figures/removal`} label={`Change ${key}`}>
                <input type="hidden" name="key" value={key} />
                <Acts>
                  <LinkButton kind="quiet" href={`${here}?figure=${encodeURIComponent(key)}#put`}>
                    Correct
                  </LinkButton>
                  <Button kind="quiet" label={`Take off ${key}`}>
                    Take off
                  </Button>
                </Acts>
              </Form>
            ),
          }))}
          empty={
            <Empty
              title="No figures yet"
              text="Enrollment is a good first one. Talking points leave out a line whose figure is not known."
              action={
                mayWrite && <LinkButton href="/members/districts/figures">Put them in from a file</LinkButton>
              }
            />
          }
        />
        {lacking.length > 0 && figures.length > 0 && (
          <p class="small soft">Not known here, known of other districts: {lacking.join(', ')}.</p>
        )}
      </Section>
      {mayWrite && <PutForm {...props} />}
      {past.length > 0 && (
        <Section title="Before" id="past" aside="replaced or taken off">
          <Table
            caption="Figures that were replaced or taken off"
            quietCaption
            columns={[
              { key: 'name', label: 'Figure' },
              { key: 'value', label: 'Value', align: 'end' },
              { key: 'origin', label: 'Source and day' },
              { key: 'until', label: 'Until' },
              ...(mayWrite ? [{ key: 'acts', label: 'Change' }] : []),
            ]}
            rows={past.map(({ key, value, source, asOf, day, until, untilBy }) => ({
              name: key,
              value,
              origin: `${source}, ${day}`,
              until: (
                <>
                  <When {...until} />
                  {untilBy && `, by ${untilBy}`}
                </>
              ),
              acts: (
                <Form action={`${here}/figures`} label={`Put ${key} back`}>
                  {Object.entries({ key, value, source, asOf }).map(([name, kept]) => (
                    <input type="hidden" name={name} value={kept} />
                  ))}
                  <Button kind="quiet" label={`Put back ${key} ${value}`}>
                    Put back
                  </Button>
                </Form>
              ),
            }))}
          />
        </Section>
      )}
    </ConsoleLayout>
  );
};

const PutForm = ({ district, names, correcting, values, errors }: DistrictPageProps) => (
  <Section title={correcting ? `Correct ${correcting}` : 'Put in a figure'} id="put">
    <ErrorSummary
      problems={Object.entries(FIELDS).flatMap(([name, label]) =>
        errors[name] ? [{ name, label, message: errors[name] }] : [],
      )}
    />
    <Form action={`/members/districts/${district.nces}/figures`} label="Put in a figure">
      <TextField
        label={FIELDS.key}
        name="key"
        value={values['key']}
        error={errors['key']}
        maxlength={60}
        list="figure-names"
        autocomplete="off"
        hint="What it counts, as talking points name it: enrollment, dollars at stake. One with this name is replaced, and kept below."
      />
      <datalist id="figure-names">
        {names.map((name) => (
          <option value={name} />
        ))}
      </datalist>
      <TextField
        label={FIELDS.value}
        name="value"
        value={values['value']}
        error={errors['value']}
        maxlength={200}
        autocomplete="off"
        hint="As a sentence reads it, with its unit: 1,240, $84,000 or 4.1%."
      />
      <TextField
        label={FIELDS.source}
        name="source"
        value={values['source']}
        error={errors['source']}
        maxlength={200}
        hint="Members and legislators see it: fall enrollment report, fiscal note of HB 203."
      />
      <DateField label={FIELDS.asOf} name="asOf" value={values['asOf']} error={errors['asOf']} />
      <Acts>
        <Button kind="main">{correcting ? 'Save the correction' : 'Save the figure'}</Button>
        {correcting && <LinkButton href={`/members/districts/${district.nces}`}>Go back</LinkButton>}
      </Acts>
    </Form>
  </Section>
);
