import type { Mail, Text } from './ledger.ts';
import type { Posted } from './post.ts';

/** A text as tests read it: times in milliseconds, price in millionths of a dollar. */
export const textRow = (text: Text) => ({
  sid: text.sid,
  direction: text.direction,
  by: text.by,
  from: text.from,
  to: text.to,
  body: text.body,
  media: text.media,
  status: text.status,
  statuses: text.steps,
  segments: text.segments,
  price_micros: text.priceMicros,
  error_code: text.errorCode,
  messaging_service_sid: text.service,
  status_callback: text.statusCallback,
  validity_seconds: text.validitySeconds,
  opt_out_type: text.optOutType,
  webhook: text.webhook,
  created_at: text.createdAt,
  updated_at: text.updatedAt,
  sent_at: text.sentAt,
});

/** A mail as tests read it. */
export const mailRow = (mail: Mail) => ({
  id: mail.id,
  direction: mail.direction,
  from: mail.from,
  to: mail.to,
  cc: mail.cc,
  bcc: mail.bcc,
  reply_to: mail.replyTo,
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  headers: mail.headers,
  tags: mail.tags,
  message_id: mail.messageId,
  idempotency_key: mail.idempotencyKey,
  last_event: mail.lastEvent,
  events: mail.steps,
  created_at: mail.createdAt,
  ...(mail.raw === null ? {} : { raw: mail.raw }),
});

/** What came of a mail that a person sent. */
export const postedRow = ({ mail, outcome, reason }: Posted) => ({
  id: mail.id,
  message_id: mail.messageId,
  outcome,
  reason,
  status: mail.steps.at(-1)?.told ?? null,
});
