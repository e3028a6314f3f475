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
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { KINDS, showKind } from '../kinds.ts';
import type { MemberDetail } from '../member.ts';
import { addressWords, PointState } from './contact-words.tsx';

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

const PersonFields = ({ values, errors, choices }: FormProps) => (
  <>
    <TextField
      label="First name"
      name="firstName"
      value={values.firstName}
      error={errors.firstName}
      maxlength={80}
    />
    <TextField
      label="Last name"
      name="lastName"
      value={values.lastName}
      error={errors.lastName}
      maxlength={80}
    />
    <Select
      label="Kind"
      name="kind"
      prompt="Choose a kind"
      value={values.kind}
      error={errors.kind}
      options={KINDS.map((kind) => ({ value: kind, label: showKind(kind) }))}
    />
    <TextField
      label="Title"
      name="title"
      value={values.title}
      error={errors.title}
      required={false}
      maxlength={200}
    />
    <Select
      label="Organization"
      name="organizationId"
      required={false}
      prompt="The association"
      value={values.organizationId}
      options={choices.organizations.map(({ id, name }) => ({ value: id, label: name }))}
    />
    <Select
      label="Region"
      name="regionId"
      required={false}
      prompt="No region"
      value={values.regionId}
      options={choices.regions.map(({ id, name }) => ({ value: id, label: name }))}
    />
    <Select
      label="District"
      name="districtNces"
      required={false}
      prompt="No district"
      value={values.districtNces}
      error={errors.districtNces}
      options={choices.districts.map(({ nces, name, county }) => ({
        value: nces,
        label: county ? `${name}, ${county}` : name,
      }))}
    />
    <TextField
      label="Time zone"
      name="zone"
      value={values.zone}
      error={errors.zone}
      required={false}
      hint="Only where it differs from the network's, such as America/Chicago. Texts wait for the morning there."
    />
    <TextField
      label="Groups"
      name="groups"
      value={values.groups}
      error={errors.groups}
      required={false}
      hint={`Separate with semicolons. ${choices.groups.length > 0 ? `There are: ${choices.groups.map((group) => group.name).join('; ')}.` : 'A new name makes a group.'}`}
    />
  </>
);

type NewMemberProps = FormProps & { frame: Frame; id: string; problem?: string | null };

export const NewMemberPage = ({ frame, id, problem, ...form }: NewMemberProps) => (
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
      <PersonFields {...form} />
      <Fieldset legend="How to reach them">
        <TextField
          label="Email"
          name="email"
          type="email"
          required={false}
          value={form.values.email}
          error={form.errors.email}
        />
        <Checkbox
          label="This address is public: the district's, not their own"
          name="emailIsPublic"
          checked={!!form.values.emailIsPublic}
        />
        <TextField
          label="Mobile number"
          name="mobile"
          type="tel"
          required={false}
          value={form.values.mobile}
          error={form.errors.mobile}
        />
        <DateField
          label="Agreed to texts on"
          name="smsConsentOn"
          required={false}
          hint="Without a day and a place the number waits: no text is sent until they agree."
          value={form.values.smsConsentOn}
          error={form.errors.smsConsentOn}
        />
        <TextField
          label="Where they agreed"
          name="smsConsentSource"
          required={false}
          hint="Such as: membership form."
          value={form.values.smsConsentSource}
          error={form.errors.smsConsentSource}
        />
      </Fieldset>
      <Acts>
        <Button kind="main">Add this member</Button>
        <LinkButton href="/members">Go back</LinkButton>
      </Acts>
    </Form>
  </ConsoleLayout>
);

type EditMemberProps = FormProps & {
  frame: Frame;
  member: MemberDetail;
  flash?: FlashMessage | null;
  problem?: string | null;
};

export const EditMemberPage = ({ frame, member, flash, problem, ...form }: EditMemberProps) => {
  const name = `${member.firstName} ${member.lastName}`;
  const here = `/members/${member.id}`;
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
        <PersonFields {...form} />
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
              title={addressWords(point)}
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
            name="address"
            error={form.errors.address}
            value={form.values.address}
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
