import * as z from 'zod';
import { parsePhone } from '../platform/phone.ts';
import { conflict, forbidden, invalid, missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { ROLES } from '../platform/who.ts';
import { deleteStaffPhone, saveStaffPhone, staffById } from './queries.ts';

interface Phoned {
  staffId: string;
  phone: string | null;
}

/** Sets, or with null removes, the phone that requests for approval go to: one's own, or as owner anybody's. */
export const setStaffPhone = verb({
  name: 'staff.phone',
  by: ROLES,
  input: z.strictObject({ staffId: z.string(), phone: z.string().nullable() }),
  async run(world, who, { staffId, phone }) {
    const isOwner = who.kind === 'staff' && who.role === 'owner';
    if (who.id !== staffId && !isOwner)
      return forbidden('Only the person themselves or an owner may set this phone.');
    const entry = { who, action: 'staff.phone', subject: { kind: 'staff', id: staffId } };
    if (phone === null || phone.trim() === '') {
      await world.db.commit({ ...entry, detail: { set: false } }, [change(deleteStaffPhone, { staffId })]);
      return ok<Phoned>({ staffId, phone: null });
    }
    const parsed = parsePhone(phone);
    if (!parsed.ok) return invalid([{ field: 'phone', message: parsed.reason }]);
    const done = await world.db.commit({ ...entry, detail: { set: true } }, [
      must(saveStaffPhone, { staffId, phone: parsed.e164, now: world.clock.now() }),
    ]);
    if (done) return ok<Phoned>({ staffId, phone: parsed.e164 });
    return (await world.db.first(staffById, { id: staffId }))
      ? conflict('Somebody else on the staff has this number. Each person needs their own.')
      : missing('That person');
  },
});
