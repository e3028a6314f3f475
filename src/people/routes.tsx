import { Hono, type Context } from 'hono';
import { writeCsv } from '../platform/csv.ts';
import { formatIso, localDate, showClock, showShortDay, showWhen } from '../platform/days.ts';
import { fileOf, formOf, list, text, ticked, type Form } from '../platform/form.ts';
import type { Allowed } from '../platform/who.ts';
import { fieldErrors, respondProblem, type AppEnv, type FlashMessage } from '../ui/index.ts';
import { addContactPoint } from './add-contact-point.ts';
import { addMember } from './add-member.ts';
import { addOrganization } from './add-organization.ts';
import { COLUMNS, guessMapping, type ColumnName, type Mapping } from './columns.ts';
import { listDistrictClasses, listDistricts } from './district-views.ts';
import { importDistricts } from './import-districts.ts';
import { importMembers } from './import-members.ts';
import { listImports, showImport } from './import-views.ts';
import { leaveMember } from './leave-member.ts';
import { listMembers, memberFigures } from './list-members.ts';
import { listSuppressions } from './list-suppressions.ts';
import type { Member } from './member.ts';
import { readMembersFile } from './members-file.ts';
import { listGroups, listOrganizations, listRegions } from './organization-views.ts';
import { DistrictsPage } from './pages/districts-page.tsx';
import { ImportCheckPage, ImportPage, ImportsPage } from './pages/import-pages.tsx';
import { EditMemberPage, NewMemberPage } from './pages/member-form.tsx';
import { MembersPage } from './pages/members-page.tsx';
import { OrganizationsPage } from './pages/organizations-page.tsx';
import { SuppressionsPage } from './pages/suppressions-page.tsx';
import { recordConsent } from './record-consent.ts';
import { removeContactPoint } from './remove-contact-point.ts';
import { returnMember } from './return-member.ts';
import { showMember } from './show-member.ts';
import { suppressAddress } from './suppress-address.ts';
import { undoImport } from './undo-import.ts';
import { updateMember } from './update-member.ts';

const DONE: Record<string, string> = {
  added: 'The member was added.',
  saved: 'Saved.',
  consent: 'Consent was written down. The number can be texted from now on.',
  removed: 'It was removed.',
  left: 'The member has left. No alert reaches them any more.',
  returned: 'The member is back.',
  imported: 'Imported.',
  closed: 'Closed. Nothing is sent there any more.',
  organization: 'The organization was added.',
};
type C = Context<AppEnv>;
const flashOf = (c: C): FlashMessage | null => {
  const words = DONE[c.req.query('done') ?? ''];
  return words ? { kind: 'done', text: words } : null;
};
const when = (c: C, at: number) => ({
  iso: formatIso(at),
  text: showWhen(at, c.var.world.clock.now(), c.var.frame.zone),
});
const roleOf = (c: C): Allowed => (c.var.who.kind === 'staff' ? c.var.who.role : c.var.who.kind);
const may = (c: C, verb: { by: readonly Allowed[] }) => verb.by.includes(roleOf(c));
const isFew = (c: C) => roleOf(c) === 'regional_president';
const valuesOf = (form: Form) => Object.fromEntries(Object.keys(form).map((key) => [key, text(form, key)]));
const backToMembers = { href: '/members', label: 'Members' };

export const peopleRoutes = new Hono<AppEnv>();

const FILTERS = [
  'q',
  'phone',
  'email',
  'region',
  'district',
  'kind',
  'group',
  'state',
  'reach',
  'cursor',
] as const;
const askedOf = (c: C) =>
  Object.fromEntries(FILTERS.map((name) => [name, c.req.query(name)?.trim() || undefined])) as Record<
    string,
    string | undefined
  >;

peopleRoutes.get('/members', async (c) => {
  const { world, who, frame } = c.var;
  const asked = askedOf(c);
  const [members, figures, regions, groups] = await Promise.all([
    listMembers(world, who, asked as never),
    memberFigures(world, who, {}),
    listRegions(world, who, {}),
    listGroups(world, who, {}),
  ]);
  if (!members.ok) return respondProblem(c, members.problem, backToMembers);
  if (!figures.ok) return respondProblem(c, figures.problem);
  return c.html(
    <MembersPage
      frame={frame}
      flash={flashOf(c)}
      members={members.value.data}
      next={members.value.nextCursor}
      figures={figures.value}
      regions={regions.ok ? regions.value : []}
      groups={groups.ok ? groups.value : []}
      asked={asked}
      mayWrite={may(c, addMember)}
      few={isFew(c)}
    />,
  );
});

