/** A box on an avatar's screen. */
export interface Dialog {
  readonly to: string;
  readonly text: string;
  /** Undefined for a box to write into. */
  readonly buttons: readonly string[] | undefined;
  readonly answer: (text: string) => void;
}

/** What avatars have on their screens, newest last; a box goes when it is answered. */
export class Dialogs {
  #open: Dialog[] = [];

  show(dialog: Dialog): void {
    this.#open.push(dialog);
  }

  of(akey: string): readonly Dialog[] {
    return this.#open.filter(({ to }) => to === akey);
  }

  /** Raises an Error where no box has such a button. */
  press(akey: string, button: string): void {
    this.#answer(akey, button, ({ buttons }) => buttons?.includes(button) === true);
  }

  /** Raises an Error where there is no box to write into. */
  write(akey: string, text: string): void {
    this.#answer(akey, text, ({ buttons }) => buttons === undefined);
  }

  ignore(akey: string): void {
    this.#open = this.#open.filter(({ to }) => to !== akey);
  }

  #answer(akey: string, text: string, fits: (dialog: Dialog) => boolean): void {
    const dialog = this.of(akey).findLast(fits);
    if (!dialog) throw new Error(`no box of ${akey} takes ${JSON.stringify(text)}`);
    this.#open = this.#open.filter((one) => one !== dialog);
    dialog.answer(text);
  }
}
