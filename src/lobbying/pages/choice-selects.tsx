import { Select } from '../../ui/index.ts';

/** What the forms of the log offer. */
export interface Choices {
  officials: { id: string; name: string; title: string; seat: string }[];
  bills: { id: string; number: string; title: string }[];
}
interface Props {
  choices: Choices;
  value: string | null | undefined;
  error?: string;
  label?: string;
  name?: string;
  /** The first, empty choice. */
  prompt?: string;
  hint?: string;
  required?: boolean;
}

/** An official in office. */
export const OfficialSelect = ({
  choices,
  label = 'Official',
  name = 'officialId',
  prompt = 'None',
  required = false,
  ...rest
}: Props) => (
  <Select
    label={label}
    name={name}
    prompt={prompt}
    required={required}
    options={choices.officials.map((one) => ({
      value: one.id,
      label: `${one.title} ${one.name}, ${one.seat}`,
    }))}
    {...rest}
  />
);

/** A bill that is followed. */
export const BillSelect = ({
  choices,
  label = 'Bill',
  name = 'billId',
  prompt = 'None',
  required = false,
  ...rest
}: Props) => (
  <Select
    label={label}
    name={name}
    prompt={prompt}
    required={required}
    options={choices.bills.map((one) => ({ value: one.id, label: `${one.number} ${one.title}` }))}
    {...rest}
  />
);
