import type { Person, World } from '../../test/testkit/world.ts';

/** A site whose tips Olive pays, and a performer. */
export interface Stage {
  readonly key: string;
  readonly payer: Person;
  readonly performer: Person;
  readonly performerId: number;
}

let stages = 0;

export async function makeStage(world: World, money = 1_000): Promise<Stage> {
  stages += 1;
  const payer = await world.person(`Olive Payer ${stages}`, money);
  const performer = await world.person(`Pia Performer ${stages}`);
  const key = (await world.call('operator.addRoomSite', [[world.operator], `Stage ${stages}`, payer.akey, 'working'])) as string;
  const performerId = (await world.call('general.getAvatarUserId', [performer.akey])) as number;
  return { key, payer, performer, performerId };
}

export interface Customer {
  readonly nickname: string;
  readonly customerId?: number;
  readonly credits?: number;
  readonly ip?: string;
}

/** The functions of the document for one stage, in one process. */
export function functionsOf({ call }: Pick<World, 'call'>, { key, performerId, performer }: Stage) {
  const named = { key, performer_id: performerId };
  return {
    async join({ nickname, customerId = 0, credits = 0, ip = '10.0.0.1' }: Customer): Promise<string> {
      const given = { ...named, nickname, ip_address: ip, registered: customerId > 0 ? 1 : 0, credits, customer_id: customerId };
      return ((await call('rooms.joinRoom', given)) as { nickname: string }).nickname;
    },
    leave: (nickname: string, customer_id = 0) => call('rooms.leaveRoom', { ...named, nickname, customer_id }),
    ping: (nickname: string, customer_id = 0) => call('rooms.pingRoom', { ...named, nickname, customer_id }),
    update: (customer_id: number, credits: number) => call('rooms.updateCredits', { key, customer_id, credits }),
    async tip(nickname: string, credits: number, customer_id = 0, request_id = ''): Promise<string> {
      const given = { ...named, nickname, credits, customer_id, request_id };
      return ((await call('rooms.tip', given)) as { transaction_id: string }).transaction_id;
    },
    async list(): Promise<readonly { nickname: string; customer_id: number; registered: boolean; credits: number }[]> {
      const listed = await call('rooms.list', [[performer.login], performer.akey]);
      return listed as { nickname: string; customer_id: number; registered: boolean; credits: number }[];
    },
  };
}

/** Runs a job of the slice, as the server does each second. */
export async function runJob({ rooms }: Pick<World, 'rooms'>, name: string): Promise<void> {
  const job = rooms.jobs.find((one) => one.name === name);
  if (!job) throw new Error(`there is no job ${name}`);
  await job.run();
}

export const share = (world: Pick<World, 'rooms'>) => runJob(world, 'share who is in which room');