const EXPORT_PAGE = 1000;
peopleRoutes.get('/members.csv', async (c) => {
  const { cursor: _cursor, ...asked } = askedOf(c);
  const all = c.req.query('with') === 'addresses';
  const rows: Member[] = [];
  let cursor: string | undefined;
  do {
    const page = await listMembers(c.var.world, c.var.who, { ...asked, cursor, limit: EXPORT_PAGE } as never);
    if (!page.ok) return respondProblem(c, page.problem, backToMembers);
    rows.push(...page.value.data);
    cursor = page.value.nextCursor ?? undefined;
  } while (cursor);
  const addressOf = (member: Member, channel: 'sms' | 'email') =>
    member.contactPoints.find(
      (point) => point.channel === channel && point.isPrimary && (all || point.isPublic),
    );
  const csv = writeCsv(
    [
      'first_name',
      'last_name',
      'kind',
      'title',
      'organization',
      'region',
      'district_nces',
      'district',
      'mobile',
      'mobile_state',
      'email',
      'email_state',
      'email_is_public',
      'zone',
      'groups',
    ],
    rows.map((member) => {
      const mobile = addressOf(member, 'sms');
      const email = addressOf(member, 'email');
      return [
        member.firstName,
        member.lastName,
        member.kind,
        member.title,
        member.organization,
        member.region,
        member.districtNces,
        member.district,
        mobile?.address ?? null,
        mobile?.state ?? null,
        email?.address ?? null,
        email?.state ?? null,
        email ? (email.isPublic ? 'yes' : 'no') : null,
        member.zone,
        member.groups.map((group) => group.name).join('; '),
      ];
    }),
    { bom: true },
  );
  return c.body(csv, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="members.csv"',
  });
});

const choicesFor = async (c: C) => {
  const { world, who } = c.var;
  const [organizations, regions, districts, groups] = await Promise.all([
    listOrganizations(world, who, {}),
    listRegions(world, who, {}),
    listDistricts(world, who, { limit: 2000 }),
    listGroups(world, who, {}),
  ]);
  return {
    organizations: organizations.ok ? organizations.value : [],
    regions: regions.ok ? regions.value : [],
    districts: districts.ok ? districts.value.data : [],
    groups: groups.ok ? groups.value : [],
  };
};
const personOf = (form: Form) => ({
  firstName: text(form, 'firstName') ?? '',
  lastName: text(form, 'lastName') ?? '',
  kind: (text(form, 'kind') ?? '') as never,
  title: text(form, 'title') ?? null,
  organizationId: text(form, 'organizationId') ?? null,
  regionId: text(form, 'regionId') ?? null,
  districtNces: text(form, 'districtNces') ?? null,
  zone: text(form, 'zone') ?? null,
  groups: (text(form, 'groups') ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== ''),
});

peopleRoutes.get('/members/new', async (c) => {
  if (!may(c, addMember)) return c.redirect('/members', 303);
  const choices = await choicesFor(c);
  return c.html(
    <NewMemberPage
      frame={c.var.frame}
      id={c.var.world.ids.next()}
      values={{}}
      errors={{}}
      choices={choices}
    />,
  );
});

peopleRoutes.post('/members', async (c) => {
  const form = formOf(await c.req.formData());
  const done = await addMember(c.var.world, c.var.who, {
    id: text(form, 'id'),
    ...personOf(form),
    mobile: text(form, 'mobile') ?? null,
    email: text(form, 'email') ?? null,
    emailIsPublic: ticked(form, 'emailIsPublic'),
    smsConsentOn: text(form, 'smsConsentOn') ?? null,
    smsConsentSource: text(form, 'smsConsentSource') ?? null,
  });
  if (done.ok) return c.redirect(`/members/${done.value.id}?done=added`, 303);
  if (done.problem.kind !== 'invalid' && done.problem.kind !== 'conflict')
    return respondProblem(c, done.problem, backToMembers);
  const errors =
    done.problem.kind === 'conflict' ? { lastName: done.problem.message } : fieldErrors(done.problem);
  const page = (
    <NewMemberPage
      frame={c.var.frame}
      id={text(form, 'id') ?? c.var.world.ids.next()}
      values={valuesOf(form)}
      errors={errors}
      choices={await choicesFor(c)}
    />
  );
  return c.html(page, 422);
});

