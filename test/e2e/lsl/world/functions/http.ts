import { randomUUID } from 'node:crypto';
import { type Builtins, builtin } from '../../builtin.ts';
import { NULL_KEY } from '../../constants.ts';
import { integer, key, list, string, textOf, type Value } from '../../values.ts';
import type { Host } from '../surroundings.ts';
import type { WebReply } from '../web.ts';

/** The names of the numbers before the parameters of llHTTPRequest, and how many values follow each. */
const PARAMETERS: readonly (readonly [name: string, values: number])[] = [
  ['method', 1],
  ['mimetype', 1],
  ['bodyMaxLength', 1],
  ['verifyCert', 1],
  ['verboseThrottle', 1],
  ['header', 2],
  ['pragmaNoCache', 1],
];
const BODY_MAX = { usual: 2_048, most: 16_384 };
const MAX_HEADERS = 8;
const MAX_HEADER_LENGTH = 253;
/** Requests of one object within as many seconds. */
const THROTTLE = { requests: 25, seconds: 20 };
/** As many replies of 500 and above within as many seconds keep a script from sending. */
const ERRORS = { replies: 5, seconds: 60 };
/** In the metadata of a reply that was cut: this, and how many bytes are left. */
const BODY_TRUNCATED = 0;

interface Parameters {
  method: string;
  mimetype: string;
  bodyMax: number;
  headers: Record<string, string>;
}

function readParameters(elements: readonly Value[]): Parameters {
  const read: Parameters = { method: 'GET', mimetype: 'application/x-www-form-urlencoded', bodyMax: BODY_MAX.usual, headers: {} };
  for (let at = 0; at < elements.length; ) {
    const [name, count] = PARAMETERS[Number(elements[at]?.value)] ?? [];
    if (name === undefined || count === undefined) throw new RangeError(`there is no parameter ${elements[at]?.value}`);
    const [first = '', second = ''] = elements.slice(at + 1, at + 1 + count).map(textOf);
    at += 1 + count;
    if (name === 'method') read.method = first;
    if (name === 'mimetype') read.mimetype = first;
    if (name === 'bodyMaxLength') read.bodyMax = Math.min(Number(first), BODY_MAX.most);
    if (name !== 'header') continue;
    if (first.length > MAX_HEADER_LENGTH || second.length > MAX_HEADER_LENGTH) throw new RangeError(`the header ${first} is too long`);
    if (/^x-secondlife-|[^\w-]/i.test(first)) throw new RangeError(`a script can't set the header ${first}`);
    read.headers[first] = second;
  }
  if (Object.keys(read.headers).length > MAX_HEADERS) throw new RangeError(`there is room for ${MAX_HEADERS} headers`);
  return read;
}

/** What the simulator says of the object that calls, whatever the script says. */
function claims({ world, prim }: Host): Record<string, string> {
  const raw = (text: string) => Buffer.from(text).toString('latin1');
  return {
    'User-Agent': 'Second-Life-LSL/2026-10-01.1234567 (https://secondlife.com)',
    Accept: 'text/*, application/xhtml+xml, application/atom+xml, application/json, application/xml, application/llsd+xml',
    'Accept-Charset': 'utf-8;q=1.0, *;q=0.5',
    'X-SecondLife-Shard': world.web.shard,
    'X-SecondLife-Object-Name': raw(prim.name),
    'X-SecondLife-Object-Key': prim.key,
    'X-SecondLife-Region': `${world.region} (256000, 256256)`,
    'X-SecondLife-Local-Position': '(128.000000, 128.000000, 25.000000)',
    'X-SecondLife-Local-Rotation': '(0.000000, 0.000000, 0.000000, 1.000000)',
    'X-SecondLife-Local-Velocity': '(0.000000, 0.000000, 0.000000)',
    'X-SecondLife-Owner-Name': raw(world.nameOf(prim.owner)),
    'X-SecondLife-Owner-Key': prim.owner,
  };
}

export function httpOf(script: Host): Builtins {
  const { world, prim } = script;
  const { timeline } = world;
  let failures: number[] = [];
  const isThrottled = () => {
    prim.requests = prim.requests.filter((at_s) => at_s > timeline.now_s - THROTTLE.seconds);
    failures = failures.filter((at_s) => at_s > timeline.now_s - ERRORS.seconds);
    return prim.requests.length >= THROTTLE.requests || failures.length >= ERRORS.replies;
  };
  return {
    llHTTPRequest: builtin(['string', 'list', 'string'], (url, parameters, body) => {
      const { method, mimetype, bodyMax, headers } = readParameters(parameters);
      if (isThrottled()) return key(NULL_KEY);
      prim.requests = [...prim.requests, timeline.now_s];
      const id = randomUUID();
      const hear = (reply: WebReply) => {
        // 499 is the simulator's own word.
        if (reply.status >= 500) failures.push(timeline.now_s);
        const bytes = Buffer.from(reply.body);
        const metadata = bytes.length > bodyMax ? [integer(BODY_TRUNCATED), integer(bodyMax)] : [];
        const cut = bytes.subarray(0, bodyMax).toString();
        script.enqueue('http_response', [key(id), integer(reply.status), list(metadata), string(cut)]);
      };
      const all = { ...headers, 'Content-Type': mimetype, ...claims(script) };
      world.events.expect(world.web.send({ url, method, headers: all, body }, hear));
      return key(id);
    }),
  };
}
