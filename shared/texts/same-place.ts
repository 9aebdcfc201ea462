import { ReplaceStep } from "prosemirror-transform";

/**
 * Where two people type at the same place, each keeps their words whole: an insertion that is carried over another one at
 * the same place stays before it. The library's own choice, after it, mixes letters (docs/adr/0009). It holds for the
 * authority and for every page alike, or they would diverge; whoever rebases imports the schema, and so this.
 */
ReplaceStep.MAP_BIAS = -1;
