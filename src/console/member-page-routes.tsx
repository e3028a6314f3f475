import { Hono, type Context } from 'hono';
import type { Child } from 'hono/jsx';
import { OFFICIAL_STANCES } from '../legislature/index.ts';
import { addContactReport, METHODS, ownDraft } from '../lobbying/index.ts';
import { localDate } from '../platform/days.ts';
import { formOf, text, type Form } from '../platform/form.ts';
import type { Who } from '../platform/who.ts';
import { answerOnPage, noteTalkingPointsView, responseOf } from '../replies/index.ts';
import { networkSettings } from '../staff/index.ts';
import { fieldErrors, type AppEnv, type FlashMessage } from '../ui/index.ts';
import { answerFrom, questionsOnPage } from './member-page-answer.ts';
import { readForm, signForm, type PageForm } from './member-page-form.ts';
import {
  officialsOnPage,
  openPage,
  pageFor,
  type MemberPage,
  type OpenPage,
  type Person,
} from './member-page.ts';
import { isByPerson, noteOpening } from './page-guard.ts';
import { PROOF } from './pages/human-check.tsx';
import { AnswerPage, WhoAnswersPage } from './pages/member-page.tsx';
import { ContactPage } from './pages/member-contact.tsx';
import { ConfirmPage, NotFromThePage, NowherePage } from './pages/member-plain.tsx';

type C = Context<AppEnv>;
interface Network {
  name: string;
  zone: string;
}
/** A page opened by the person it is for. */
interface Visit {
  page: OpenPage;
  person: Person;
  network: Network;
}

const show = (c: C, page: Child, status: 200 | 403 | 404 | 409 | 422 = 200) => {
  c.header('cache-control', 'no-store');
  // Not no-referrer: browsers would then post forms with "Origin: null". The token leaves for no other site.
  c.header('referrer-policy', 'same-origin');
  c.header('x-robots-tag', 'noindex, nofollow');
  return c.html(page as never, status);
};

const networkOf = async (c: C): Promise<Network> => {
  const { networkName, zone } = await networkSettings(c.var.world);
  return { name: networkName, zone };
};

/** Opens the page of the token in the address for one person; asks who it is, or says that nothing is there. */
const visit = async (c: C, act: (visit: Visit) => Promise<Response>): Promise<Response> => {
  const network = await networkOf(c);
  const page = await openPage(c.var.world, c.req.param('token') ?? '', c.req.query('as'));
  if (!page) return show(c, <NowherePage network={network.name} />, 404);
  if (!page.person) return show(c, <WhoAnswersPage network={network.name} page={page} />);
  return act({ page, person: page.person, network });
};
const asMember = (person: Person): Who => ({ kind: 'member', id: person.id });
const place = ({ page }: Visit, path = '', done = '') =>
  `/a/${page.token}${path}${page.query}${done && `${page.query ? '&' : '?'}done=${done}`}`;

const flashFor = (
  done: string | undefined,
  answer: string | undefined,
  more: boolean,
): FlashMessage | null => {
  if (done === 'answered' && answer)
    return {
      kind: 'done',
      text: `Thank you. Your answer is in: ${answer}. ${more ? 'There is one more question below.' : 'You can change it here.'}`,
    };
  if (done === 'late')
    return {
      kind: 'warn',
      text: 'This alert has closed. We keep what you answered, but it is no longer counted.',
    };
  if (done === 'reported')
    return { kind: 'done', text: 'Thank you. What they said is with the staff now, in your name.' };
  if (done === 'read') return { kind: 'done', text: 'Thank you. We know now which version you have read.' };
  return null;
};

/** The answer given last, in words. */
const latestAnswer = ({ asked }: MemberPage) =>
  asked.flatMap(({ answer }) => (answer ? [answer] : [])).toSorted((a, b) => b.at - a.at)[0]?.label;

const answerPage = async (c: C, { page, person, network }: Visit, flash?: FlashMessage, byPerson = false) => {
  const { world } = c.var;
  const view = await pageFor(world, page, person);
  const { deliveryId } = person;
  return show(
    c,
    <AnswerPage
      network={network.name}
      zone={network.zone}
      now={world.clock.now()}
      page={view}
      siteKey={world.humanCheck?.siteKey ?? null}
      form={await signForm(
        world,
        { deliveryId, versionId: view.points?.versionId ?? null, reportId: null },
        byPerson,
      )}
      flash={
        flash ??
        flashFor(
          c.req.query('done'),
          latestAnswer(view),
          view.asked.some(({ answer }) => !answer),
        )
      }
    />,
    flash ? 422 : 200,
  );
};

/**
 * Takes a posted form: refused where it does not come from a page that we showed, asked once more where it may be
 * a program that sent it. Then `act`, and it is kept which version of the talking points stood there.
 */
