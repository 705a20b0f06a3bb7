import { Fault } from '@scrip/rpc';
import { vetoed } from '../errors.ts';

const MAX_MESSAGE = 500;
const MAX_WORD = 64;

/** What a pre hook throws to say no, as the document has errors: with a number and a word of its own. */
export interface VetoTold {
  readonly code: number;
  readonly code_str: string;
  readonly message: string;
}

/** gifts.vetoed, with the numbers of the hook. */
export class Veto extends Fault {
  readonly code: number;
  readonly codeStr: string;

  constructor({ code, code_str, message }: VetoTold) {
    super(vetoed, message.slice(0, MAX_MESSAGE));
    this.code = code;
    this.codeStr = code_str.slice(0, MAX_WORD);
  }
}
