import {
  Acts,
  Button,
  Checkboxes,
  ConfirmInPlace,
  Empty,
  ErrorSummary,
  Form,
  Notice,
  Section,
  Table,
  TextField,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { SettingsPage, summaryOf } from './settings-page.tsx';

/** What a key may be limited to, in the words of the API. */
const SCOPES = [
  { value: '*', label: 'Everything', hint: 'All that the person it belongs to may do.' },
  { value: 'read', label: 'Read', hint: 'Look at everything that person may look at, change nothing.' },
  { value: 'import', label: 'Imports' },
  { value: 'member', label: 'Members' },
  { value: 'alert', label: 'Alerts' },
  { value: 'talking-points', label: 'Talking points' },
  { value: 'reply', label: 'Replies' },
  { value: 'suppression', label: 'Suppressions' },
  { value: 'contact-report', label: 'Contact reports' },
  { value: 'activity', label: 'Activities' },
  { value: 'expense', label: 'Expenses' },
  { value: 'filing', label: 'Filings' },
];

/** A long key with places where a narrow page may break it; copying is not touched by them. */
const inPieces = (key: string) =>
  (key.match(/.{1,9}/g) ?? []).map((piece) => (
    <>
      {piece}
      <wbr />
    </>
  ));

export type KeyRow = {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  staffName: string;
  made: string;
  used: string | null;
  revoked: boolean;
};

type KeysPageProps = {
  frame: Frame;
  keys: KeyRow[];
  /** The key just made: shown on this one answer and never again. */
  made?: string;
  values?: { name?: string; scopes: string[] };
  errors?: Record<string, string>;
  flash?: FlashMessage;
};

/** The keys of the JSON API, and the form that makes one. */
export const KeysPage = ({ frame, keys, made, values, errors = {}, flash }: KeysPageProps) => (
  <SettingsPage
    frame={frame}
    title="API keys"
    sub="A key lets a program do what you may do, within its scopes."
    flash={flash}
  >
    {made && (
      <Notice tone="done" title="Copy this key now. It is not shown again.">
        <p>
          <code>{inPieces(made)}</code>
        </p>
        <Button copies={made}>Copy</Button>
      </Notice>
    )}
    <Table
      caption="Keys"
      quietCaption
      columns={[
        { key: 'name', label: 'Name' },
        { key: 'key', label: 'Begins with' },
        { key: 'scopes', label: 'May' },
        { key: 'person', label: 'Acts as' },
        { key: 'made', label: 'Made' },
        { key: 'used', label: 'Last used' },
        { key: 'act', label: 'Revoke' },
      ]}
      rows={keys.map((one) => ({
        name: one.name,
        key: <code>{one.prefix}</code>,
        scopes: one.scopes.includes('*') ? 'everything' : one.scopes.join(', '),
        person: one.staffName,
        made: one.made,
        used: one.used ?? <span class="soft">Never</span>,
        act: one.revoked ? (
          <span class="soft">Revoked</span>
        ) : (
          <ConfirmInPlace
            opens="Revoke"
            kind="danger"
            consequence={`Programs that use “${one.name}” are refused from now on. This cannot be undone; a new key can be made.`}
            action={`/settings/keys/${one.id}/revocation`}
            label="Revoke this key"
          />
        ),
      }))}
      empty={<Empty title="No key yet" text="Make one below when a program needs to reach this network." />}
    />
    <Section title="Make a key" id="make">
      <Form action="/settings/keys" label="Make a key">
        <ErrorSummary problems={summaryOf({ name: 'Name', scopes: 'May' }, errors)} />
        <TextField
          label="Name"
          name="name"
          hint="What will use it, for example “Roster sync”."
          autocomplete="off"
          maxlength={60}
          value={values?.name}
          error={errors.name}
        />
        <Checkboxes
          label="What it may do"
          name="scopes"
          across
          options={SCOPES}
          values={values?.scopes ?? []}
          error={errors.scopes}
        />
        <Acts>
          <Button kind="main">Make the key</Button>
        </Acts>
      </Form>
    </Section>
  </SettingsPage>
);
