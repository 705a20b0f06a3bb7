interface Appointment {
  readonly at_s: number;
  readonly act: () => void;
}

/** Time that passes only when a test lets it: what is to happen later happens in its order, and nobody waits. */
export class Timeline {
  #now_s = 0;
  #appointments: Appointment[] = [];

  /** Seconds since the world began. */
  get now_s(): number {
    return this.#now_s;
  }

  /** Undefined if nothing is to happen. */
  get next_s(): number | undefined {
    return this.#appointments[0]?.at_s;
  }

  /** What it answers calls it off. */
  after(delay_s: number, act: () => void): () => void {
    const appointment = { at_s: this.#now_s + delay_s, act };
    const behind = this.#appointments.findIndex(({ at_s }) => at_s > appointment.at_s);
    this.#appointments.splice(behind < 0 ? this.#appointments.length : behind, 0, appointment);
    return () => {
      this.#appointments = this.#appointments.filter((one) => one !== appointment);
    };
  }

  /** Goes to this time, which is not before what is to happen next, and does what is due by then. */
  advanceTo(at_s: number): void {
    this.#now_s = Math.max(this.#now_s, at_s);
    const due = this.#appointments.filter((one) => one.at_s <= this.#now_s);
    this.#appointments = this.#appointments.filter((one) => one.at_s > this.#now_s);
    for (const { act } of due) act();
  }
}