const posted = (
  c: C,
  path: string,
  sure: (visit: Visit, form: Form) => string | Promise<string>,
  act: (visit: Visit, form: Form, shown: PageForm) => Promise<Response>,
) =>
  visit(c, async (here) => {
    const { world } = c.var;
    const form = formOf(await c.req.formData());
    const shown = await readForm(world, text(form, 'csrf'), here.person.deliveryId);
    if (!shown) return show(c, <NotFromThePage network={here.network.name} href={place(here)} />, 403);
    const { csrf: _, [PROOF]: proof, ...values } = form;
    const sent = {
      deliveryId: shown.deliveryId,
      shownAt: shown.at,
      asked: shown.asked,
      choice: path === '/answer' ? values : null,
      agent: c.req.header('user-agent'),
      proof: typeof proof === 'string' ? proof : undefined,
    };
    if (await isByPerson(world, sent)) return act(here, form, shown);
    return show(
      c,
      <ConfirmPage
        network={here.network.name}
        what={await sure(here, form)}
        action={place(here, path)}
        back={place(here)}
        form={await signForm(world, shown, true)}
        values={values}
      />,
    );
  });
const keepVersion = async (c: C, shown: PageForm) => {
  if (shown.versionId) await noteTalkingPointsView(c.var.world, shown.deliveryId, shown.versionId);
};

export const memberPageRoutes = new Hono<AppEnv>();

memberPageRoutes.get('/a/:token', (c) =>
  visit(c, async (here) => {
    const byPerson = await noteOpening(c.var.world, here.person.deliveryId);
    return answerPage(c, here, undefined, byPerson);
  }),
);

const askedOf = async (c: C, { page, person }: Visit) =>
  questionsOnPage(
    c.var.world,
    page.alert,
    person.id,
    await responseOf(c.var.world, page.alert.id, person.id),
  );

memberPageRoutes.post('/a/:token/answer', (c) =>
  posted(
    c,
    '/answer',
    async (here, form) => answerFrom(await askedOf(c, here), form)?.words ?? '',
    async (here, form, shown) => {
      const answer = answerFrom(await askedOf(c, here), form);
      if (!answer) return answerPage(c, here, { kind: 'problem', text: 'Choose one of the answers.' });
      const done = await answerOnPage(c.var.world, asMember(here.person), {
        deliveryId: here.person.deliveryId,
        ...answer.input,
      });
      if (!done.ok)
        return answerPage(c, here, {
          kind: 'problem',
          text: done.problem.fields?.[0]?.message ?? done.problem.message,
        });
      await keepVersion(c, shown);
      return c.redirect(place(here, '', done.value.counted ? 'answered' : 'late'), 303);
    },
  ),
);

memberPageRoutes.post('/a/:token/reading', (c) =>
  posted(
    c,
    '/reading',
    () => 'I have read the talking points',
    async (here, _form, shown) => {
      await keepVersion(c, shown);
      return c.redirect(place(here, '', 'read'), 303);
    },
  ),
);

const contactPage = async (
  c: C,
  here: Visit,
  reportId: string,
  form: Form,
  errors: Record<string, string>,
) => {
  const { world } = c.var;
  const { person, page, network } = here;
  const officials = await officialsOnPage(world, page.alert, person.id);
  return show(
    c,
    <ContactPage
      network={network.name}
      page={page}
      person={person}
      officials={officials}
      action={place(here, '/contact')}
      back={place(here)}
      form={await signForm(world, { deliveryId: person.deliveryId, versionId: null, reportId })}
      siteKey={world.humanCheck?.siteKey ?? null}
      values={Object.fromEntries(Object.keys(form).map((name) => [name, text(form, name)]))}
      today={localDate(world.clock.now(), network.zone)}
      errors={errors}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
};

memberPageRoutes.get('/a/:token/contact', (c) =>
  visit(c, async (here) => {
    const draft = await ownDraft(c.var.world, here.person.id, c.req.query('report'));
    return contactPage(c, here, draft?.id ?? c.var.world.ids.next(), draft?.values ?? {}, {});
  }),
);

const oneOf = <T extends string>(list: readonly T[], value: string | undefined): T | null =>
  list.find((one) => one === value) ?? null;

memberPageRoutes.post('/a/:token/contact', (c) =>
  posted(
    c,
    '/contact',
    () => 'I spoke with an official',
    async (here, form, shown) => {
      const { world } = c.var;
      const { alert } = here.page;
      const reportId = shown.reportId ?? world.ids.next();
      const own = await officialsOnPage(world, alert, here.person.id);
      const official = own.find(({ officialId }) => officialId === text(form, 'officialId'));
      if (!official)
        return contactPage(c, here, reportId, form, { officialId: 'Choose whom you spoke with.' });
      const done = await addContactReport(world, asMember(here.person), {
        id: reportId,
        alertId: alert.id,
        billId: alert.billId,
        issueId: alert.issueId,
        officialId: official.officialId,
        stance: oneOf(OFFICIAL_STANCES, text(form, 'stance')),
        method: oneOf(METHODS, text(form, 'method')),
        onDate: text(form, 'onDate') ?? '',
        note: text(form, 'note') ?? '',
      });
      if (!done.ok) {
        const errors = fieldErrors(done.problem);
        return contactPage(
          c,
          here,
          reportId,
          form,
          Object.keys(errors).length > 0 ? errors : { note: done.problem.message },
        );
      }
      return c.redirect(place(here, '', 'reported'), 303);
    },
  ),
);