/** The edit page as it stands, with what was typed and what is wrong with it. */
const editPage = async (c: C, form: Form | null, errors: Record<string, string>) => {
  const id = c.req.param('id') ?? '';
  const found = await showMember(c.var.world, c.var.who, { id });
  if (!found.ok) return respondProblem(c, found.problem, backToMembers);
  const member = found.value;
  const stored = {
    firstName: member.firstName,
    lastName: member.lastName,
    kind: member.kind,
    title: member.title ?? undefined,
    organizationId: member.organizationId,
    regionId: member.regionId ?? undefined,
    districtNces: member.districtNces ?? undefined,
    zone: member.zone ?? undefined,
    groups: member.groups.map((group) => group.name).join('; '),
  };
  const values = form ? { ...stored, ...valuesOf(form) } : stored;
  const page = (
    <EditMemberPage
      frame={c.var.frame}
      member={member}
      flash={flashOf(c)}
      values={values}
      errors={errors}
      choices={await choicesFor(c)}
    />
  );
  return c.html(page, Object.keys(errors).length > 0 ? 422 : 200);
};

peopleRoutes.get('/members/:id/edit', (c) =>
  may(c, updateMember)
    ? editPage(c, null, {})
    : Promise.resolve(c.redirect(`/members/${c.req.param('id')}`, 303)),
);

peopleRoutes.post('/members/:id{[0-9A-Za-z]{20,}}', async (c) => {
  const form = formOf(await c.req.formData());
  const done = await updateMember(c.var.world, c.var.who, { id: c.req.param('id'), ...personOf(form) });
  if (done.ok) return c.redirect(`/members/${done.value.id}?done=saved`, 303);
  return done.problem.kind === 'invalid'
    ? editPage(c, form, fieldErrors(done.problem))
    : respondProblem(c, done.problem, backToMembers);
});

peopleRoutes.post('/members/:id/contact-points', async (c) => {
  const form = formOf(await c.req.formData());
  const memberId = c.req.param('id');
  const address = text(form, 'address') ?? '';
  const done = await addContactPoint(c.var.world, c.var.who, {
    memberId,
    channel: address.includes('@') ? 'email' : 'sms',
    address,
    isPublic: ticked(form, 'isPublic'),
    isPrimary: ticked(form, 'isPrimary'),
  });
  if (done.ok) return c.redirect(`/members/${memberId}/edit?done=saved`, 303);
  if (done.problem.kind === 'refused') return editPage(c, form, { address: done.problem.message });
  return done.problem.kind === 'invalid'
    ? editPage(c, form, fieldErrors(done.problem))
    : respondProblem(c, done.problem, backToMembers);
});

peopleRoutes.post('/members/:id/contact-points/:point/removal', async (c) => {
  const memberId = c.req.param('id');
  const done = await removeContactPoint(c.var.world, c.var.who, { memberId, id: c.req.param('point') });
  return done.ok
    ? c.redirect(`/members/${memberId}/edit?done=removed`, 303)
    : respondProblem(c, done.problem, backToMembers);
});

peopleRoutes.post('/members/:id/contact-points/:point/consent', async (c) => {
  const form = formOf(await c.req.formData());
  const memberId = c.req.param('id');
  const input = {
    memberId,
    contactPointId: c.req.param('point'),
    on: text(form, 'on') ?? '',
    source: text(form, 'source') ?? '',
  };
  const done = await recordConsent(c.var.world, c.var.who, input);
  if (done.ok) return c.redirect(`/members/${memberId}/edit?done=consent`, 303);
  return done.problem.kind === 'invalid'
    ? editPage(c, form, fieldErrors(done.problem))
    : respondProblem(c, done.problem, backToMembers);
});

peopleRoutes.post('/members/:id/leave', async (c) => {
  const done = await leaveMember(c.var.world, c.var.who, { id: c.req.param('id') });
  return done.ok ? c.redirect('/members?done=left', 303) : respondProblem(c, done.problem, backToMembers);
});

peopleRoutes.post('/members/:id/return', async (c) => {
  const done = await returnMember(c.var.world, c.var.who, { id: c.req.param('id') });
  return done.ok
    ? c.redirect(`/members/${done.value.id}?done=returned`, 303)
    : respondProblem(c, done.problem, backToMembers);
});

