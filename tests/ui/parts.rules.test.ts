import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { describe, expect, test } from 'vitest';
import { navKeys } from '../../src/ui/layout/nav-keys.ts';
import {
  AnswerChoices,
  Bubble,
  Button,
  Checkbox,
  ConsoleLayout,
  Empty,
  ErrorSummary,
  fieldsOf,
  Form,
  formatCents,
  Gauge,
  LineOverTime,
  Live,
  Markdown,
  Money,
  Notice,
  Pager,
  Radios,
  Row,
  Seats,
  Select,
  StackedBar,
  Table,
  Tag,
  TextArea,
  TextField,
  When,
} from '../../src/ui/index.ts';

const draw = (part: Child | Promise<unknown>): string => String(part);
const SLY = '<img src=x onerror="alert(1)">';
const MADE_SAFE = '&lt;img src=x onerror=&quot;alert(1)&quot;&gt;';

describe('what people typed stays text', () => {
  test.each([
    ['a table cell', draw(Table({ columns: [{ key: 'a', label: SLY }], rows: [{ a: SLY }] }))],
    ['a row', draw(Row({ title: SLY, beside: SLY, children: SLY }))],
    ['a bubble', draw(Bubble({ text: SLY, from: SLY }))],
    ['a field', draw(TextField({ label: SLY, name: 'x', hint: SLY, error: SLY, value: SLY }))],
    ['a text area', draw(TextArea({ label: 'Text', name: 'x', value: SLY }))],
    ['a choice', draw(Select({ label: 'Region', name: 'x', options: [{ value: SLY, label: SLY }] }))],
    ['a notice', draw(Notice({ title: SLY, children: SLY }))],
    [
      'a chart',
      draw(StackedBar({ label: SLY, total: 1, parts: [{ label: SLY, value: 1, tone: 'accent' }] })),
    ],
    ['a seat', draw(Seats({ label: SLY, seats: [{ label: SLY, tone: 'none', title: SLY }] }))],
    ['a tag', draw(Tag({ children: SLY }))],
    ['a moment', draw(When({ iso: SLY, text: SLY }))],
  ])('in %s', (_where, html) => {
    expect(html).not.toContain('<img');
    expect(html).toContain(MADE_SAFE);
  });

  test('only cleaned Markdown is taken as HTML', () => {
    expect(draw(Markdown({ html: '<p>Ask</p>' }))).toBe('<div class="prose"><p>Ask</p></div>');
  });
});

