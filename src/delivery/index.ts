/**
 * Delivery: how planned messages reach people, on every channel. It promises that at most one message of a
 * delivery reaches a carrier by itself (one claim, one POST, nothing unclear repeated), that each delivery
 * ends in a state with its reason, that the claim checks permission, hold, hours, deadline and the alert's
 * state at the last moment in one statement, and that a provider's reports count only when signed, in any
 * order. Others plan with `planOne` and hand over with `enqueuePlanned`; the tally is kept with every change.
 */
import './ports.ts';
export type { EventsQueue, InboundSms, LaunchGuard, Unanswered } from './ports.ts';

export { applyMailEvents } from './apply-mail-events.ts';
export { applyStatuses } from './apply-statuses.ts';
export { countAsked } from './launch-queries.ts';
export { cancelAlert } from './cancel-alert.ts';
export { deliveriesTo } from './conditions.ts';
export { codeInWords } from './carrier-codes.ts';
export { closeAlert } from './close-alert.ts';
export { currentHours } from './current-hours.ts';
export { deliveriesOf } from './deliveries-of.ts';
export { deliveryByToken, type PageDelivery } from './delivery-by-token.ts';
export { deliveryBatches, deliveryClocks, deliveryJobs } from './background.ts';
export { forecast } from './forecast.ts';
export { forecastAndFact } from './forecast-and-fact.ts';
export { endOverride } from './end-override.ts';
export { IN_FLIGHT, inFlight, lanesOf } from './in-flight.ts';
export { hoursRoutes } from './hours-routes.tsx';
export { clockWords, weekOf, weekWords } from './hours-words.ts';
export { launchAlert } from './launch-alert.ts';
export { leaveUnconfirmed } from './leave-unconfirmed.ts';
export { listUnconfirmed } from './list-unconfirmed.ts';
export { mailBounceChanges } from './mail-bounce.ts';
export { listHours } from './list-hours.ts';
export { nudgeAlert, nudgeOf, previewNudge } from './nudge-alert.ts';
export { overrideWindow } from './override-window.ts';
export { pacerPort } from './pacer-port.ts';
export { enqueuePages, pageShape } from './pages-of.ts';
export { pauseAlert } from './pause-alert.ts';
export { planMany } from './plan-many.ts';
export { CODE_FIELD, memberCode } from './member-code.ts';
export { enqueuePlanned, planOne, type PlanOne } from './plan-one.ts';
export { priceList, segmentMicros } from './price-list.ts';
export { weekLoad } from './week-load.ts';
export { reasonInWords } from './reason-words.ts';
export { readReplyToken, replyToken } from './reply-address.ts';
export { resumeAlert } from './resume-alert.ts';
export { deliveryRoutes, hookRoutes } from './routes.tsx';
export { scheduleAlert } from './schedule-alert.ts';
export { sendAgain } from './send-again.ts';
export { releaseHold } from './release-hold.ts';
export { listSenders } from './list-senders.ts';
export { senderRoutes } from './sender-routes.tsx';
export { setSender } from './set-sender.ts';
export { setOwnHours, WISHES } from './set-own-hours.ts';
export { showOwnHours } from './show-own-hours.ts';
export { sendPage } from './send-page.ts';
export { kindInWords as senderKindInWords } from './sender-words.ts';
export { settleAlerts } from './settle-alerts.ts';
export { isLate, startRefused, startScheduled } from './start-scheduled.ts';
export { supersedeAlert } from './supersede-alert.ts';
export { sweepDue } from './sweep-due.ts';
export { costOf, sendingOf, tallyOf, type AlertCost, type ChannelTally, type Tally } from './tally-of.ts';
export { unscheduleAlert } from './unschedule-alert.ts';
