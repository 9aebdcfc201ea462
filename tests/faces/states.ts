import type { Face } from "./face.ts";
import { amendmentFaces } from "./states/amendments.ts";
import { runningOrderFaces } from "./states/running-order.ts";
import { dividingFaces } from "./states/dividing.ts";
import { countFaces } from "./states/counts.ts";
import { hallFaces } from "./states/console.ts";
import { deskFaces } from "./states/desk.ts";
import { historyFaces } from "./states/history.ts";
import { momentFaces } from "./states/moment.ts";
import { paperFaces } from "./states/papers.ts";
import { questionFaces } from "./states/questions.ts";
import { evidentFaces, roundFaces, tieFaces } from "./states/rounds.ts";
import { sheafFaces } from "./states/sheaf.ts";
import { textFaces } from "./states/texts.ts";

/** Every face; `page-states.ts` says which page each belongs to, and which state of it. */
export const faces: readonly Face[] = [
  ...deskFaces,
  ...textFaces,
  ...historyFaces,
  ...momentFaces,
  ...questionFaces,
  ...roundFaces,
  ...evidentFaces,
  ...tieFaces,
  ...countFaces,
  ...amendmentFaces,
  ...runningOrderFaces,
  ...dividingFaces,
  ...sheafFaces,
  ...hallFaces,
  ...paperFaces,
];