const importsPage = async (c: C, error: string | null) => {
  const imports = await listImports(c.var.world, c.var.who, { cursor: c.req.query('cursor') || undefined });
  if (!imports.ok) return respondProblem(c, imports.problem, backToMembers);
  const shown = imports.value.data.map((made) => ({ ...made, when: when(c, made.at) }));
  const page = (
    <ImportsPage
      frame={c.var.frame}
      flash={flashOf(c)}
      imports={shown}
      next={imports.value.nextCursor}
      error={error}
      mayWrite={may(c, importMembers)}
    />
  );
  return c.html(page, error ? 422 : 200);
};
peopleRoutes.get('/members/imports', (c) => importsPage(c, null));

peopleRoutes.get('/members/imports/template.csv', (c) =>
  c.body(writeCsv(COLUMNS, [], { bom: true }), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="members-template.csv"',
  }),
);

const base64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
};
const bytesOf = (encoded: string): Uint8Array<ArrayBuffer> | null => {
  try {
    return Uint8Array.from(atob(encoded), (one) => one.charCodeAt(0));
  } catch {
    return null;
  }
};
const uploadOf = async (data: FormData, form: Form) => {
  const upload = await fileOf(data, 'file');
  if (upload) return upload;
  const bytes = bytesOf(list(form, 'content')[0] ?? '');
  return bytes && bytes.length > 0 ? { name: text(form, 'fileName') ?? 'file.csv', bytes } : null;
};

peopleRoutes.post('/members/imports', async (c) => {
  const data = await c.req.formData();
  const form = formOf(data);
  const file = await uploadOf(data, form);
  if (!file) return importsPage(c, 'Choose a file first.');
  const { world, who, frame } = c.var;
  const kind = text(form, 'kind') === 'districts' ? 'districts' : 'members';
  const act = text(form, 'act') ?? 'check';
  const chosen = COLUMNS.flatMap((column): [ColumnName, string][] => {
    const header = form[`mapping.${column}`];
    return typeof header === 'string' ? [[column, header]] : [];
  });
  const mapping: Mapping = Object.fromEntries(chosen);
  const input = {
    fileName: file.name.slice(0, 200),
    content: file.bytes,
    dryRun: act === 'check',
    acceptGoodRows: act === 'good-rows',
  };
  const done =
    kind === 'districts'
      ? await importDistricts(world, who, input)
      : await importMembers(world, who, { ...input, mapping });
  if (done.ok && act !== 'check') {
    return c.redirect(
      done.value.importId ? `/members/imports/${done.value.importId}?done=imported` : '/members/imports',
      303,
    );
  }
  if (!done.ok && done.problem.kind !== 'invalid')
    return respondProblem(c, done.problem, { href: '/members/imports', label: 'Imports' });

  const read = kind === 'members' ? readMembersFile(file.bytes, mapping, '9999-12-31') : null;
  const header = read?.header ?? [];
  const found = done.ok ? { notes: [], newRegions: [], newGroups: [], ignored: [], ...done.value } : null;
  const problem = done.ok ? null : (done.problem.fields?.[0]?.message ?? done.problem.message);
  const page = (
    <ImportCheckPage
      frame={frame}
      kind={kind}
      fileName={input.fileName}
      content={base64(file.bytes)}
      report={found}
      problem={problem}
      header={header}
      mapping={Object.fromEntries(Object.entries(guessMapping(header, mapping)))}
    />
  );
  return c.html(page, done.ok ? 200 : 422);
});

const importPage = async (c: C, undone: Parameters<typeof ImportPage>[0]['undone']) => {
  const found = await showImport(c.var.world, c.var.who, { id: c.req.param('id') ?? '' });
  if (!found.ok) return respondProblem(c, found.problem, { href: '/members/imports', label: 'Imports' });
  const { zone } = c.var.frame;
  const day = showShortDay(localDate(found.value.at, zone), { year: true });
  const at = { iso: formatIso(found.value.at), text: `${day}, ${showClock(found.value.at, zone)}` };
  const made = { ...found.value, when: at };
  return c.html(
    <ImportPage
      frame={c.var.frame}
      flash={undone ? null : flashOf(c)}
      made={made}
      mayUndo={may(c, undoImport)}
      undone={undone}
    />,
  );
};
peopleRoutes.get('/members/imports/:id', (c) => importPage(c, null));
peopleRoutes.post('/members/imports/:id/undo', async (c) => {
  const done = await undoImport(c.var.world, c.var.who, { id: c.req.param('id') });
  return done.ok
    ? importPage(c, done.value)
    : respondProblem(c, done.problem, { href: '/members/imports', label: 'Imports' });
});

