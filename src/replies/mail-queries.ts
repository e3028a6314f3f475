import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/** The Message-Ids of a mail's thread, its own last. */
export const setMailIds = statement({
  params: z.object({ replyId: z.string(), mailIds: z.string() }),
  row: z.object({}),
  sql: `update reply set mail_ids = :mailIds where id = :replyId`,
});

/** The thread that the last mail of a conversation stands in, or that of one reply; no row where none came. */
export const mailThread = statement({
  params: z.object({ conversationId: z.string().nullable(), replyId: z.string().nullable() }),
  row: z.object({ mailIds: z.string().nullable() }),
  sql: `select mail_ids as mailIds from reply
        where (id = :replyId or conversation_id = :conversationId) and mail_ids is not null and machine is null
        order by id desc limit 1`,
});
