import { invalidParams, type Param, param, t } from '@scrip/rpc';

const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9 ._@-]{0,61}[A-Za-z0-9])?$/;
const RULE = '1 to 63 letters and digits of ASCII, with spaces, dots, `_`, `@` and `-` between them';

/** So that no name in the log looks like another one. */
export function isOperatorName(text: string): boolean {
  return NAME.test(text);
}

const text = t.string({ max: 63 });

export function operatorNameParam(doc: string): Param<string> {
  const type = {
    ...text,
    parse(value: unknown, path: string) {
      const name = text.parse(value, path).trim();
      if (!isOperatorName(name)) throw invalidParams(`${path} is ${JSON.stringify(name)}; ${RULE} are needed`);
      return name;
    },
  };
  return param(type, `${doc} ${RULE}.`);
}
