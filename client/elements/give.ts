type Elements = HTMLElementTagNameMap;

/** Gives the one element of that name its state; it draws itself once, when the script that changed it has ended. */
export function give<N extends keyof Elements>(name: N, state: Partial<Elements[N]>): void {
  const element = document.querySelector(name);
  if (element) Object.assign(element, state);
}
