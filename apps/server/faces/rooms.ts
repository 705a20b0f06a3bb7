import { type Face, field, jsonWriter, type Row } from '@scrip/protocol-rest';

const KEY = field('key', { agree: true });
const PERFORMER = field('performerId');
const NICKNAME = field('nickname');
const CUSTOMER = field('customerId');
const CREDITS = field('credits');
const ADDRESS = field('ipAddress');

/** Every reply has these two, and what the function gives beside them. */
const done = (more: object = {}) => ({ success: true, message: '', ...more });

const TIP = {
  procedure: 'rooms.tip',
  params: {
    key: KEY,
    performer_id: PERFORMER,
    nickname: NICKNAME,
    credits: CREDITS,
    ip_address: ADDRESS,
    customer_id: CUSTOMER,
    request_id: field('transactionId'),
  },
  reply: ({ transaction_id }: { readonly transaction_id: string }) => done({ transactionId: transaction_id }),
} satisfies Partial<Row>;

/** Customer rooms: the functions of the document, at its address. What they answer is JSON that calls itself text/xml, as printed. */
export const ROOMS: Face = {
  name: 'rooms',
  sources: ['query', 'body'],
  alwaysOk: true,
  outputs: [{ writer: jsonWriter(), accept: 'application/json' }, { writer: jsonWriter('text/xml; charset=utf-8') }],
  faults: ({ message }) => ({ success: false, message }),
  rows: [
    {
      addresses: ['POST /customer'],
      when: ['function', 'joinRoom'],
      procedure: 'rooms.joinRoom',
      params: {
        key: KEY,
        performer_id: PERFORMER,
        nickname: NICKNAME,
        ip_address: ADDRESS,
        registered: field('registered'),
        credits: CREDITS,
        customer_id: CUSTOMER,
      },
      reply: (joined: object) => done(joined),
    },
    {
      addresses: ['POST /customer'],
      when: ['function', 'leaveRoom'],
      procedure: 'rooms.leaveRoom',
      params: { key: KEY, performer_id: PERFORMER, nickname: NICKNAME, customer_id: CUSTOMER },
      reply: () => done(),
    },
    {
      addresses: ['POST /customer'],
      when: ['function', 'pingRoom'],
      procedure: 'rooms.pingRoom',
      params: { key: KEY, performer_id: PERFORMER, nickname: NICKNAME, customer_id: CUSTOMER },
      reply: () => done(),
    },
    {
      addresses: ['POST /customer'],
      when: ['function', 'updateCredits'],
      procedure: 'rooms.updateCredits',
      params: { key: KEY, customer_id: CUSTOMER, credits: CREDITS },
      reply: () => done(),
    },
    { ...TIP, addresses: ['POST /customer'], when: ['function', 'tip'] },
    { ...TIP, addresses: ['POST /tip'] },
  ],
};
