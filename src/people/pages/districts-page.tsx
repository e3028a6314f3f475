import {
  ConsoleLayout,
  Empty,
  Filters,
  LinkButton,
  Notice,
  PageHead,
  Pager,
  SearchField,
  Select,
  Table,
  type Frame,
} from '../../ui/index.ts';
import type { District } from '../district.ts';
import { showClass } from '../kinds.ts';
import { PeopleTabs } from './people-tabs.tsx';

type DistrictsPageProps = {
  frame: Frame;
  districts: (District & { members: number; figures: number })[];
  classes: { class: string | null; districts: number }[];
  /** The names of the figures that are known of any district. */
  figures: string[];
  asked: { q?: string; class?: string; lacks?: string; members?: string };
  next: string | null;
  mayWrite: boolean;
  few: boolean;
};

export const DistrictsPage = ({
  frame,
  districts,
  classes,
  figures,
  asked,
  next,
  mayWrite,
  few,
}: DistrictsPageProps) => {
  const { lacks } = asked;
  const told = Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const narrowed = told.length > 0;
  // A figure that talking points ask for may be known of no district yet.
  const names = lacks && !figures.includes(lacks) ? [...figures, lacks] : figures;
  return (
    <ConsoleLayout {...frame} title="Districts" current="members" wide>
      <PageHead
        title="School districts"
        sub="Members are found by the NCES id of their district, and through it their legislators."
        actions={
          <>
            <LinkButton href="/members/districts/figures">Figures</LinkButton>
            {mayWrite && <LinkButton href="/members/imports">Import districts</LinkButton>}
          </>
        }
      />
      <PeopleTabs at="districts" few={few} />
      <Filters action="/members/districts" clearHref={narrowed ? '/members/districts' : null}>
        <SearchField label="Name, county or NCES id" value={asked.q} button={null} />
        <Select
          label="Class"
          name="class"
          required={false}
          prompt="All classes"
          value={asked.class}
          options={classes.flatMap((one) =>
            one.class ? [{ value: one.class, label: `${showClass(one.class)} (${one.districts})` }] : [],
          )}
        />
        <Select
          label="Members"
          name="members"
          required={false}
          prompt="All districts"
          value={asked.members}
          options={[{ value: 'some', label: 'With members' }]}
        />
        {names.length > 0 && (
          <Select
            label="Figures"
            name="lacks"
            required={false}
            prompt="Whatever is known"
            value={lacks}
            options={names.map((name) => ({ value: name, label: `No ${name}` }))}
          />
        )}
      </Filters>
      {lacks && mayWrite && districts.length > 0 && (
        <Notice title={`These districts have no ${lacks}.`}>
          <p>
            Open one to put it in, or{' '}
            <a href={`/members/districts/figures.csv?${new URLSearchParams({ lacks }).toString()}`}>
              download those with members as a file
            </a>{' '}
            and <a href="/members/districts/figures#file">send it back filled in</a>.
          </p>
        </Notice>
      )}
      <Table
        caption="School districts"
        compact
        quietCaption
        columns={[
          { key: 'name', label: 'District' },
          { key: 'nces', label: 'NCES id' },
          { key: 'class', label: 'Class' },
          { key: 'county', label: 'County' },
          { key: 'members', label: 'Members', align: 'end', counts: true },
          { key: 'figures', label: 'Figures', align: 'end', counts: true },
          { key: 'asOf', label: 'As of' },
        ]}
        rows={districts.map((district) => ({
          name: (
            <a
              href={`/members/districts/${district.nces}${lacks ? `?${new URLSearchParams({ figure: lacks }).toString()}#put` : ''}`}
            >
              {district.name}
            </a>
          ),
          nces: district.nces,
          class: district.class && showClass(district.class),
          county: district.county,
          members:
            district.members > 0 ? <a href={`/members?district=${district.nces}`}>{district.members}</a> : 0,
          figures: district.figures,
          asOf: district.asOf,
        }))}
        empty={
          <Empty
            title={narrowed ? 'No district fits' : 'No districts yet'}
            text={
              narrowed
                ? 'Ask for less, or show all.'
                : 'Import the list of your state first: members are matched with it.'
            }
            action={
              mayWrite &&
              !narrowed && (
                <LinkButton href="/members/imports" kind="main">
                  Import districts
                </LinkButton>
              )
            }
          />
        }
      />
      <Pager
        shown={districts.length}
        next={
          next
            ? `/members/districts?${new URLSearchParams({ ...Object.fromEntries(told), cursor: next }).toString()}`
            : null
        }
      />
    </ConsoleLayout>
  );
};
