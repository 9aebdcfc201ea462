/** Runs in a page of the gallery: presses and keys do what they do on a live page, and what is sent is only counted. */
import { askTwice, listenToKeys, showUnfolded } from "../../../client/enhance/index.ts";

const sent: string[] = [];
document.addEventListener("submit", (event) => {
  event.preventDefault();
  if (event.target instanceof HTMLFormElement) sent.push(event.target.dataset["act"] ?? "");
});
const said: string[] = [];
askTwice((words) => said.push(words));
listenToKeys();
showUnfolded();

Object.assign(globalThis, { listening: { sent: () => sent.splice(0), said: () => said.splice(0) } });
