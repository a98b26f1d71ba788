/** Something that is made of the library as it stands, anew with the first question after a change. */
export class KeptForVersion<Made> {
  readonly #make: () => Made;
  #kept: { readonly version: number; readonly made: Made } | null = null;

  constructor(make: () => Made) {
    this.#make = make;
  }

  at(version: number): Made {
    if (this.#kept?.version !== version) this.#kept = { version, made: this.#make() };
    return this.#kept.made;
  }
}
