import { type Face, faultTable, field, jsonWriter, type ParamSource } from '@scrip/protocol-rest';
import { type Fault, KINDS } from '@scrip/rpc';

/** What the document has a number for. Other faults are numbered by their kind, as HTTP would be. */
const NUMBERS = {
  'studio.token_required': 407,
  'studio.token_invalid': 408,
  'studio.wrong_login': 409,
  'studio.invalid_details': 417,
  'studio.registration_failed': 421,
  'studio.email_exists': 422,
  'studio.email_required': 757,
};
const numberOf = (number: number, { spec }: Fault) => number || KINDS[spec.kind].httpStatus;
const failure = (number: number, fault: Fault) => ({ code: numberOf(number, fault), status: 'Failure', msg: fault.message });

const faults = (invalid: number) => faultTable({ byCode: { ...NUMBERS, invalid_params: invalid }, otherwise: 0, reply: failure });

/** The parameters have the document's own names. */
function fields<Name extends string>(...names: readonly Name[]): Record<Name, ParamSource> {
  return Object.fromEntries(names.map((name) => [name, field(name)])) as Record<Name, ParamSource>;
}

const done = (msg: string, more: object = {}) => ({ ...more, code: 200, status: 'OK', msg });
const loggedIn = (user: object) => done('Login Success', user);

/** Studio users: the functions of the document at its addresses, in any case, with a language before them or without. Always HTTP 200. */
export const STUDIO: Face = {
  name: 'studio',
  sources: ['query', 'body', 'headers'],
  alwaysOk: true,
  anyCase: true,
  language: true,
  outputs: [{ writer: jsonWriter() }],
  faults: faults(417),
  rows: [
    {
      addresses: ['POST /rest/login'],
      procedure: 'studio.login',
      params: fields('authToken', 'email', 'password'),
      reply: loggedIn,
    },
    {
      addresses: ['POST /rest/registerUser'],
      procedure: 'studio.registerUser',
      params: fields('authToken', 'email', 'name', 'password', 'plan_id'),
      reply: loggedIn,
      faults: faults(421),
    },
    {
      addresses: ['POST /rest/checkEmailExistance'],
      procedure: 'studio.checkEmailExistance',
      params: fields('authToken', 'email'),
      reply: (isExists) => ({ isExists, code: 200, msg: 'OK' }),
    },
    {
      addresses: ['POST /rest/initialiseSdk'],
      procedure: 'studio.initialiseSdk',
      params: fields('authToken'),
      reply: (sdk: object) => ({ code: 200, ...sdk }),
    },
    {
      addresses: ['POST /rest/getStudioPlanLists'],
      procedure: 'studio.getStudioPlanLists',
      params: fields('authToken'),
      reply: (plans) => ({ code: 200, status: 'OK', msg: 'OK', plans }),
    },
    {
      addresses: ['POST /rest/logout'],
      procedure: 'studio.logout',
      params: fields('authToken'),
      reply: () => done('Logout Success'),
    },
  ],
};
