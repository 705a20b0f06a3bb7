import { SCALARS, type Scalar } from './scalars.ts';

/** What the reader does besides moving on, when an element opens or closes. */
export type Role = 'none' | 'value' | 'struct' | 'array' | 'member' | 'name' | 'methodName' | 'param' | 'fault' | 'scalar';

/** A point in a document: which elements may open here, and what it takes to close the element that it stands in. */
export interface State {
  readonly element: string;
  readonly role: Role;
  /** For each element that may open here: the state inside it, and the state that its parent is in after it. */
  readonly children: Map<string, { readonly inside: State; readonly after: State }>;
  /** What is missing where the element may not end yet. */
  readonly missing: string | undefined;
  /** Whether text is content here; elsewhere only white space may stand. */
  readonly keepsText: boolean;
  readonly scalar: Scalar | undefined;
}

function state(element: string, role: Role, options: { missing?: string; text?: true; scalar?: Scalar } = {}): State {
  const { missing, text = false, scalar } = options;
  return { element, role, children: new Map(), missing, keepsText: text, scalar };
}

function leadsTo(from: State, element: string, inside: State, after: State): void {
  from.children.set(element, { inside, after });
}

/** `<value>`: empty or plain text is a string; otherwise exactly one type. */
const value = state('value', 'value', { text: true });
const valueDone = state('value', 'value');
for (const [element, scalar] of Object.entries(SCALARS))
  leadsTo(value, element, state(element, 'scalar', { text: true, scalar }), valueDone);

const struct = state('struct', 'struct');
const member = state('member', 'member', { missing: '<name>' });
const memberNamed = state('member', 'member', { missing: '<value>' });
const memberDone = state('member', 'member');
leadsTo(value, 'struct', struct, valueDone);
leadsTo(struct, 'member', member, struct);
leadsTo(member, 'name', state('name', 'name', { text: true }), memberNamed);
leadsTo(memberNamed, 'value', value, memberDone);

const array = state('array', 'none', { missing: '<data>' });
const arrayDone = state('array', 'none');
const data = state('data', 'array');
leadsTo(value, 'array', array, valueDone);
leadsTo(array, 'data', data, arrayDone);
leadsTo(data, 'value', value, data);

const params = state('params', 'none');
const param = state('param', 'param', { missing: '<value>' });
const paramDone = state('param', 'param');
leadsTo(params, 'param', param, params);
leadsTo(param, 'value', value, paramDone);

const end = state('document', 'none');

/** Before a `<methodCall>`: a name, and then params if there are any. */
export const callDocument = state('document', 'none', { missing: '<methodCall>' });
const call = state('methodCall', 'none', { missing: '<methodName>' });
const callNamed = state('methodCall', 'none');
leadsTo(callDocument, 'methodCall', call, end);
leadsTo(call, 'methodName', state('methodName', 'methodName', { text: true }), callNamed);
leadsTo(callNamed, 'params', params, state('methodCall', 'none'));

/** Before a `<methodResponse>`: the params of a result, or a fault. */
export const responseDocument = state('document', 'none', { missing: '<methodResponse>' });
const response = state('methodResponse', 'none', { missing: '<params> or <fault>' });
const responseDone = state('methodResponse', 'none');
const fault = state('fault', 'fault', { missing: '<value>' });
const faultDone = state('fault', 'fault');
leadsTo(responseDocument, 'methodResponse', response, end);
leadsTo(response, 'params', params, responseDone);
leadsTo(response, 'fault', fault, responseDone);
leadsTo(fault, 'value', value, faultDone);