peopleRoutes.get('/members/districts', async (c) => {
  const { world, who, frame } = c.var;
  const asked = { q: c.req.query('q') || undefined, class: c.req.query('class') || undefined };
  const [districts, classes] = await Promise.all([
    listDistricts(world, who, { ...asked, cursor: c.req.query('cursor') || undefined }),
    listDistrictClasses(world, who, {}),
  ]);
  if (!districts.ok) return respondProblem(c, districts.problem, backToMembers);
  return c.html(
    <DistrictsPage
      frame={frame}
      districts={districts.value.data}
      next={districts.value.nextCursor}
      classes={classes.ok ? classes.value : []}
      asked={asked}
      mayWrite={may(c, importDistricts)}
      few={isFew(c)}
    />,
  );
});

const organizationsPage = async (c: C, form: Form, errors: Record<string, string>) => {
  const { organizations, regions, groups } = await organizationLists(c);
  if (!organizations.ok) return respondProblem(c, organizations.problem, backToMembers);
  const page = (
    <OrganizationsPage
      frame={c.var.frame}
      flash={flashOf(c)}
      organizations={organizations.value}
      regions={regions.ok ? regions.value : []}
      groups={groups.ok ? groups.value : []}
      values={valuesOf(form)}
      errors={errors}
      id={c.var.world.ids.next()}
      mayWrite={may(c, addOrganization)}
    />
  );
  return c.html(page, Object.keys(errors).length > 0 ? 422 : 200);
};
const organizationLists = async (c: C) => {
  const { world, who } = c.var;
  const [organizations, regions, groups] = await Promise.all([
    listOrganizations(world, who, {}),
    listRegions(world, who, {}),
    listGroups(world, who, {}),
  ]);
  return { organizations, regions, groups };
};
peopleRoutes.get('/members/organizations', (c) => organizationsPage(c, {}, {}));
peopleRoutes.post('/members/organizations', async (c) => {
  const form = formOf(await c.req.formData());
  const done = await addOrganization(c.var.world, c.var.who, {
    id: text(form, 'id'),
    name: text(form, 'name') ?? '',
    shortName: text(form, 'shortName') ?? '',
    kind: (text(form, 'kind') ?? '') as never,
    taxStatus: (text(form, 'taxStatus') ?? null) as never,
    address: text(form, 'address') ?? null,
    phone: text(form, 'phone') ?? null,
  });
  if (done.ok) return c.redirect('/members/organizations?done=organization', 303);
  return done.problem.kind === 'invalid'
    ? organizationsPage(c, form, fieldErrors(done.problem))
    : respondProblem(c, done.problem, backToMembers);
});

const suppressionsPage = async (c: C, form: Form, errors: Record<string, string>) => {
  const found = await listSuppressions(c.var.world, c.var.who, {
    cursor: c.req.query('cursor') || undefined,
  });
  if (!found.ok) return respondProblem(c, found.problem, backToMembers);
  const page = (
    <SuppressionsPage
      frame={c.var.frame}
      flash={flashOf(c)}
      rows={found.value.data.map((row) => ({ ...row, when: when(c, row.at) }))}
      next={found.value.nextCursor}
      values={valuesOf(form)}
      errors={errors}
      mayWrite={may(c, suppressAddress)}
    />
  );
  return c.html(page, Object.keys(errors).length > 0 ? 422 : 200);
};
peopleRoutes.get('/members/suppressions', (c) => suppressionsPage(c, {}, {}));
peopleRoutes.post('/members/suppressions', async (c) => {
  const form = formOf(await c.req.formData());
  const address = text(form, 'address') ?? '';
  const done = await suppressAddress(c.var.world, c.var.who, {
    channel: address.includes('@') ? 'email' : 'sms',
    address,
    reason: (text(form, 'reason') ?? 'staff') as never,
  });
  if (done.ok) return c.redirect('/members/suppressions?done=closed', 303);
  return done.problem.kind === 'invalid'
    ? suppressionsPage(c, form, fieldErrors(done.problem))
    : respondProblem(c, done.problem, backToMembers);
});
