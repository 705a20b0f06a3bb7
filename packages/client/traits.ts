import { TRAITS } from './trait-list.ts';

/** What the client has to know of a procedure before it calls it. */
export interface Traits {
  /** It takes `capabilities`. */
  readonly guarded: boolean;
  /** It takes a `request_id`, under which it is done once however often it is sent. */
  readonly takesRequestId: boolean;
  /** It changes nothing, so that sending it twice does no harm. */
  readonly reads: boolean;
}

const marks = new Map<string, string>();
for (const line of TRAITS.split('|')) {
  const [group, ...methods] = line.split(' ');
  for (const marked of methods) marks.set(`${group}.${marked.replace(/\W+/, '')}`, marked.replace(/\w+/, ''));
}

/** A procedure that the list does not have is guarded, changes something and takes no request id: nothing is risked on it. */
export function traitsOf(method: string): Traits {
  const mark = marks.get(method) ?? '';
  return { guarded: !mark.includes('-'), takesRequestId: mark.includes('!'), reads: mark.includes('?') };
}