describe('a field', () => {
  test('ties its label, hint and error to its control', () => {
    const html = draw(
      TextField({
        label: 'Mobile',
        name: 'contact[mobile]',
        hint: 'Ten digits.',
        error: 'Too short. Add the area code.',
      }),
    );
    expect(html).toContain('<label for="field-contact-mobile-">');
    expect(html).toContain('id="field-contact-mobile-" name="contact[mobile]" required=""');
    expect(html).toContain('aria-describedby="field-contact-mobile--hint field-contact-mobile--error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toMatch(/id="field-contact-mobile--error">.*Too short/);
  });

  test('says when it is optional and is then not required', () => {
    const html = draw(TextField({ label: 'Note', name: 'note', required: false }));
    expect(html).toContain('(optional)');
    expect(html).not.toContain('required');
    expect(html).not.toContain('aria-describedby');
  });

  test('is found by the error summary, also when it is a set of choices', () => {
    const problems = [{ name: 'channels', label: 'Channels', message: 'Choose one.' }];
    const radios = draw(
      Radios({
        label: 'Channels',
        name: 'channels',
        error: 'Choose one.',
        options: [{ value: 'sms', label: 'Text' }],
      }),
    );
    expect(draw(ErrorSummary({ problems }))).toContain('href="#field-channels"');
    expect(radios).toContain('<input id="field-channels" type="radio"');
    expect(radios).toContain('aria-describedby="field-channels-error"');
  });

  test('keeps the answer given before: the chosen, the checked, the typed', () => {
    expect(
      draw(Select({ label: 'R', name: 'r', value: 'w', options: [{ value: 'w', label: 'West' }] })),
    ).toContain('<option value="w" selected="">');
    expect(draw(Checkbox({ label: 'Public', name: 'p', checked: true }))).toContain('checked=""');
    expect(draw(TextArea({ label: 'Text', name: 't', value: 'two\nlines' }))).toContain(
      '>two\nlines</textarea>',
    );
  });

  test.each([
    ['a list of problems', [{ name: 'payee', label: 'Paid to', message: 'Say who was paid.' }]],
    ['problems by field', { payee: 'Say who was paid.' }],
  ])(
    'is filled with what was written and told what is wrong by its name alone, from %s',
    (_from, problems) => {
      const field = fieldsOf({ payee: 'Print shop', note: 'Flyers' }, problems);
      const payee = draw(TextField({ label: 'Paid to', ...field('payee') }));
      expect(payee).toContain('name="payee"');
      expect(payee).toContain('value="Print shop"');
      expect(payee).toContain('aria-describedby="field-payee-error"');
      expect(payee).toContain('Say who was paid.');
      const note = draw(TextField({ label: 'Note', ...field('note') }));
      expect(note).toContain('value="Flyers"');
      expect(note).not.toContain('aria-invalid');
    },
  );

  test('shows no summary when nothing is wrong', () => {
    expect(ErrorSummary({ problems: [] })).toBeNull();
  });
});

describe('a form', () => {
  test('carries the forgery guard and the idempotency key when it is given them', () => {
    const html = draw(Form({ action: '/alerts', csrf: 'guard', token: 'once' }));
    expect(html).toContain('<input type="hidden" name="csrf" value="guard"/>');
    expect(html).toContain('<input type="hidden" name="idempotency_key" value="once"/>');
    expect(html).toContain('method="post"');
  });

  test('that a member answers sends one value a button and marks the answer given', () => {
    const html = draw(
      AnswerChoices({
        action: '/a/x',
        name: 'answer',
        chosen: '2',
        options: [
          { value: '1', label: 'I have' },
          { value: '2', label: 'I will' },
        ],
      }),
    );
    expect(html).toContain('<button class="button answer" type="submit" name="answer" value="1">');
    expect(html).toMatch(/chosen[^>]*value="2".*Your answer/);
  });
});

describe('a table', () => {
  const columns = [
    { key: 'name', label: 'Name' },
    { key: 'mobile', label: 'Mobile' },
    { key: 'n', label: 'Answered', align: 'end' as const },
  ];

  test('keeps its roles and names each value, so that it can stack on a phone', () => {
    const html = draw(
      Table({ caption: 'Members', columns, rows: [{ name: 'Ned Harrowgate', mobile: '', n: 0 }] }),
    );
    expect(html).toContain('<div class="table stacks">');
    expect(html).toContain('<th role="rowheader" scope="row">Ned Harrowgate</th>');
    expect(html).toContain('data-label="Mobile"></td>');
    expect(html).toContain('<td role="cell" class="end" data-label="Answered">0</td>');
  });

  test('teaches the next step when it has no row', () => {
    const html = draw(
      Table({ columns, rows: [], empty: Empty({ title: 'No member yet', text: 'Import a file.' }) as Child }),
    );
    expect(html).toContain('No member yet');
    expect(html).not.toContain('<table');
  });
});

describe('a chart says in words what it shows', () => {
  test('the stacked bar', () => {
    const html = draw(
      StackedBar({
        label: 'Answers',
        total: 212,
        parts: [
          { label: 'Have contacted', value: 61, tone: 'support-2' },
          { label: 'No answer', value: 64, tone: 'undecided' },
        ],
      }),
    );
    expect(html).toContain('aria-label="Answers. Of 212: Have contacted 61, No answer 64."');
    expect(html).toContain('x="28.77%" width="30.19%"');
  });

  test('a bar of nothing is drawn, not divided by zero', () => {
    const html = draw(
      StackedBar({ label: 'Answers', total: 0, parts: [{ label: 'Yes', value: 0, tone: 'accent' }] }),
    );
    expect(html).toContain('width="0%"');
    expect(html).not.toContain('NaN');
  });

  test('the line, with one point, with none, and with a table', () => {
    const table = { columns: [{ key: 'at', label: 'By' }], rows: [{ at: '9 am' }] };
    for (const points of [[], [{ at: 5, value: 3 }]]) {
      const html = draw(LineOverTime({ points, ticks: [], label: 'Answers rose to 3', table }));
      expect(html).toContain('aria-label="Answers rose to 3"');
      expect(html).toContain('As a table');
      expect(html).not.toMatch(/NaN|Infinity/);
    }
  });

  test('the gauge turns to a warning at the threshold, not before', () => {
    expect(draw(Gauge({ value: 499_999, max: 500_000, label: 'x' }))).toContain('tone-accent');
    expect(draw(Gauge({ value: 500_000, max: 500_000, label: 'x' }))).toContain('tone-warn');
  });

  test('the seats, each by its own name', () => {
    const html = draw(
      Seats({
        label: '1 seat',
        seats: [{ label: '12', tone: 'support-2', href: '/o', title: 'HD 12: with us' }],
      }),
    );
    expect(html).toContain('aria-label="HD 12: with us"');
    expect(html).toContain('<ul aria-label="1 seat">');
  });
});

describe('small things', () => {
  test('money is shown to the cent and refuses half of one', () => {
    expect([0, 5, 318_240, 123_456_789, -5].map(formatCents)).toEqual([
      '$0.00',
      '$0.05',
      '$3,182.40',
      '$1,234,567.89',
      '-$0.05',
    ]);
    expect(() => Money({ cents: 0.5 })).toThrow('whole cents');
  });

  test('a preview marks links as a phone does, without the full stop after them', () => {
    const html = draw(Bubble({ text: 'Points: tsln.org/a/k7Qm2xV9tR. Reply 1' }));
    expect(html).toContain('<span class="linked">tsln.org/a/k7Qm2xV9tR</span>. Reply 1');
    expect(draw(Bubble({ text: 'HB 203 passed 3rd reading. Call now' }))).not.toContain('linked');
  });

  test('what belongs together stays on one line, and no wider than a card on a small phone', () => {
    const line = (words: string) => draw(Notice({ title: words }));
    for (const one of ['HD 23', '3:00 pm', 'Nov 24, 2026', 'Rep. Ada Birchmore', '(406) 555-0144', 'K-12'])
      expect(line(`Before ${one}, after`)).toContain(`Before <span class="nowrap">${one}</span>, after`);
    for (const one of ['Rep. Bartholomew Hawthorne-Bell', 'In 2026', '23 members', SLY])
      expect(line(one)).not.toContain('nowrap');
  });

  test('every place has its own letter', () => {
    expect(navKeys(['Home', 'Alerts', 'Inbox', 'Agenda', 'Members', 'AA'])).toEqual([
      'h',
      'a',
      'i',
      'g',
      'm',
      undefined,
    ]);
  });

  test('a live part keeps what it shows when the server is in trouble', () => {
    const html = draw(Live({ id: 'tally', href: '/alerts/1/tally', everySeconds: 5 }));
    expect(html).toContain('hx-trigger="every 5s"');
    expect(html).toContain('hx-status:5xx="swap:none"');
  });

  test('a copying button is there only where script can copy', () => {
    expect(draw(Button({ copies: 'tsln.org', children: 'Copy' }))).toContain(
      'class="button needs-script" type="button"',
    );
  });

  test('a pager tells how much there is', () => {
    expect(draw(Pager({ shown: 50, total: 212, next: '?after=50' }))).toContain('50 of 212');
    expect(draw(Pager({ shown: 50 }))).toContain('50 shown');
  });
});

describe('the console', () => {
  const page = draw(
    ConsoleLayout({
      title: 'Inbox',
      network: 'TSLN',
      nav: ['Home', 'Alerts', 'Inbox', 'Members', 'Log'].map((label) => ({
        key: label,
        label,
        href: `/${label}`,
      })),
      current: 'Log',
      person: { name: 'Theo', role: 'Staff' },
      csrf: 'guard',
      flash: { kind: 'problem', text: 'Not sent.' },
      children: raw('<p>here</p>'),
    }),
  );

  test('is a whole document that says what it is', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page).toContain('<title>Inbox | TSLN</title>');
  });

  test('lets a keyboard skip to the page and marks the place the reader is at', () => {
    expect(page).toMatch(/<body class="console"><a class="skip" href="#main">/);
    expect(page).toContain('<a href="/Log" aria-current="page"');
    expect(page).toContain('<summary class="here">More</summary>');
  });

  test('signs out by a guarded form, and says problems at once', () => {
    expect(page).toMatch(
      /<form method="post" action="\/sign-out"><input type="hidden" name="csrf" value="guard"\/>/,
    );
    expect(page).toContain('role="alert">Not sent.');
  });
});
