import * as z from 'zod';
import { change, statement } from '../../src/platform/statement.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import type { World } from '../../src/platform/world.ts';

const putDistricts = statement({
  params: z.object({ districts: z.array(z.record(z.string(), z.unknown())) }),
  row: z.object({}),
  sql: `insert into district (nces, name, county, state, zip, source)
        select value ->> 'nces', value ->> 'name', value ->> 'county', value ->> 'state', value ->> 'zip', 'test'
        from json_each(:districts)`,
});
const putOrganization = statement({
  params: z.object({ id: z.string(), kind: z.string() }),
  row: z.object({}),
  sql: `insert into organization (id, name, short_name, kind, created_at) values (:id, :id, :id, :kind, 0)`,
});
const putMember = statement({
  params: z.object({ id: z.string(), nces: z.string().nullable() }),
  row: z.object({}),
  sql: `insert into member (id, first_name, last_name, kind, organization_id, district_nces, created_at, updated_at)
        values (:id, 'Olga', 'Kestrelman', 'superintendent', 'association', :nces, 0, 0)`,
});

/** A school district as a test needs it. */
export interface TestDistrict {
  nces: string;
  name: string;
  state: string;
  county?: string | null;
  zip?: string | null;
}

const entry = { who: SYSTEM, action: 'test.prepare', subject: { kind: 'test', id: 'ground' } };

/** Rows of the slice below: an association and school districts. */
export const layGround = async (world: World, districts: TestDistrict[]): Promise<void> => {
  await world.db.commit(entry, [
    change(putOrganization, { id: 'association', kind: 'association' }),
    change(putOrganization, { id: 'affiliate', kind: 'affiliate' }),
    change(putDistricts, { districts: districts.map((one) => ({ ...one })) }),
  ]);
};

export const addTestMember = async (world: World, id: string, nces: string | null): Promise<void> => {
  await world.db.commit(entry, [change(putMember, { id, nces })]);
};
