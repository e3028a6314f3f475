import {
  Acts,
  Button,
  ConsoleLayout,
  Empty,
  ErrorSummary,
  Fieldset,
  Form,
  LinkButton,
  Notice,
  PageHead,
  Pager,
  Row,
  Rows,
  Section,
  TextField,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { countOf } from './words.ts';

/** The name of the field for one school district and chamber. */
export const seatsField = (nces: string, chamberId: string): string => `seats-${nces}-${chamberId}`;

type ReachGapsPageProps = {
  frame: Frame;
  gaps: { districts: number; members: number; house: number; byZip: number; state: number };
  /** When a file of ZIP codes was last used, in words; null where never. */
  zipsUsed: string | null;
  districts: {
    nces: string;
    name: string;
    county: string | null;
    members: number;
    chambers: { id: string; name: string }[];
  }[];
  hasOfficials: boolean;
  nextHref: string | null;
  typed: Record<string, string>;
  errors: Record<string, string>;
  flash: FlashMessage | null;
};

/** School districts whose officials are not all known, and the quickest way to fill each gap. */
export const ReachGapsPage = (props: ReachGapsPageProps) => {
  const { frame, gaps, districts, hasOfficials, nextHref, typed, errors, flash } = props;
  const title = 'Gaps in reach';
  return (
    <ConsoleLayout {...frame} current="officials" title={title} flash={flash}>
      <PageHead
        title={title}
        back={{ href: '/officials', label: 'Officials' }}
        sub={
          gaps.districts > 0
            ? `No reach known for ${countOf(gaps.districts, 'school district')}, with ${countOf(gaps.members, 'member')}. They find fewer officials among their own.`
            : undefined
        }
      />
      {gaps.districts === 0 ? (
        hasOfficials ? (
          <Empty
            title="Every school district reaches its officials"
            text="To change one, open it from the page of an official."
            action={<LinkButton href="/officials">Officials</LinkButton>}
          />
        ) : (
          <Empty
            title="No officials yet"
            text="Import the officials of the state and of Congress; then this page says which school districts reach nobody."
            action={<LinkButton href="/officials/imports">Import officials</LinkButton>}
          />
        )
      ) : (
        <>
          <Section title="The quickest ways" id="ways">
            <Rows>
              {gaps.byZip > 0 && !props.zipsUsed && (
                <Row
                  title="By ZIP code"
                  href="/officials/imports?kind=zip"
                  beside={countOf(gaps.byZip, 'school district')}
                >
                  One file gives each its representative in the US House, where its ZIP code lies in one
                  district.
                </Row>
              )}
              {gaps.house > gaps.byZip && (
                <Row
                  title="A ZIP code first"
                  href="/members/districts"
                  beside={countOf(gaps.house - gaps.byZip, 'school district')}
                >
                  No ZIP code is known for these. Import the school districts with one, then go by ZIP code.
                </Row>
              )}
              <Row
                title="By a CSV file"
                href="/officials/reach.csv"
                beside={countOf(gaps.districts, 'school district')}
              >
                This file has a line for each gap. Write seat and share beside it, and{' '}
                <a href="/officials/imports?kind=reach">import it as reach</a>. Best for more than a few.
              </Row>
              <Row title="On this page" href="#form">
                Best for a few: write the seats below and save them all at once.
                {gaps.byZip > 0 &&
                  props.zipsUsed &&
                  ` ZIP codes were used ${props.zipsUsed}; those of ${countOf(gaps.byZip, 'school district')} lie in two districts of Congress.`}
              </Row>
            </Rows>
          </Section>
          <Section title="Fill them here" id="form">
            <Form action="/officials/reach" label="Fill the gaps">
              <ErrorSummary
                problems={districts.flatMap(({ nces, name, chambers }) =>
                  chambers.flatMap(({ id, name: chamber }) => {
                    const message = errors[seatsField(nces, id)];
                    return message
                      ? [{ name: seatsField(nces, id), label: `${name}, ${chamber}`, message }]
                      : [];
                  }),
                )}
              />
              {errors.form && <Notice tone="problem" title={errors.form} />}
              <p class="hint">
                Seats with a semicolon between them; where only a part of the school district lies there, its
                share: 78 0.6; 79 0.4. What you leave empty stays a gap.
              </p>
              {districts.map((one) => (
                <Fieldset
                  legend={[one.name, one.county && `${one.county} County`].filter(Boolean).join(', ')}
                  hint={
                    <>
                      {one.members > 0 ? `${countOf(one.members, 'member')}. ` : 'No member yet. '}
                      <a href={`/officials/reach/${one.nces}`}>All it reaches</a>
                    </>
                  }
                >
                  <div class="pair">
                    {one.chambers.map((chamber) => {
                      const name = seatsField(one.nces, chamber.id);
                      return (
                        <TextField
                          label={chamber.name}
                          name={name}
                          required={false}
                          value={typed[name] ?? null}
                          error={errors[name]}
                        />
                      );
                    })}
                  </div>
                </Fieldset>
              ))}
              <Acts>
                <Button kind="main">Save the seats</Button>
              </Acts>
            </Form>
            <Pager shown={districts.length} next={nextHref} />
          </Section>
        </>
      )}
    </ConsoleLayout>
  );
};
