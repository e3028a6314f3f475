/**
 * Staff: who may sign in to the console or call the API, in which role, and what anybody has done (the
 * journal). People sign in by a code or link mailed to them; only those with a role today get one, and
 * nobody can tell from the answer who that is. Opening a link signs nobody in: a button does. Roles are read
 * at each request, so an ended role ends at once; the last owner cannot be ended. API keys act as a person,
 * within scopes, and are kept as hashes. Mount `signInRoutes` before `requireWho`, `staffRoutes` after it.
 */
import './ports.ts';
export type { Places } from './ports.ts';

export { acceptInvitation } from './accept-invitation.ts';
export { addStaff } from './add-staff.ts';
export { staffClocks } from './clocks.ts';
export { createApiKey } from './create-api-key.ts';
export { endRole, grantRole } from './grant-role.ts';
export { inviteStaff } from './invite-staff.ts';
export {
  networkSettings,
  saveNetworkSettings,
  setWeeklyBudget,
  type NetworkSettings,
} from './network-settings.ts';
export { readJournal } from './read-journal.ts';
export { SettingsPage } from './pages/settings-page.tsx';
export { zoneName } from './pages/network.tsx';
export { requireWho } from './require-who.ts';
export { resendInvitation } from './resend-invitation.ts';
export { revokeApiKey } from './revoke-api-key.ts';
export { ROLE_WORDS } from './role.ts';
export { setStaffPhone } from './set-staff-phone.ts';
export { oneTimeSignInLink } from './sign-in.ts';
export { signInRoutes } from './sign-in-routes.tsx';
export { staffRoutes } from './routes.tsx';
export { listApiKeys, listStaff, ownPhone, staffPhones } from './views.ts';
export { visitFromRequest, whoFromRequest } from './who-from-request.ts';
export { withdrawInvitation } from './withdraw-invitation.ts';
