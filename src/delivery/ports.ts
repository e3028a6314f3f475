import type { World } from '../platform/world.ts';

/** Knows laws that may forbid a launch, which are kept above this slice. */
export interface LaunchGuard {
  /** The rule that says no and a sentence for people, or null where nothing stands against it. */
  check(world: World, alertId: string): Promise<{ rule: string; message: string } | null>;
}

/** Knows answers, which are kept above this slice. @returns ids of members who were asked and have not answered */
export type Unanswered = (world: World, alertId: string) => Promise<string[]>;

/** Takes in what a person texted: stored when this returns, so that the carrier may be told 200. */
export interface InboundSms {
  receive(
    world: World,
    text: {
      providerId: string;
      from: string;
      to: string;
      body: string;
      optOutType: 'STOP' | 'START' | 'HELP' | null;
      media: { url: string; type: string }[];
      /** ms UTC */
      at: number;
    },
  ): Promise<void>;
}

/** Hands verified reports of providers to the events queue, to be applied many at once. Throws when it cannot. */
export interface EventsQueue {
  send(events: { kind: string; body: unknown }[]): Promise<void>;
}

declare module '../platform/world.ts' {
  interface World {
    launchGuard: LaunchGuard;
    unanswered: Unanswered;
    inboundSms: InboundSms;
    events: EventsQueue;
  }
}
