import { ConsoleLayout, PageHead, Row, Rows, Section, type Frame } from '../../ui/index.ts';
import { BODIES } from '../bodies.ts';
import type { AnyCalculator } from '../calculators/calculator.ts';

/** The calculators by whose rules they work with, each by the question it answers. */
export const WhatIfListPage = ({
  frame,
  calculators,
}: {
  frame: Frame;
  calculators: readonly AnyCalculator[];
}) => {
  const every = calculators.filter((one) => typeof one.regime !== 'string');
  const groups = [
    { id: 'every', name: 'All of them', own: every },
    ...Object.entries(BODIES).map(([id, { name }]) => ({
      id,
      name,
      own: calculators.filter((one) => one.regime === id),
    })),
  ];
  return (
    <ConsoleLayout {...frame} title="What if" current="filings" back={{ href: '/filings', label: 'Filings' }}>
      <PageHead
        title="What if"
        sub="Figures worked out from the rules, each with its reason and sources. Nothing is kept. This is no legal advice: ask counsel before you rely on it."
      />
      {groups
        .filter(({ own }) => own.length > 0)
        .map(({ id, name, own }) => (
          <Section title={name} id={id}>
            <Rows label={name}>
              {own.map((one) => (
                <Row title={one.title} href={`/filings/what-if/${one.id}`}>
                  <p class="soft">{one.about}</p>
                </Row>
              ))}
            </Rows>
          </Section>
        ))}
    </ConsoleLayout>
  );
};
