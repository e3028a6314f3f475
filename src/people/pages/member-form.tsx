import {
  Acts,
  Button,
  Checkbox,
  ConfirmInPlace,
  ConsoleLayout,
  DateField,
  ErrorSummary,
  Fieldset,
  Form,
  LinkButton,
  PageHead,
  Row,
  Rows,
  Section,
  Select,
  TextField,
  fieldsOf,
  type FieldOf,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { KINDS, showKind } from '../kinds.ts';
import type { MemberDetail } from '../member.ts';
import { AddressText, addressWords, PointState } from './contact-words.tsx';

export type Choices = {
  organizations: { id: string; name: string }[];
  regions: { id: string; name: string }[];
  districts: { nces: string; name: string; county: string | null }[];
  groups: { id: string; name: string }[];
};
type Values = Record<string, string | undefined>;
type FormProps = { values: Values; errors: Record<string, string>; choices: Choices };

const LABELS: Record<string, string> = {
  firstName: 'First name',
  lastName: 'Last name',
  kind: 'Kind',
  mobile: 'Mobile number',
  email: 'Email',
  smsConsentOn: 'Agreed to texts on',
  smsConsentSource: 'Where they agreed',
  districtNces: 'District',
  zone: 'Time zone',
  address: 'Number or address',
  on: 'Day',
  source: 'Where they agreed',
};
const summary = (errors: Record<string, string>) =>
  Object.entries(errors).map(([name, message]) => ({ name, label: LABELS[name] ?? name, message }));

const PersonFields = ({ field, choices }: { field: FieldOf; choices: Choices }) => (
  <>
    <div class="pair">
      <TextField label="First name" {...field('firstName')} maxlength={80} />
      <TextField label="Last name" {...field('lastName')} maxlength={80} />
    </div>
    <div class="pair">
      <Select
        label="Kind"
        {...field('kind')}
        prompt="Choose a kind"
        options={KINDS.map((kind) => ({ value: kind, label: showKind(kind) }))}
      />
      <TextField label="Title" {...field('title')} required={false} maxlength={200} />
    </div>
    <Select
      label="Organization"
      {...field('organizationId')}
      required={false}
      prompt="The association"
      options={choices.organizations.map(({ id, name }) => ({ value: id, label: name }))}
    />
    <div class="pair">
      <Select
        label="Region"
        {...field('regionId')}
        required={false}
        prompt="No region"
        options={choices.regions.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        label="District"
        {...field('districtNces')}
        required={false}
        prompt="No district"
        options={choices.districts.map(({ nces, name, county }) => ({
          value: nces,
          label: county ? `${name}, ${county}` : name,
        }))}
      />
    </div>
    <TextField
      label="Time zone"
      {...field('zone')}
      required={false}
      hint="Only where it differs from the network's, such as America/Chicago. Texts wait for the morning there."
    />
    <TextField
      label="Groups"
      {...field('groups')}
      required={false}
      hint={`Separate with semicolons. ${choices.groups.length > 0 ? `There are: ${choices.groups.map((group) => group.name).join('; ')}.` : 'A new name makes a group.'}`}
    />
  </>
);

type NewMemberProps = FormProps & { frame: Frame; id: string; problem?: string | null };

export const NewMemberPage = ({ frame, id, problem, ...form }: NewMemberProps) => {
  const field = fieldsOf(form.values, form.errors);
  return (
    <ConsoleLayout
      {...frame}
      title="Add a member"
      current="members"
      back={{ href: '/members', label: 'Members' }}
    >
      <PageHead title="Add a member" sub="One person. For many, import a list." />
      <ErrorSummary problems={summary(form.errors)} title={problem ?? undefined} />
      <Form action="/members">
        <input type="hidden" name="id" value={id} />
        <PersonFields field={field} choices={form.choices} />
        <Fieldset legend="How to reach them">
          <TextField label="Email" {...field('email')} type="email" required={false} />
          <Checkbox
            label="This address is public: the district's, not their own"
            name="emailIsPublic"
            checked={!!form.values.emailIsPublic}
          />
          <TextField label="Mobile number" {...field('mobile')} type="tel" required={false} />
          <DateField
            label="Agreed to texts on"
            {...field('smsConsentOn')}
            required={false}
            hint="Without a day and a place the number waits: no text is sent until they agree."
          />
          <TextField
            label="Where they agreed"
            {...field('smsConsentSource')}
            required={false}
            hint="Such as: membership form."
          />
        </Fieldset>
        <Acts>
          <Button kind="main">Add this member</Button>
          <LinkButton href="/members">Go back</LinkButton>
        </Acts>
      </Form>
    </ConsoleLayout>
  );
};

type EditMemberProps = FormProps & {
  frame: Frame;
  member: MemberDetail;
  flash?: FlashMessage | null;
  problem?: string | null;
};

export const EditMemberPage = ({ frame, member, flash, problem, ...form }: EditMemberProps) => {
  const name = `${member.firstName} ${member.lastName}`;
  const here = `/members/${member.id}`;
  const field = fieldsOf(form.values, form.errors);
  return (
    <ConsoleLayout
      {...frame}
      title={`Edit ${name}`}
      current="members"
      flash={flash}
      back={{ href: here, label: name }}
    >
      <PageHead title={`Edit ${name}`} />
      <ErrorSummary problems={summary(form.errors)} title={problem ?? undefined} />
      <Form action={here} label="Person">
        <PersonFields field={field} choices={form.choices} />
        <Acts>
          <Button kind="main">Save</Button>
          <LinkButton href={here}>Go back</LinkButton>
        </Acts>
      </Form>
      <Section title="Numbers and addresses" id="points">
        {member.contactPoints.length === 0 && <p class="soft">None yet. Add one below.</p>}
        <Rows label="Numbers and addresses">
          {member.contactPoints.map((point) => (
            <Row
              title={<AddressText point={point} />}
              beside={`${point.channel === 'sms' ? 'texts' : 'email'}, ${point.isPublic ? 'public' : 'personal'}${point.isPrimary ? ', first' : ''}`}
              tags={<PointState point={point} />}
              end={
                <ConfirmInPlace
                  opens="Remove"
                  kind="quiet"
                  consequence={`${addressWords(point)} is taken off ${name}. If it was stopped, it stays stopped.`}
                  action={`${here}/contact-points/${point.id}/removal`}
                  label="Remove it"
                />
              }
            >
              {point.state === 'unconsented' && (
                <Form
                  action={`${here}/contact-points/${point.id}/consent`}
                  label={`Consent for ${addressWords(point)}`}
                >
                  <DateField label="Agreed to texts on" name="on" error={form.errors.on} />
                  <TextField
                    label="Where they agreed"
                    name="source"
                    hint="Such as: membership form."
                    error={form.errors.source}
                  />
                  <Acts>
                    <Button>Write consent down</Button>
                  </Acts>
                </Form>
              )}
            </Row>
          ))}
        </Rows>
        <Form action={`${here}/contact-points`} label="Add a number or address">
          <TextField
            label="Add a number or address"
            {...field('address')}
            hint="A mobile number or an email address. A number waits for consent."
          />
          <Checkbox label="Public: the district's, not their own" name="isPublic" />
          <Checkbox label="Use this one first" name="isPrimary" />
          <Acts>
            <Button>Add</Button>
          </Acts>
        </Form>
      </Section>
      <Section title={member.state === 'active' ? 'Leaving' : 'Left'} id="leaving">
        {member.state === 'active' ? (
          <ConfirmInPlace
            opens="This member leaves"
            kind="danger"
            consequence={`From now on no alert reaches ${name}. Answers and contact reports stay. They can come back.`}
            action={`${here}/leave`}
            label="Let them leave"
          />
        ) : (
          <Form action={`${here}/return`} label="Bring back">
            <p>
              {name} has left the network. Coming back, they keep their numbers; what was stopped stays
              stopped.
            </p>
            <Acts>
              <Button>Bring them back</Button>
            </Acts>
          </Form>
        )}
      </Section>
    </ConsoleLayout>
  );
};
