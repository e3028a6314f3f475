import {
  Acts,
  Button,
  Checkbox,
  Checkboxes,
  DateField,
  ErrorSummary,
  Form,
  Select,
  TextArea,
  TimeField,
} from '../../ui/index.ts';
import { DAYS } from '../hours.ts';
import { DAYS_WORDS } from '../hours-words.ts';
import { PLACES } from '../state-names.ts';

export interface HoursFormState {
  values: {
    state: string;
    days: string[];
    closed: boolean;
    opens: string;
    closes: string;
    fromOn: string;
    toOn: string;
    reason: string;
  };
  errors: Record<string, string>;
  today: string;
}

const LABELS: Record<string, string> = {
  state: 'Where',
  days: 'Days',
  opens: 'From',
  closes: 'Until',
  closed: 'No texts at all on these days',
  fromOn: 'First day',
  toOn: 'Last day',
  reason: 'Why',
};
const STATES = Object.entries(PLACES)
  .map(([value, label]) => ({ value, label }))
  .toSorted((a, b) => (a.label < b.label ? -1 : 1));

/** Other hours, by a person with a reason. */
export const HoursForm = ({ values, errors, today }: HoursFormState) => {
  const basics = (name: keyof HoursFormState['values']) => ({
    name,
    label: LABELS[name] ?? name,
    error: errors[name],
  });
  return (
    <Form action="/settings/hours" label="Set other hours">
      <ErrorSummary
        problems={Object.entries(errors).map(([name, message]) => ({
          name,
          label: LABELS[name] ?? name,
          message,
        }))}
      />
      <Select
        {...basics('state')}
        options={[{ value: '*', label: 'Every state, within each one’s own hours' }, ...STATES]}
        value={values.state}
        hint="For one state your hours take the place of the network’s and of the state’s own."
      />
      <Checkboxes
        {...basics('days')}
        options={DAYS.map((value) => ({ value, label: DAYS_WORDS[value] }))}
        values={values.days}
        across
      />
      <div class="pair">
        <TimeField
          {...basics('opens')}
          value={values.opens}
          required={false}
          hint="8 am or later, by the reader’s clock."
        />
        <TimeField {...basics('closes')} value={values.closes} required={false} hint="9 pm or earlier." />
      </div>
      <Checkbox {...basics('closed')} checked={values.closed} />
      <div class="pair">
        <DateField {...basics('fromOn')} value={values.fromOn} min={today} />
        <DateField
          {...basics('toOn')}
          value={values.toOn}
          min={today}
          required={false}
          hint="Leave it empty to keep them until somebody ends them."
        />
      </div>
      <TextArea
        {...basics('reason')}
        value={values.reason}
        rows={2}
        maxlength={300}
        hint="Stands here with your name, for whoever asks later."
      />
      <Acts>
        <Button kind="main">Set these hours</Button>
      </Acts>
    </Form>
  );
};
